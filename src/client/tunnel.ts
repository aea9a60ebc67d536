/**
 * A way through a proxy to NAVER Cloud, for programs that no editor takes care of. The proxy learns the name of the
 * host and nothing of the call.
 */
import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import type { ProxyAddress } from './proxy';

/** The proxy has answered the question for a tunnel itself, with this status. */
export class ProxyRefusal extends Error {
  readonly code = 'PROXY_REFUSED';

  constructor(readonly status: number) {
    super('The proxy refused.');
  }
}

/** Opens one tunnel for each connection and keeps none. */
export class Tunnel extends https.Agent {
  readonly #proxy: ProxyAddress;
  readonly #signal: AbortSignal;

  /** @param signal ends tunnels that are being opened */
  constructor(proxy: ProxyAddress, signal: AbortSignal) {
    super();
    this.#proxy = proxy;
    this.#signal = signal;
  }

  override createConnection(
    options: https.RequestOptions,
    opened: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const { secure, host, port, authorization } = this.#proxy;
    // Made before anything is sent: a mistake in the options is ours and must not appear among those of the network.
    const secureContext = tls.createSecureContext(options as tls.ConnectionOptions);
    const target = `${options.host}:${options.port}`;
    const request = (secure ? https : http).request({
      method: 'CONNECT',
      host,
      port,
      path: target,
      headers: { Host: target, ...(authorization === undefined ? {} : { 'Proxy-Authorization': authorization }) },
      agent: false,
      signal: this.#signal,
    });
    const fail = (error: Error): void => (opened as (error: Error) => void)(error);
    request.once('connect', ({ statusCode = 0 }, socket, head) => {
      // TLS begins with us, so what comes with the answer is a page of the proxy.
      if (statusCode === 200 && head.length === 0) {
        opened(null, tls.connect({ ...(options as tls.ConnectionOptions), secureContext, socket }));
        return;
      }
      socket.destroy();
      fail(new ProxyRefusal(statusCode));
    });
    request.on('error', fail);
    request.end();
  }
}
