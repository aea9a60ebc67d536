import type { ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';
import { type Attempt, type ClientOptions, NcloudClient } from '../../../src/client';
import { type Handler, serve } from '../../support/fault-server';
import { serverAnswer, toJson } from './answers';

export const accessKey = 'CANARYACCESSKEYCANARY';
export const secretKey = 'CANARYSECRETKEYCANARY+/=';
export const listBody = toJson('getServerInstanceListResponse', serverAnswer(2));
export const createBody = toJson('createServerInstancesResponse', serverAnswer(1));

export interface Bench {
  readonly client: NcloudClient;
  readonly asked: readonly { url: string; body: string; headers: Record<string, unknown> }[];
  readonly waits: number[];
  readonly attempts: Attempt[];
}

/** A client that talks to a server that answers so. */
export async function bench(t: TestContext, handler: Handler, options: Partial<ClientOptions> = {}): Promise<Bench> {
  const { endpoint, asked } = await serve(t, handler);
  const waits: number[] = [];
  const attempts: Attempt[] = [];
  const pause = async (ms: number) => void waits.push(ms);
  const onAttempt = (attempt: Attempt) => void attempts.push(attempt);
  return {
    client: new NcloudClient({ endpoint, accessKey, secretKey, pause, onAttempt, ...options }),
    asked,
    waits,
    attempts,
  };
}

export function refuse(
  response: ServerResponse,
  status: number,
  errorCode: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, headers).end(JSON.stringify({ error: { errorCode, message: 'no' } }));
}

export const listServers = ({ client }: Bench) => client.list('vserver', 'getServerInstanceList', { regionCode: 'KR' });
export const create = ({ client }: Bench) => client.call('vserver', 'createServerInstances', { serverName: 'web' });

/** A server that refuses timestamps which are 5 minutes off from its own clock. */
export function strictClock(ahead: number, headers: Record<string, string> = {}): Handler {
  return (response, asked) => {
    const serverTime = Date.now() + ahead;
    response.sendDate = false;
    const date = new Date(serverTime).toUTCString();
    const off = Math.abs(serverTime - Number(asked.headers['x-ncp-apigw-timestamp']));
    if (off >= 300_000) refuse(response, 401, '200', { date, ...headers });
    else response.writeHead(200, { date, ...headers }).end(asked.url.endsWith('List') ? listBody : createBody);
  };
}
