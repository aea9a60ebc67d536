/**
 * One POST. The only file that knows axios; it is loaded on the first call. It never throws, and what it gives back
 * is plain data without any trace of the request.
 */
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import axios from 'axios';
import type { ProxyAddress } from './proxy';
import { ProxyRefusal, Tunnel } from './tunnel';

const megabyte = 1024 * 1024;
const largestAnswer = 10 * megabyte;
/** Room for the largest init script (1,024 KB), of which form encoding makes three times as much at worst. */
const largestRequest = 4 * megabyte;

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The way to an https address. Left out: none, whatever the environment says; an editor may put one in place. */
  readonly proxy?: ProxyAddress;
  /** Accepts any certificate of the other side. */
  readonly anyCertificate?: boolean;
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
 * No complete answer. `phase` tells how far the call has come. `own`: this program itself has failed before anything
 * could leave. `connect`: not one byte of the request can have left, as the connection, or its TLS handshake, was not
 * finished. `sent`: some of it may have left. Codes of our own: `DEADLINE`, `CANCELLED`, `REQUEST_TOO_LARGE`,
 * `ANSWER_TOO_LARGE`, and `PROXY_REFUSED`, which has a status; all others are the system's or axios's.
 */
export interface Failure {
  readonly kind: 'failure';
  readonly code: string;
  readonly syscall?: string;
  /** With it the proxy has answered in place of NAVER Cloud. */
  readonly status?: number;
  readonly phase: 'own' | 'connect' | 'sent';
}

/** Calls back once the socket has stopped connecting and its TLS handshake is done. */
function whenReady(socket: Socket & { secureConnecting?: boolean }, ready: () => void): void {
  if (socket.connecting || socket.secureConnecting) {
    socket.once('secureConnecting' in socket ? 'secureConnect' : 'connect', ready);
  } else ready();
}

/**
 * Whether nothing that is written to the socket can leave. An editor plays the proxy's refusal of a tunnel on such a
 * one, as if it were the answer of the other side.
 */
function isMute(socket: Socket & { encrypted?: boolean }): boolean {
  return socket.encrypted !== true && !socket.writable;
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
  let phase: 'connect' | 'sent' = 'connect';
  if (request.signal?.aborted) return { kind: 'failure', code: 'CANCELLED', phase };
  if (Buffer.byteLength(request.body) > largestRequest) return { kind: 'failure', code: 'REQUEST_TOO_LARGE', phase };

  const controller = new AbortController();
  let stopped: Pick<Failure, 'code' | 'status'> | undefined;
  let broken: NodeJS.ErrnoException | undefined;
  let client: http.ClientRequest | undefined;
  const stop = (code: string, status?: number): void => {
    stopped ??= status === undefined ? { code } : { code, status };
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
      const isSecure = options.protocol === 'https:';
      let isRefusal = false;
      client = (isSecure ? https : http).request({ ...options, ...tlsOptions(request) }, (response) => {
        if (isRefusal) return stop('PROXY_REFUSED', response.statusCode);
        // An editor may put sockets of its own in place; an answer proves in any case that the request has left.
        sent();
        answered(response);
      });
      client.once('socket', (socket) => {
        isRefusal = isSecure && isMute(socket);
        if (!isRefusal) whenReady(socket, sent);
      });
      client.once('error', (error) => {
        broken = error;
      });
      return client;
    },
  };

  try {
    const { status, headers, data } = await axios.request<Uint8Array>({
      adapter: 'http',
      method: 'POST',
      url: request.url,
      headers: {
        ...request.headers,
        'Content-Type': 'application/x-www-form-urlencoded',
        'User-Agent': 'ncloud-servers',
        ...(request.ownConnection ? { Connection: 'close' } : {}),
      },
      data: request.body,
      responseType: 'arraybuffer',
      proxy: false,
      maxRedirects: 0,
      maxContentLength: largestAnswer,
      maxBodyLength: largestRequest,
      validateStatus: () => true,
      signal: controller.signal,
      transport,
      ...(request.ownConnection ? { httpAgent: new http.Agent() } : {}),
      ...(request.proxy === undefined ? {} : { httpsAgent: new Tunnel(request.proxy, controller.signal) }),
    });
    return { kind: 'reply', status, headers: plainHeaders(headers), body: strictUtf8(data) };
  } catch (thrown) {
    // What is said of it from here on must stay true: a request underway must not leave later.
    client?.destroy();
    if (stopped !== undefined) return { kind: 'failure', ...stopped, phase };
    return { kind: 'failure', ...described(thrown, broken), phase: phase === 'connect' && !broken ? 'own' : phase };
  } finally {
    clearTimeout(deadline);
    clearTimeout(connectDeadline);
    request.signal?.removeEventListener('abort', cancel);
  }
}

/**
 * An https call gets no agent of ours, as an editor lets an agent stand in the way of its own proxies. A connection of
 * its own comes about by an option that no client reads, but by which Node keeps idle connections apart; what is put
 * apart closes after its call.
 */
function tlsOptions({ ownConnection, anyCertificate }: Post): https.RequestOptions {
  return {
    ...(ownConnection ? { sessionIdContext: 'own' } : {}),
    ...(anyCertificate ? { rejectUnauthorized: false } : {}),
  };
}

/** @param broken what the network has reported; without it the fault is this program's own */
function described(
  thrown: unknown,
  broken: NodeJS.ErrnoException | undefined,
): Pick<Failure, 'code' | 'syscall' | 'status'> {
  if (broken instanceof ProxyRefusal) return { code: broken.code, status: broken.status };
  const { message, name, code = broken ? 'UNKNOWN' : name, cause, ...more } = thrown as NodeJS.ErrnoException;
  const syscall = more.syscall ?? (cause as NodeJS.ErrnoException | undefined)?.syscall;
  return {
    code: message.startsWith('maxContentLength') ? 'ANSWER_TOO_LARGE' : code,
    ...(syscall === undefined ? {} : { syscall }),
  };
}
