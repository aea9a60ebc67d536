// An NCP that outlives the editor: a sandbox in a process of its own with a stand-in before it, which the extension of an
// editor reaches as its own sandbox. The truth is read behind the stand-in.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../support/paths.mjs';
import { wrapSandbox } from './recorder.mjs';
import { startOuterSandbox, Wire } from './wire.mjs';

/** What the user's settings need for it. */
export const outerSettings = { 'ncloud.sandbox.enabled': true };

/**
 * Call it before a window is open.
 * @param {{dataDir: string}} editor
 */
export async function outerNcp({ dataDir }) {
  const log = join(dataDir, 'commits.jsonl');
  const sandbox = await startOuterSandbox(log);
  const wire = new Wire();
  const { accessKey, secretKey } = sandbox;
  wrapSandbox({ dataDir }, wrapper, { endpoint: await wire.start(sandbox.endpoint), accessKey, secretKey });
  const { NcloudClient, listServers } = createRequire(import.meta.url)(join(root, 'dist/client.cjs'));
  const client = new NcloudClient(sandbox);
  const journal = join(dataDir, 'User/globalStorage/ncloud-servers.ncloud-servers');
  return {
    wire,
    /** The numbers of the servers that were made, in the order in which they were. */
    commits: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line.includes('"createServerInstances"'))
        .map((line) => JSON.parse(line).serverInstanceNo),
    /** The names of all servers. @returns {Promise<string[]>} */
    names: async () => (await listServers(client, 'vpc', 'KR')).map(({ name }) => name),
    /**
     * The files of the journal that tell of this name.
     * @param {string} name
     */
    written: (name) => filesBelow(journal).filter(({ text }) => text.includes(name)),
    /** The files of the journal. */
    files: () => filesBelow(journal),
    stop() {
      wire.stop();
      sandbox.stop();
    },
  };
}

/** Runs in the extension host as the module `sandbox.cjs`; it sees nothing of this file. */
function wrapper(exports, _require, given) {
  exports.startSandbox = async () => ({ ...given, stop: async () => {} });
}

/**
 * @param {string} folder
 * @returns {{path: string, text: string}[]}
 */
function filesBelow(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    try {
      return [{ path, text: readFileSync(path, 'utf8') }];
    } catch {
      // It has just been removed or renamed.
      return [];
    }
  });
}
