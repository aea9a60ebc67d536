// Faults on the wire between the extension and the sandbox, which both live in this process.
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';

/** What happens to a call. `before`: it never reaches the sandbox; `after`: it is carried out, its answer is lost. */
export type WireFault =
  | { readonly action: string; readonly strikes: 'before' | 'after'; readonly nth?: number; readonly times?: number }
  | {
      readonly action: string;
      readonly strikes: (body: string) => string;
      readonly nth?: number;
      readonly times?: number;
    };

/** The actions that were called while `run` ran, in order, with the faults in force. */
export async function onWire(faults: readonly WireFault[], run: () => Promise<void>): Promise<string[]> {
  const called: string[] = [];
  const original = Server.prototype.emit;
  Server.prototype.emit = function emit(this: Server, event: string, ...args: unknown[]) {
    const [request, response] = args as [IncomingMessage, ServerResponse];
    const action = event === 'request' ? request.url?.match(/\/v2\/(\w+)/)?.[1] : undefined;
    if (action === undefined) return Reflect.apply(original, this, [event, ...args]);
    called.push(action);
    const count = called.filter((other) => other === action).length;
    const fault = faults.find(
      ({ action: struck, nth = 1, times = 1 }) => struck === action && count >= nth && count < nth + times,
    );
    if (fault?.strikes === 'before') {
      request.socket.destroy();
      return true;
    }
    if (fault) spoil(request, response, fault.strikes);
    return Reflect.apply(original, this, [event, ...args]);
  } as typeof original;
  try {
    await run();
  } finally {
    Reflect.deleteProperty(Server.prototype, 'emit');
  }
  return called;
}

function spoil(
  request: IncomingMessage,
  response: ServerResponse,
  strikes: 'after' | 'before' | ((body: string) => string),
) {
  const { end } = response;
  response.end = ((body: unknown) => {
    if (typeof strikes !== 'function') {
      request.socket.destroy();
      return response;
    }
    return end.call(response, Buffer.from(strikes(String(body))), 'utf8');
  }) as typeof response.end;
}
