/** Uploads an init script: sent once, looked up when the answer is lost, read back before it counts as uploaded. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BadAnswerError, NcloudError } from '../../client/index';
import type { Row } from '../../reference/index';
import { textDigest } from '../digest';
import type { OsType } from '../language';
import { findSame, type InitScript, isSameText, listScripts, readScript, type ScriptPlace, toScript } from './list';
import { freeName } from './names';

/** What is to be uploaded. */
export interface ScriptDraft {
  /** As NCP takes it; a number is put behind it when it is in use. */
  readonly name: string;
  readonly description?: string;
  readonly osType: OsType;
  /** Plain text; VPC takes ASCII only, up to 1024 KB. */
  readonly content: string;
}

/** An upload that was sent and whose outcome nobody knows. */
export interface UnknownUpload {
  /** Hash of the text and its operating system. */
  readonly digest: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
}

/** Remembers unknown uploads of one account, so that a text is never sent a second time without being asked for. */
export interface UploadJournal {
  find(digest: string): UnknownUpload | undefined;
  add(upload: UnknownUpload): Promise<void>;
  remove(digest: string): Promise<void>;
}

/** What became of an upload. */
export type UploadOutcome =
  /** It is there and was read back. `reused`: it had been there before, and nothing was sent. */
  | { readonly kind: 'uploaded'; readonly script: InitScript; readonly reused: boolean }
  /** It has a number, but reading it back went wrong (`error`) or gave another text. */
  | { readonly kind: 'unverified'; readonly script: InitScript; readonly error?: NcloudError }
  /** Nothing was sent, because the journal did not take the note that has to come first. */
  | { readonly kind: 'unnoted'; readonly error: unknown }
  /** Nothing was made. */
  | { readonly kind: 'rejected'; readonly error: NcloudError }
  /** It was sent, no answer came, and it was not found. */
  | { readonly kind: 'unknown'; readonly name: string; readonly error: NcloudError }
  /** Nothing was sent now: an earlier upload of the same text may still appear. */
  | { readonly kind: 'pending'; readonly upload: UnknownUpload };

export interface UploadOptions {
  /** Sends the text although an earlier upload of it may still appear. */
  readonly again?: boolean;
  readonly now?: () => number;
  /** Waits between looks after a lost answer, in milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  /** How long the journal may take for a note, in milliseconds. */
  readonly noteDeadline?: number;
}

/** Milliseconds before each look for an upload whose answer was lost. */
const looks = [0, 1500, 3000];

/**
 * Uploads the script unless one with the same text is there already. VPC only: Classic has no such action. Never
 * throws and never sends twice: `rejected` also stands for a look before the upload that went wrong.
 * @see https://api.ncloud-docs.com/docs/compute-vserver-initscript-createinitscript
 */
export async function uploadScript(
  place: ScriptPlace,
  draft: ScriptDraft,
  journal: UploadJournal,
  { again = false, now = Date.now, pause = sleep, noteDeadline = 5_000 }: UploadOptions = {},
): Promise<UploadOutcome> {
  const digest = digestOf(draft);
  // A note that stays by mistake makes the next upload of the text a question, and nothing worse.
  const forget = () => inTime(noteDeadline, () => journal.remove(digest)).catch(() => undefined);
  let before: readonly InitScript[];
  try {
    before = await listScripts(place);
    const same = await findSame(place, before, draft);
    if (same) {
      await forget();
      return { kind: 'uploaded', script: same, reused: true };
    }
  } catch (error) {
    return { kind: 'rejected', error: known(error) };
  }
  const name = freeName(
    draft.name,
    before.map((script) => script.name),
  );
  try {
    const earlier = journal.find(digest);
    if (earlier && !again) return { kind: 'pending', upload: earlier };
    await inTime(noteDeadline, () => journal.add({ digest, name, askedAt: now() }));
  } catch (error) {
    return { kind: 'unnoted', error };
  }
  const sent = await send(place, { ...draft, name });
  if ('script' in sent) {
    await forget();
    return verified(place, sent.script, draft.content);
  }
  if (sent.error.outcome === 'rejected') {
    await forget();
    return { kind: 'rejected', error: sent.error };
  }
  const found = await lookUp(place, draft, before, pause);
  if (!found) return { kind: 'unknown', name, error: sent.error };
  await forget();
  return { kind: 'uploaded', script: found, reused: false };
}

/** Waits for the journal, but not for ever. @throws what it throws, or that it was too late. */
async function inTime(milliseconds: number, run: () => Promise<void>): Promise<void> {
  const timer = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`The note was not kept within ${milliseconds} ms`);
  });
  try {
    await Promise.race([run(), late]);
  } finally {
    timer.abort();
  }
}

async function send(
  { client, environment, region }: ScriptPlace,
  { name, description, osType, content }: ScriptDraft,
): Promise<{ readonly script: InitScript } | { readonly error: NcloudError }> {
  try {
    const { initScriptList } = await client.call('vserver', 'createInitScript', {
      regionCode: region,
      initScriptContent: content,
      initScriptName: name,
      ...(description ? { initScriptDescription: description } : {}),
      osTypeCode: osType,
    });
    const [row] = Array.isArray(initScriptList) ? (initScriptList as readonly Row[]) : [];
    const script = row && toScript(environment, row);
    return script?.number ? { script } : { error: new BadAnswerError('malformed') };
  } catch (error) {
    return { error: known(error) };
  }
}

async function verified(place: ScriptPlace, script: InitScript, content: string): Promise<UploadOutcome> {
  try {
    const text = await readScript(place, script.number);
    const isSame = text !== undefined && isSameText(text.content, content);
    return isSame ? { kind: 'uploaded', script, reused: false } : { kind: 'unverified', script };
  } catch (error) {
    return { kind: 'unverified', script, error: known(error) };
  }
}

/** Looks for a script with this text that was not there before. */
async function lookUp(
  place: ScriptPlace,
  draft: ScriptDraft,
  before: readonly InitScript[],
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<InitScript | undefined> {
  const numbers = new Set(before.map(({ number }) => number));
  for (const wait of looks) {
    if (wait > 0) await pause(wait);
    try {
      const added = (await listScripts(place)).filter(({ number }) => !numbers.has(number));
      const found = await findSame(place, added, draft);
      if (found) return found;
    } catch {
      // The next look, or the user's own, may fare better; until then the outcome stays unknown.
    }
  }
  return undefined;
}

/** What tells one upload from another, without telling the text. */
function digestOf({ content, osType }: Pick<ScriptDraft, 'content' | 'osType'>): string {
  return textDigest(`${osType}\n${content}`);
}

function known(error: unknown): NcloudError {
  return error instanceof NcloudError ? error : new BadAnswerError('malformed');
}
