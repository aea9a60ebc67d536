/** The local HTTP side: who may talk to the sandbox, how much they may send, and how (faulty) replies go out. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTask } from 'node:timers/promises';
import { renderGatewayError } from './answer';
import type { Late, Unheard } from './faults';
import { spoil, turnAway } from './spoil';

/** A request as it came: `target` is the raw path and query of the request line. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What goes back, and the fault to spoil it with. The pieces of a long body are made one a task. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Iterable<string>;
  readonly fault?: Late | undefined;
}

/** Room for the largest init script (1,024 KB), of which form encoding makes three times as much at worst. */
const bodyLimit = 4 * 1024 * 1024;
/** Beyond this a sender is cut off instead of being read to the end. */
const patience = 4 * bodyLimit;

/** The only headers of the sandbox's own: JSON because that is what the gateway sends. */
export const jsonHeaders = { 'content-type': 'application/json;charset=UTF-8' };

/**
 * An HTTP server on 127.0.0.1. A web page cannot use it: Host is checked, what browsers say of a page is refused, there
 * is no CORS.
 */
export class LocalServer {
  readonly #server: Server;
  readonly #now: () => number;
  readonly #handle: (request: RawRequest) => Reply;
  /** Connections that nobody listens to. */
  readonly #unheard = new Set<Socket>();

  /** `connect` is asked what becomes of each connection that comes in: nothing, as a rule. */
  constructor(handle: (request: RawRequest) => Reply, now: () => number, connect: () => Unheard | undefined) {
    this.#handle = handle;
    this.#now = now;
    this.#server = createServer({ connectionsCheckingInterval: 2000 }, (request, response) => {
      response.on('error', () => response.destroy());
      this.#serve(request, response).catch(() => response.destroy());
    });
    const [listen] = this.#server.listeners('connection');
    this.#server.removeAllListeners('connection').on('connection', (socket: Socket) => {
      const fault = connect();
      if (fault === undefined) return listen?.call(this.#server, socket);
      this.#unheard.add(socket);
      turnAway(
        socket.on('close', () => this.#unheard.delete(socket)),
        fault,
      );
    });
    this.#server.headersTimeout = 10_000;
    this.#server.requestTimeout = 30_000;
    this.#server.keepAliveTimeout = 5000;
  }

  /** Starts to listen and returns the endpoint. @throws when the port is taken. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Breaks all connections and frees the port. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
      for (const socket of this.#unheard) socket.destroy();
    });
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '', headers } = request;
    const own = [`127.0.0.1:${this.#port}`, `localhost:${this.#port}`];
    // A picture or a script of a web page bears no Origin, but says where it was asked for from.
    const isOfPage = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
    if (isOfPage || !own.includes(headers.host ?? '')) {
      request.resume();
      await this.#send(response, {
        status: 403,
        headers: { 'content-type': 'text/plain;charset=UTF-8', connection: 'close' },
        body: 'The sandbox answers only local clients that are not web pages.',
      });
      return;
    }
    const body = await readBody(request);
    if (body) await this.#send(response, this.#handle({ method, target, headers, body }));
    else {
      await this.#send(response, {
        status: 413,
        headers: { ...jsonHeaders, connection: 'close' },
        body: renderGatewayError('430', 'Request Entity Too Large', ''),
      });
    }
  }

  async #send(response: ServerResponse, { status, body, fault, ...reply }: Reply): Promise<void> {
    const headers = { date: new Date(this.#now()).toUTCString(), ...reply.headers };
    const pieces = await encoded(body);
    if (fault !== undefined) return spoil(response, { status, headers, body: Buffer.concat(pieces) }, fault);
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    response.writeHead(status, { ...headers, 'content-length': String(length) });
    for (const piece of pieces.slice(0, -1)) response.write(piece);
    response.end(pieces.at(-1));
  }
}

/** The bytes of a body, each piece in a task of its own: whoever runs the sandbox has other things to do. */
async function encoded(body: string | Iterable<string>): Promise<Buffer[]> {
  if (typeof body === 'string') return [Buffer.from(body)];
  const pieces: Buffer[] = [];
  for (const piece of body) {
    if (pieces.length > 1) await nextTask();
    pieces.push(Buffer.from(piece));
  }
  return pieces;
}

/** The whole body, or undefined when it is too big. Too much is read to its end so that the sender sees the answer. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > patience) throw new RangeError('body without end');
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined;
}
