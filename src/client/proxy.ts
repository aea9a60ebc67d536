/** The address of a proxy, taken apart before any call, so that a mistake in it is told as what it is. */
import { NotSentError } from './errors';

export interface ProxyAddress {
  /** Whether the proxy itself is spoken to over TLS. */
  readonly secure: boolean;
  /** Without brackets, also when it is IPv6. */
  readonly host: string;
  readonly port: number;
  /** Value of the header `Proxy-Authorization`, when the address names a user. */
  readonly authorization?: string;
}

/** What was typed counts as it stands where it is no percent-encoding: a password may hold any sign. */
function decoded(typed: string): string {
  try {
    return decodeURIComponent(typed);
  } catch {
    return typed;
  }
}

/**
 * Takes `http://user:password@host:port` apart. User and password are read from what was typed, as `URL` would encode
 * some signs of them and leave others.
 * @throws NotSentError `bad-proxy` for anything else, socks among it.
 */
export function checkedProxy(address: string): ProxyAddress {
  const parts = /^(https?):\/\/(?:([^/?#]*)@)?([^/?#@\s]+)(?:[/?#][^@]*)?$/i.exec(address.trim());
  const [, scheme = '', user, host = ''] = parts ?? [];
  const base = `${scheme}://${host}`;
  if (parts === null || !URL.canParse(base)) throw new NotSentError('bad-proxy');
  const url = new URL(base);
  const secure = url.protocol === 'https:';
  const proxy = {
    secure,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
  };
  if (!user) return proxy;
  const colon = user.includes(':') ? user.indexOf(':') : user.length;
  const credentials = `${decoded(user.slice(0, colon))}:${decoded(user.slice(colon + 1))}`;
  return { ...proxy, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
}
