/**
 * One POST. The only file that knows axios; it is loaded on the first call. It never throws, and what it gives back
 * is plain data without any trace of the request.
 */
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import axios, { type AxiosError, type AxiosProxyConfig } from 'axios';

const megabyte = 1024 * 1024;
const largestAnswer = 10 * megabyte;
/** Room for the largest init script (1,024 KB), of which form encoding makes three times as much at worst. */
const largestRequest = 4 * megabyte;

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Address of the proxy, with credentials if it wants any. Left out: none, whatever the environment says. */
  readonly proxy?: string;
  /** Opens a connection of its own, so that an idle one that the other side has just closed cannot spoil the call. */
  readonly ownConnection: boolean;
  /** Milliseconds until the connection must stand, TLS included. */
  readonly connectDeadline: number;
  /** Milliseconds until the last byte of the answer must be there. */
  readonly deadline: number;
  readonly signal?: AbortSignal;
}

/** The other side answered. `body` is undefined when it is not UTF-8. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * No complete answer. `phase` is `connect` as long as not one byte of the request can have left: the connection, or
 * its TLS handshake, was not finished. Codes of our own: `DEADLINE`, `CANCELLED`, `REQUEST_TOO_LARGE`,
 * `ANSWER_TOO_LARGE`; all others are the system's or axios's.
 */
export interface Failure {
  readonly kind: 'failure';
  readonly code: string;
  readonly syscall?: string;
  readonly phase: 'connect' | 'sent';
}

function proxyConfig(address: string): AxiosProxyConfig {
  const url = new URL(address);
  const proxy: AxiosProxyConfig = {
    protocol: url.protocol,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
  };
  if (url.username !== '') {
    proxy.auth = { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  }
  return proxy;
}

/** Calls back once the socket has stopped connecting and its TLS handshake is done. */
function whenReady(socket: Socket & { secureConnecting?: boolean }, ready: () => void): void {
  if (socket.connecting || socket.secureConnecting) {
    socket.once('secureConnecting' in socket ? 'secureConnect' : 'connect', ready);
  } else ready();
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function plainHeaders(headers: object): Record<string, string> {
  const plain: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') plain[name.toLowerCase()] = value;
  }
  return plain;
}

/** Posts a form. Redirects are not followed and no status is an error. */
export async function post(request: Post): Promise<Reply | Failure> {
  let phase: Failure['phase'] = 'connect';
  const fail = (code: string, syscall?: string): Failure => ({
    kind: 'failure',
    code,
    phase,
    ...(syscall === undefined ? {} : { syscall }),
  });
  if (request.signal?.aborted) return fail('CANCELLED');
  if (Buffer.byteLength(request.body) > largestRequest) return fail('REQUEST_TOO_LARGE');

  const controller = new AbortController();
  let stopped: string | undefined;
  const stop = (code: string): void => {
    stopped ??= code;
    controller.abort();
  };
  const cancel = (): void => stop('CANCELLED');
  const deadline = setTimeout(() => stop('DEADLINE'), request.deadline);
  const connectDeadline = setTimeout(() => stop('DEADLINE'), request.connectDeadline);
  request.signal?.addEventListener('abort', cancel, { once: true });
  const sent = (): void => {
    phase = 'sent';
    clearTimeout(connectDeadline);
  };

  const transport = {
    request(options: https.RequestOptions, answered: (response: http.IncomingMessage) => void): http.ClientRequest {
      const client = (options.protocol === 'https:' ? https : http).request(options, answered);
      client.once('socket', (socket) => whenReady(socket, sent));
      // An editor may put sockets of its own in place; an answer proves in any case that the request has left.
      client.once('response', sent);
      return client;
    },
  };
  const agents = request.ownConnection ? { httpAgent: new http.Agent(), httpsAgent: new https.Agent() } : {};

  try {
    const { status, headers, data } = await axios.request<Uint8Array>({
      adapter: 'http',
      method: 'POST',
      url: request.url,
      headers: {
        ...request.headers,
        'Content-Type': 'application/x-www-form-urlencoded',
        'User-Agent': 'ncloud-servers',
      },
      data: request.body,
      responseType: 'arraybuffer',
      proxy: request.proxy === undefined ? false : proxyConfig(request.proxy),
      maxRedirects: 0,
      maxContentLength: largestAnswer,
      maxBodyLength: largestRequest,
      validateStatus: () => true,
      signal: controller.signal,
      transport,
      ...agents,
    });
    return { kind: 'reply', status, headers: plainHeaders(headers), body: strictUtf8(data) };
  } catch (thrown) {
    const { code = 'UNKNOWN', message, cause } = thrown as AxiosError;
    const syscall = (thrown as NodeJS.ErrnoException).syscall ?? (cause as NodeJS.ErrnoException | undefined)?.syscall;
    if (stopped !== undefined) return fail(stopped);
    return fail(message.startsWith('maxContentLength') ? 'ANSWER_TOO_LARGE' : code, syscall);
  } finally {
    clearTimeout(deadline);
    clearTimeout(connectDeadline);
    request.signal?.removeEventListener('abort', cancel);
  }
}
