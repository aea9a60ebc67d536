/** A real server on this computer that answers as a test tells it to, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface FaultServer {
  readonly endpoint: string;
  readonly port: number;
  readonly asked: readonly Asked[];
}

/** What a server lives as long as: a test, as a rule. */
export interface Lifetime {
  after(stop: () => unknown): unknown;
}

/** Answers one request; `count` is its number, from 1. */
export type Handler = (response: ServerResponse, asked: Asked, count: number) => void;

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Serves until the test ends. */
export async function serve(context: Lifetime, handler: Handler): Promise<FaultServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const entry = { method, url, headers, body: await text(request) };
    asked.push(entry);
    handler(response, entry, asked.length);
  });
  const port = await listen(server);
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { endpoint: `http://127.0.0.1:${port}`, port, asked };
}

/** Serves bare connections until the test ends; gives the port. */
export async function serveTcp(context: Lifetime, connected: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    connected(socket);
  });
  const port = await listen(server);
  context.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return port;
}

/** A port that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
