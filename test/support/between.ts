// Somebody between the client and a sandbox who passes on what is asked, and changes what is answered.
import type { ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';
import type { Sandbox } from '../../src/sandbox/index';
import { type Asked, type FaultServer, serve } from './fault-server';

export type Row = Record<string, unknown>;

/** A body as NCP writes it; `inside` is what stands below the name of the action. */
export interface Body {
  readonly whole: Record<string, unknown>;
  readonly inside: { totalRows?: unknown; serverInstanceList?: unknown; [field: string]: unknown };
  readonly rows: Row[];
}

/** What becomes of one call: it is lost before or after it is carried out, refused unheard, or its answer is changed. */
export type Change =
  | 'lost before'
  | 'lost after'
  | 'cut'
  | 'refused before'
  | 'refused after'
  | ((body: Body) => void)
  | undefined;

export const actionOf = ({ url }: Asked): string => url.split('/').at(-1) ?? '';
export const formOf = ({ body }: Asked): Record<string, string> => Object.fromEntries(new URLSearchParams(body));

const refusal = JSON.stringify({ responseError: { returnCode: '1002003', returnMessage: 'quota' } });

/** Stands before the sandbox until the test ends; `change` is asked for each call before it is passed on. */
export async function between(
  context: TestContext,
  sandbox: () => Sandbox,
  change: (asked: Asked) => Change | Promise<Change>,
): Promise<FaultServer> {
  return serve(context, (response, asked) => {
    void pass(sandbox(), response, asked, change).catch(() => response.destroy());
  });
}

async function pass(
  { endpoint }: Sandbox,
  response: ServerResponse,
  asked: Asked,
  change: (asked: Asked) => Change | Promise<Change>,
): Promise<void> {
  const changed = await change(asked);
  if (changed === 'lost before') return void response.destroy();
  if (changed === 'refused before') return answer(response, 400, refusal);
  const headers = Object.entries(asked.headers).filter(([name]) => /^(x-ncp|content-type)/.test(name));
  const { method, url, body } = asked;
  const real = await fetch(`${endpoint}${url}`, { method, body, headers: headers as [string, string][] });
  const text = await real.text();
  if (changed === 'lost after') return void response.destroy();
  if (changed === 'refused after') return answer(response, 400, refusal);
  if (changed === 'cut') return answer(response, real.status, text.slice(0, text.length * 0.6));
  return answer(response, real.status, typeof changed === 'function' ? edited(text, actionOf(asked), changed) : text);
}

function edited(text: string, action: string, change: (body: Body) => void): string {
  const whole = JSON.parse(text);
  const inside = whole[`${action}Response`];
  // A refusal has no rows that could be changed.
  if (!inside) return text;
  change({ whole, inside, rows: inside.serverInstanceList ?? [] });
  return JSON.stringify(whole);
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** Puts other rows into an answer, which then counts them rightly. */
export function setRows({ inside }: Body, rows: readonly Row[]): void {
  Object.assign(inside, { serverInstanceList: rows, totalRows: rows.length });
}

/** What is no number of a server. */
export const noNumbers: readonly unknown[] = ['', ' ', '0', '-1', 'abc', '1.5', '1e3', true, null, {}, [], 1.5, 0];

/** What makes an answer one that must not be believed, whatever was asked: each an edit that breaks it. */
export const breaks: Readonly<Record<string, Exclude<Change, undefined>>> = {
  'each row twice': (body) => setRows(body, [...body.rows, ...body.rows]),
  'a row in place of another': (body) =>
    setRows(
      body,
      body.rows.length > 1 ? [...body.rows.slice(1), ...body.rows.slice(1, 2)] : [...body.rows, ...body.rows],
    ),
  'fewer rows than counted': ({ inside, rows }) => Object.assign(inside, { serverInstanceList: rows.slice(1) }),
  'no list': ({ inside }) => Object.assign(inside, { serverInstanceList: null }),
  'the list is left out': ({ inside }) => void delete inside.serverInstanceList,
  'a refusal beside the rows': ({ whole }) =>
    Object.assign(whole, { responseError: { returnCode: '900', returnMessage: 'no' } }),
  'an error of the gateway beside the rows': ({ whole }) =>
    Object.assign(whole, { error: { errorCode: '400', message: 'quota' } }),
  'a return code beside the rows': ({ inside }) => Object.assign(inside, { returnCode: '900' }),
  cut: 'cut',
  'lost after': 'lost after',
  'lost before': 'lost before',
  ...Object.fromEntries(
    noNumbers.map((number) => [
      `a row of the number ${JSON.stringify(number)}`,
      ({ rows }: Body) => void (rows[0] && Object.assign(rows[0], { serverInstanceNo: number })),
    ]),
  ),
};
