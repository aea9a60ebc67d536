/** A sandbox with a client and a journal for the tests of the script library. */
import type { TestContext } from 'node:test';
import { NcloudClient } from '../../../../src/client/index';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/index';
import { listScripts, readScript, type ScriptPlace } from '../../../../src/scripts/library/list';
import type { ScriptDraft, UnknownUpload, UploadJournal } from '../../../../src/scripts/library/upload';

export const draft: ScriptDraft = { name: 'web-init', osType: 'LNX', content: '#!/bin/bash\necho "hi & bye = 100%"\n' };

export interface Bench {
  readonly sandbox: Sandbox;
  readonly place: ScriptPlace;
  /** How often the action was called so far. */
  calls(action: string): number;
  /** The numbers of the scripts whose text is exactly this one. */
  copies(content: string): Promise<string[]>;
}

export async function bench(t: TestContext, environment: ScriptPlace['environment'] = 'vpc'): Promise<Bench> {
  const sandbox = await startSandbox();
  t.after(() => sandbox.stop());
  // No test waits for them: a busy computer must not meet them.
  const deadlines = { connect: 10_000, read: 10_000, mutation: 10_000 };
  const client = new NcloudClient({ ...sandbox, deadlines, pause: async () => {} });
  const place: ScriptPlace = { client, environment, region: environment === 'vpc' ? 'KR' : '1' };
  return {
    sandbox,
    place,
    calls: (action) => sandbox.requests.filter((request) => request.action === action).length,
    copies: async (content) => {
      const scripts = await listScripts(place);
      const texts = await Promise.all(scripts.map(({ number }) => readScript(place, number)));
      return scripts.filter((_, index) => texts[index]?.content === content).map(({ number }) => number);
    },
  };
}

export class MemoryJournal implements UploadJournal {
  readonly entries = new Map<string, UnknownUpload>();

  find(digest: string): UnknownUpload | undefined {
    return this.entries.get(digest);
  }

  async add(upload: UnknownUpload): Promise<void> {
    this.entries.set(upload.digest, upload);
  }

  async remove(digest: string): Promise<void> {
    this.entries.delete(digest);
  }
}

/** Options of an upload that waits for nothing. */
export const hurried = { pause: async () => {} };
