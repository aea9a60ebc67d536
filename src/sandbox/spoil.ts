/** How faults go out over a real socket. Left out of what is shipped: there nobody plans any. */
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Broken, Late, Unheard } from './faults';

/** An answer as it would go out. */
export interface Encoded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** How much of an answer is sent, and how. */
type Part = Exclude<Broken, { readonly headers: unknown }>;

const megabyte = Buffer.alloc(1024 * 1024, ' ');

/** Deals with a connection that nobody will listen to. */
export function turnAway(socket: Socket, fault: Unheard): void {
  socket.on('error', () => undefined);
  if (fault === 'reset') socket.resetAndDestroy();
  else if (fault === 'close') socket.destroy();
  else if (fault !== 'hang') socket.resume().end(Buffer.from(fault.bytes, 'latin1'));
}

/** Sends the answer as the fault has it. */
export function spoil(response: ServerResponse, reply: Encoded, { where, what }: Late): void {
  const { status, headers, body } = reply;
  const whole = { ...headers, 'content-length': String(body.length) };
  const send = (bytes: Buffer) => {
    response.writeHead(status, { ...headers, 'content-length': String(bytes.length) }).end(bytes);
  };
  if (what === 'reset') response.socket?.resetAndDestroy();
  else if (what === 'hang') return;
  else if ('status' in what) {
    const { body: text, encoding } = what;
    const bytes = typeof text === 'string' ? Buffer.from(text, encoding) : Buffer.from(text);
    response.writeHead(what.status, { ...headers, 'content-length': String(bytes.length), ...what.headers }).end(bytes);
  } else if ('headers' in what) {
    const changed = Object.entries({ ...whole, ...what.headers }).filter(([, value]) => value !== null);
    if (what.headers.date === null) response.sendDate = false;
    response.writeHead(status, Object.fromEntries(changed) as Record<string, string>).end(body);
  } else if ('pad' in what) {
    response.writeHead(status, { ...whole, 'x-padding': 'x'.repeat(what.pad) }).end(body);
  } else if ('delay' in what) {
    const timer = setTimeout(send, what.delay, body);
    response.on('close', () => clearTimeout(timer));
  } else if ('edit' in what) send(Buffer.from(what.edit(body.toString('utf8'))));
  else if ('replace' in what)
    send(Buffer.from(body.toString('utf8').replaceAll(what.replace[0], () => what.replace[1])));
  else if ('flood' in what) {
    const pieces = Readable.from(Array.from({ length: what.flood }, () => megabyte));
    response.writeHead(status, { ...headers, ...(what.gzip && { 'content-encoding': 'gzip' }) });
    const sent = what.gzip ? pipeline(pieces, createGzip(), response) : pipeline(pieces, response);
    sent.catch(() => response.destroy());
  } else if ('answerOf' in what) send(body);
  else if ('length' in what && what.length === 'short') send(body.subarray(0, what.cut));
  else if (where === 'in-headers' && response.socket) {
    sendPart(response.socket, Buffer.concat([headOf(status, whole), body]), what);
  } else {
    response.writeHead(status, 'length' in what && what.length === 'chunked' ? headers : whole);
    response.flushHeaders();
    sendPart(response, body, what);
  }
}

/** Sends as many bytes as the fault lets through. */
function sendPart(out: Writable, bytes: Buffer, what: Part): void {
  if ('stall' in what) out.write(bytes.subarray(0, what.stall));
  else if ('drip' in what) {
    let sent = 0;
    const timer = setInterval(() => {
      out.write(bytes.subarray(sent, sent + 1));
      sent += 1;
      if (sent < bytes.length) return;
      clearInterval(timer);
      out.end();
    }, what.drip);
    out.on('close', () => clearInterval(timer));
  } else {
    const part = bytes.subarray(0, what.cut);
    if (part.length === 0) setImmediate(() => out.destroy());
    else out.write(part, () => out.destroy());
  }
}

function headOf(status: number, headers: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}connection: close\r\n\r\n`,
    'latin1',
  );
}
