// F9–F15, F19, F21, F22, F26, F38: answers of another kind, and clocks that differ.
import type { Instead } from '../../../../src/sandbox/index';
import { api, damaged, type FaultCase, gateway, good, lostAfter, lostBefore, refused, strikes } from './case';

const page = (status: number): Instead => ({
  status,
  body: '<!DOCTYPE html><html><body>Sign in</body></html>',
  headers: { 'content-type': 'text/html' },
});
const minute = 60_000;

const throttles = ['410', '420'].flatMap((code) =>
  (
    [
      ['no Retry-After', {}, [0, 1000]],
      ['Retry-After 2', { 'retry-after': '2' }, [2000, 2000]],
      ['Retry-After as a date', { 'retry-after': new Date(Date.now() + 600_000).toUTCString() }, [30_000, 30_000]],
      ['Retry-After -1', { 'retry-after': '-1' }, [0, 1000]],
      ['Retry-After abc', { 'retry-after': 'abc' }, [0, 1000]],
      ['Retry-After 86400', { 'retry-after': '86400' }, [30_000, 30_000]],
    ] as const
  ).map(([does, headers, waits]) =>
    strikes(
      'F10',
      `429/${code}, ${does}`,
      'before-commit',
      gateway(429, code, headers),
      { ...refused, list: '2/0 equal' },
      { waits },
    ),
  ),
);

const clocks = [4, -4, 6, -6, 60, -60].map((minutes) =>
  strikes(
    'F26',
    `the gateway's clock ${minutes} min ahead`,
    'before-commit',
    { clock: minutes * minute },
    Math.abs(minutes) < 5 ? good : { ...refused, list: '2/0 equal' },
    { times: (group) => (group === 'list' && Math.abs(minutes) > 5 ? 2 : 1) },
  ),
);

export const answerFaults: readonly FaultCase[] = [
  strikes('F9', '429/400: quota', 'before-commit', gateway(429, '400'), refused),
  ...throttles,
  strikes('F11', '500/900 before the commit', 'before-commit', gateway(500, '900'), lostBefore),
  strikes('F11', '500/900 after the commit', 'after-commit', gateway(500, '900'), lostAfter),
  strikes('F11', '503/500 before the commit', 'before-commit', gateway(503, '500'), lostBefore),
  strikes('F11', '503/500 after the commit', 'after-commit', gateway(503, '500'), lostAfter),
  strikes(
    'F11',
    '503/500 as often as it is asked',
    'before-commit',
    gateway(503, '500'),
    { ...lostBefore, list: '3/0 error' },
    {
      times: (group) => (group === 'list' ? 3 : 1),
    },
  ),
  strikes('F12', '504/510 after the commit', 'after-commit', gateway(504, '510'), lostAfter),
  strikes('F12', '504/510 before the commit', 'before-commit', gateway(504, '510'), lostBefore),
  strikes('F13', '502 with a page', 'after-commit', page(502), lostAfter),
  strikes('F14', '401/200: signature', 'before-commit', gateway(401, '200'), refused),
  strikes('F14', '401/210: rights', 'before-commit', gateway(401, '210'), refused),
  strikes('F15', '404/300', 'before-commit', gateway(404, '300'), refused),
  strikes('F15', '413/430', 'before-commit', gateway(413, '430'), refused),
  strikes('F19', '200 with a page', 'after-commit', page(200), damaged),
  strikes('F21', '200 with an error of the gateway', 'before-commit', gateway(200, '400'), refused),
  strikes(
    'F21',
    '200 with a responseError',
    'before-commit',
    api(200, { returnCode: '1200', returnMessage: 'no' }),
    refused,
  ),
  strikes('F22', 'the code of an error is a number', 'before-commit', gateway(429, 400), refused),
  strikes(
    'F22',
    'an error inside of Response',
    'before-commit',
    { status: 400, body: JSON.stringify({ Response: { error: { errorCode: '300' } } }) },
    refused,
  ),
  strikes('F22', 'an error without a message', 'before-commit', api(400, { returnCode: '1200' }), refused),
  strikes(
    'F22',
    'an error of 10 KB',
    'before-commit',
    api(400, { returnCode: '1200', returnMessage: 'x'.repeat(10_000) }),
    refused,
  ),
  strikes(
    'F22',
    'an error with markup',
    'before-commit',
    api(400, { returnCode: '1200', returnMessage: '<b onload=x>**[a](command:b)' }),
    refused,
  ),
  ...clocks,
  ...['', 'yesterday'].map((date) =>
    strikes('F26', `401/200 with Date ‘${date}’`, 'before-commit', gateway(401, '200', { date }), refused),
  ),
  strikes(
    'F26',
    '401/200 with Age',
    'before-commit',
    gateway(401, '200', { date: new Date(Date.now() + 3_600_000).toUTCString(), age: '9' }),
    refused,
  ),
  ...[null, 'yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT'].map((date) =>
    strikes('F26', `a good answer with Date ${date}`, 'in-headers', { headers: { date } }, good),
  ),
];

/** Answers that send us elsewhere; `origin` is somebody else's. */
export function redirects(origin: string): FaultCase[] {
  const places = {
    'to another origin': `${origin}/vserver/v2/getServerInstanceList`,
    'within the origin': '/vserver/v2/getRegionList',
    'to the same place': '',
  };
  return [301, 302, 303, 307, 308].flatMap((status) =>
    Object.entries(places).map(([does, location]) =>
      strikes('F38', `${status} ${does}`, 'after-commit', { status, body: '', headers: { location } }, damaged),
    ),
  );
}
