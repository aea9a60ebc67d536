/** TLS on this computer, with a certificate that is made when a test needs it and that nobody trusts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Handler, Lifetime } from './fault-server';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for these names that signs itself, good from now on for two days. */
export function selfSigned(...names: string[]): Certificate {
  return certificateFor(names, 2);
}

/** One that was good until yesterday. */
export function expired(...names: string[]): Certificate {
  return certificateFor(names, -1);
}

function certificateFor(names: readonly string[], days: number): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-tls-'));
  const [key, request, cert, extensions] = ['key.pem', 'request.pem', 'cert.pem', 'extensions'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  try {
    writeFileSync(extensions, `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`);
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    openssl('req', '-new', '-nodes', ...curve, '-keyout', key, '-out', request, '-subj', '/CN=nobody');
    // Of the two commands that sign only this one makes one of the past.
    openssl('x509', '-req', '-in', request, '-signkey', key, '-days', `${days}`, '-extfile', extensions, '-out', cert);
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface TlsServer {
  readonly port: number;
  /** Bodies of the requests that have come in whole: what a real server would have carried out. */
  readonly commits: readonly string[];
  readonly server: Server;
}

/** Serves until the test ends. */
export async function serveTls(context: Lifetime, certificate: Certificate, handler: Handler): Promise<TlsServer> {
  const commits: string[] = [];
  const server = createServer(certificate, async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    commits.push(body);
    handler(response, { method, url, headers, body }, commits.length);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { port: (server.address() as AddressInfo).port, commits, server };
}
