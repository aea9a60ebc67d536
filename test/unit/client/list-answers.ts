// The answers and requests of lists, as the tests of reading them write and read them.
import type { ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';
import { NcloudClient } from '../../../src/client';
import type { Row } from '../../../src/reference';
import { type Asked, type Handler, serve } from '../../support/fault-server';
import { toJson, toXml } from './answers';

export const action = 'getServerInstanceList';
export const list = 'serverInstanceList';

export async function clientOf(t: TestContext, handler: Handler) {
  const { endpoint, asked } = await serve(t, handler);
  const client = new NcloudClient({ endpoint, accessKey: 'access', secretKey: 'secret', pause: async () => undefined });
  return { client, asked };
}

/** How one request asks for rows; page and size are undefined without paging. */
export function askedFor({ body }: Asked): {
  format: 'json' | 'xml';
  page: number | undefined;
  size: number | undefined;
} {
  const form = new URLSearchParams(body);
  const number = (name: string) => (form.has(name) ? Number(form.get(name)) : undefined);
  return { format: form.get('responseFormatType') as 'json' | 'xml', page: number('pageNo'), size: number('pageSize') };
}

export function answer(
  response: ServerResponse,
  format: 'json' | 'xml',
  rows: readonly unknown[],
  total: number,
): void {
  const fields = { requestId: 'id', returnCode: '0', returnMessage: 'success', totalRows: total, [list]: rows };
  response.end((format === 'json' ? toJson : toXml)(`${action}Response`, fields));
}

export const small = (number: number) => ({ serverInstanceNo: String(number), serverName: `web-${number}` });
export const numbersOf = (rows: readonly Row[]) => rows.map(({ serverInstanceNo }) => Number(serverInstanceNo));
export const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
