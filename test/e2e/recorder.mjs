// Puts a recorder around the sandbox of an editor's own copy of the extension, so that the product needs no test door.
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../support/paths.mjs';

/**
 * Call it before a window is open. The sandbox that the extension then starts is reached through a proxy that writes
 * down each creation as it was sent, keeps its commit log in a file, and lets `client` ask it for what it has made.
 * @param {{dataDir: string}} editor
 * @returns {{client(): import('../../src/client').NcloudClient, commits(): {action: string, serverInstanceNo: string, at: string}[], creations(): {path: string, params: object}[]}}
 */
export function recordSandbox({ dataDir }) {
  const [keys, commits, creations] = ['keys', 'commits', 'creations'].map((name) => join(dataDir, `${name}.jsonl`));
  wrapSandbox({ dataDir }, recorder, { keys, commits, creations });
  const lines = (file) =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [];
  const { NcloudClient } = createRequire(import.meta.url)(join(root, 'dist/client.cjs'));
  return {
    client: () => new NcloudClient(lines(keys).at(-1)),
    commits: () => lines(commits),
    creations: () =>
      lines(creations).map(({ path, body }) => ({ path, params: Object.fromEntries(new URLSearchParams(body)) })),
  };
}

/**
 * The folder of an editor's own copy of the extension.
 * @param {{dataDir: string}} editor
 */
export function installedIn({ dataDir }) {
  const extensions = join(dataDir, 'extensions');
  const ours = readdirSync(extensions).find((name) => name.startsWith('ncloud-servers.'));
  if (!ours) throw new Error('The extension is not installed.');
  return join(extensions, ours);
}

/**
 * Puts `wrapper(exports, require, given)` in the place of the module `sandbox.cjs`; it finds the sandbox in
 * `./recorded-sandbox.cjs`. Its text is copied, so that it sees nothing of its own file.
 * @template T
 * @param {{dataDir: string}} editor
 * @param {(exports: {startSandbox?: unknown}, require: NodeJS.Require, given: T) => void} wrapper
 * @param {T} given
 */
export function wrapSandbox({ dataDir }, wrapper, given) {
  const dist = join(installedIn({ dataDir }), 'dist');
  renameSync(join(dist, 'sandbox.cjs'), join(dist, 'recorded-sandbox.cjs'));
  writeFileSync(join(dist, 'sandbox.cjs'), `(${wrapper})(exports, require, ${JSON.stringify(given)});`);
}

/**
 * Runs in the extension host as the module `sandbox.cjs`; it sees nothing of this file.
 * @param {{startSandbox?: unknown}} exports
 * @param {NodeJS.Require} require
 * @param {{keys: string, commits: string, creations: string}} files
 */
function recorder(exports, require, files) {
  const { appendFileSync } = require('node:fs');
  const http = require('node:http');
  /** @type {typeof import('../../src/sandbox/index')} */
  const { startSandbox } = require('./recorded-sandbox.cjs');
  const record = (file, entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`);

  exports.startSandbox = async (options) => {
    const sandbox = await startSandbox({ ...options, commitLog: files.commits });
    const proxy = http.createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      if (request.url?.includes('/createServerInstances')) {
        record(files.creations, { path: request.url, body: body.toString() });
      }
      const { method } = request;
      // The sandbox answers only those who call it by its own name.
      const { host: _, ...headers } = request.headers;
      http
        .request(`${sandbox.endpoint}${request.url}`, { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        })
        .end(body);
    });
    await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());
    const endpoint = `http://127.0.0.1:${port}`;
    const { accessKey, secretKey } = sandbox;
    record(files.keys, { endpoint, accessKey, secretKey });
    const stop = () => {
      proxy.close();
      return sandbox.stop();
    };
    return { ...sandbox, endpoint, stop };
  };
}
