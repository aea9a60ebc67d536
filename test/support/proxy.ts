/** Proxies on this computer: one that answers CONNECT as a test tells it to, and one that speaks SOCKS5. */
import { connect, type Socket } from 'node:net';
import { type Lifetime, serveTcp } from './fault-server';

export interface TestProxy {
  readonly port: number;
  /** What each connection has sent before it was let through, as text. */
  readonly asked: readonly string[];
}

/** What a proxy does with a connection once the whole question for a tunnel is there. */
export type OnConnect = (socket: Socket) => void;

/** Lets the connection through to a port of this computer, whatever host was asked for. */
export function through(port: number, greeting = 'HTTP/1.1 200 Connection established\r\n\r\n'): OnConnect {
  return (socket) => {
    const server = connect(port, '127.0.0.1', () => {
      socket.write(greeting);
      socket.pipe(server).pipe(socket);
    });
    server.on('error', () => socket.destroy());
    socket.on('close', () => server.destroy());
  };
}

/** Serves until the test ends. */
export async function serveProxy(context: Lifetime, onConnect: OnConnect): Promise<TestProxy> {
  const asked: string[] = [];
  const port = await serveTcp(context, (socket) => {
    let head = '';
    socket.on('data', function collect(data) {
      head += data.toString('latin1');
      if (!head.endsWith('\r\n\r\n')) return;
      socket.off('data', collect);
      asked.push(head);
      onConnect(socket);
    });
  });
  return { port, asked };
}

/** A SOCKS5 proxy without a sign-in that leads to a port of this computer; `asked` holds the names of the hosts. */
export async function serveSocks(context: Lifetime, port: number): Promise<TestProxy> {
  const asked: string[] = [];
  const own = await serveTcp(context, (socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (question) => {
        // A name (kind 3) comes with its length in front.
        const name = question[3] === 3 ? question.toString('latin1', 5, 5 + (question[4] ?? 0)) : `kind ${question[3]}`;
        asked.push(name);
        through(port, '\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00')(socket);
      });
    });
  });
  return { port: own, asked };
}
