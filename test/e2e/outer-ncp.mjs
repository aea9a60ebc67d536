// An NCP that outlives the editor: a sandbox in a process of its own with a stand-in before it, which the extension of an
// editor takes for the real one. The truth is read behind the stand-in.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../support/paths.mjs';
import { installedIn } from './recorder.mjs';
import { startOuterSandbox, Wire } from './wire.mjs';

/** The addresses of NCP's public site. */
const real = /https:\/\/(ncloud|billingapi)\.apigw\.ntruss\.com/g;

/**
 * Call it before a window is open.
 * @param {{dataDir: string}} editor
 */
export async function outerNcp({ dataDir }) {
  const log = join(dataDir, 'commits.jsonl');
  const sandbox = await startOuterSandbox(log);
  const wire = new Wire();
  const endpoint = await wire.start(sandbox.endpoint);
  // In this editor's own copy of the extension other addresses stand, so that the product needs no test door.
  const program = join(installedIn({ dataDir }), 'dist/main.cjs');
  const text = readFileSync(program, 'utf8');
  if (text.match(real)?.length !== 2) throw new Error('The addresses of NCP are not where they were.');
  writeFileSync(program, text.replace(real, endpoint));
  const { NcloudClient, listServers } = createRequire(import.meta.url)(join(root, 'dist/client.cjs'));
  const client = new NcloudClient(sandbox);
  const journal = join(dataDir, 'User/globalStorage/ncloud-servers.ncloud-servers');
  return {
    wire,
    accessKey: sandbox.accessKey,
    secretKey: sandbox.secretKey,
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
