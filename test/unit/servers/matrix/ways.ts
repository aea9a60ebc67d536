// Faults of the way to NCP: nobody there, the wrong one there, or a proxy that lets nobody through. Nothing leaves.
import dns from 'node:dns';
import tls from 'node:tls';
import { sites } from '../../../../src/client/index';
import { closedPort, serveTcp } from '../../../support/fault-server';
import { type OnConnect, serveProxy, through } from '../../../support/proxy';
import { type Certificate, expired, selfSigned, serveTls } from '../../../support/tls';
import { type FaultCase, notSent, type Strike } from './case';

/** Asked with the test's own context, which ends what it starts. */
export interface Lifetime {
  after(stop: () => unknown): unknown;
}

/** What came to somebody who should have seen nothing of a call. */
export interface Leaks {
  readonly heads: string[];
  readonly bodies: string[];
}

const { endpoint } = sites.public;
const host = new URL(endpoint).hostname;

const nothing: Strike = () => [];
const case_ = (id: string, does: string, code: string, way: NonNullable<FaultCase['way']>): FaultCase => ({
  id,
  does,
  faults: nothing,
  expected: notSent,
  way,
  code,
});

/** Looks the name of NCP up with this error. */
export function withoutName(context: Lifetime): void {
  const { lookup } = dns;
  Object.assign(dns, {
    lookup: (name: string, options: unknown, done: (error: Error | null) => void) => {
      const [, code] = /^(\w+)\.faults\.ntruss\.com$/.exec(name) ?? [];
      if (code === undefined) return lookup(name, options as never, done as never);
      const error = Object.assign(new Error(`getaddrinfo ${code}`), {
        code: code.toUpperCase(),
        syscall: 'getaddrinfo',
      });
      setImmediate(done, error);
    },
  });
  context.after(() => Object.assign(dns, { lookup }));
}

/** Nobody is there, or a proxy stands in the way. */
export async function deadEnds(context: Lifetime, leaks: Leaks): Promise<FaultCase[]> {
  withoutName(context);
  const nobody = await closedPort();
  const proxied = async (onConnect: OnConnect) => {
    const { port, asked } = await serveProxy(context, onConnect);
    context.after(() => leaks.heads.push(...asked));
    return port;
  };
  const page = '<html></html>';
  const html = `Content-Type: text/html\r\nContent-Length: ${page.length}\r\n\r\n${page}`;
  const by = (port: number) => (keys: Keys) => ({ ...keysOf(keys), endpoint, proxy: `http://127.0.0.1:${port}` });
  const signIn = await proxied((socket) => socket.end(`HTTP/1.1 407 X\r\n${html}`));
  const pages = await proxied((socket) => socket.end(`HTTP/1.1 200 OK\r\n${html}`));
  const bad = await proxied((socket) => socket.end(`HTTP/1.1 502 X\r\n${html}`));
  const plain = await serveTcp(context, (socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  );
  const toPlain = await proxied(through(plain));
  return [
    case_('F6', 'nobody listens', 'ECONNREFUSED', (keys) => ({
      ...keysOf(keys),
      endpoint: `http://127.0.0.1:${nobody}`,
    })),
    ...['enotfound', 'eai_again'].map((code) =>
      case_('F6', `no such name: ${code}`, code.toUpperCase(), (keys) => ({
        ...keysOf(keys),
        endpoint: `https://${code}.faults.ntruss.com`,
      })),
    ),
    case_('F7', 'no TLS where it should be', 'EPROTO', by(toPlain)),
    case_('F39', 'a proxy wants a sign-in', '407', by(signIn)),
    case_('F39', 'a proxy sends a page', '200', by(pages)),
    case_('F39', 'a proxy reports a fault', '502', by(bad)),
    case_('F39', 'a dead proxy', 'ECONNREFUSED', by(nobody)),
  ];
}

/** Somebody else is there. The authority of all of these but one is trusted, so that it is the rest that is wrong. */
export async function wrongHosts(context: Lifetime, leaks: Leaks): Promise<FaultCase[]> {
  const trusted: string[] = [];
  const { createSecureContext } = tls;
  Object.assign(tls, {
    createSecureContext: (options: tls.SecureContextOptions = {}) =>
      createSecureContext({ ...options, ...(options.cert ? {} : { ca: trusted }) }),
  });
  context.after(() => Object.assign(tls, { createSecureContext }));
  const by = async (certificate: Certificate) => {
    const { port, commits } = await serveTls(context, certificate, (response) => response.end('{}'));
    const proxy = await serveProxy(context, through(port));
    context.after(() => leaks.bodies.push(...commits));
    return (keys: Keys) => ({ ...keysOf(keys), endpoint, proxy: `http://127.0.0.1:${proxy.port}` });
  };
  const [other, old, own] = [selfSigned('elsewhere.example'), expired(host), selfSigned(host)];
  trusted.push(other.cert, old.cert);
  return [
    case_('F7', 'self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', await by(own)),
    case_('F7', 'of another host', 'ERR_TLS_CERT_ALTNAME_INVALID', await by(other)),
    case_('F7', 'expired', 'CERT_HAS_EXPIRED', await by(old)),
  ];
}

interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

const keysOf = ({ accessKey, secretKey }: Keys): Keys => ({ accessKey, secretKey });
