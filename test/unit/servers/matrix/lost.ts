// F1–F5, F23, F24: answers that do not come, or not as a whole.
import {
  connects,
  damaged,
  type Expected,
  type FaultCase,
  good,
  lostAfter,
  lostBefore,
  slow,
  strikes,
  unheard,
} from './case';

/** What has hit the deadline of a read has none left for another try. */
const late: Expected = { ...lostAfter, list: '1/0 error' };

export const lostFaults: readonly FaultCase[] = [
  strikes('F1', 'no answer, before the commit', 'before-commit', 'hang', { ...lostBefore, list: '1/0 error' }, slow),
  connects('F1', 'a connection that nobody reads', 'hang', { ...unheard, list: '0/0 error' }, slow),
  strikes('F2', 'no answer, after the commit', 'after-commit', 'hang', late, slow),
  strikes('F3', 'reset before the commit', 'before-commit', 'reset', lostBefore),
  // Whether the connection stands before the reset comes is a race; both tells the truth.
  connects('F3', 'reset as it is accepted', 'reset', {
    create: '0/0 rejected or 0/0 unknown, not found',
    operate: '0/0 refused or 0/0 unknown',
    list: '1/0 equal',
  }),
  connects('F3', 'closed as it is accepted', 'close'),
  connects('F3', 'garbage as it is accepted', { bytes: 'SSH-2.0-x\r\n' }),
  connects('F3', 'an alert of TLS as it is accepted', { bytes: '\x15\x03\x01\x00\x02\x02\x28' }),
  strikes('F4', 'reset after the commit', 'after-commit', 'reset', lostAfter),
  ...[0, 1, 12, 60].map((cut) => strikes('F5', `head cut at ${cut}`, 'in-headers', { cut }, lostAfter)),
  strikes('F5', 'body broken off', 'in-body', { cut: 300 }, lostAfter, { formats: ['json', 'xml'] }),
  strikes('F23', 'a byte now and then', 'in-body', { drip: 200 }, late, slow),
  strikes('F23', 'a byte of the head now and then', 'in-headers', { drip: 200 }, late, slow),
  strikes('F23', 'nothing after half the head', 'in-headers', { stall: 30 }, late, slow),
  strikes('F23', 'nothing after the head', 'in-body', { stall: 0 }, late, slow),
  strikes('F23', 'nothing after half the body', 'in-body', { stall: 300 }, late, slow),
  strikes('F23', 'late, but in time', 'in-body', { delay: 300 }, good),
  // Of a list that is too large pages are read.
  strikes('F24', '100 MB', 'in-body', { flood: 100 }, lostAfter),
  strikes('F24', 'a bomb of 50 MB', 'in-body', { flood: 50, gzip: true }, lostAfter),
  strikes('F24', 'a gzip that is none', 'in-headers', { headers: { 'content-encoding': 'gzip' } }, damaged),
  strikes('F24', 'headers of 200 KB', 'in-headers', { pad: 200_000 }, lostAfter),
  strikes('F24', 'a length that is too short', 'in-headers', { headers: { 'content-length': '100' } }, lostAfter),
  strikes(
    'F24',
    'a length that is too long',
    'in-headers',
    { headers: { 'content-length': '99999', connection: 'close' } },
    lostAfter,
  ),
  strikes('F24', 'a length that is no number', 'in-headers', { headers: { 'content-length': 'x' } }, lostAfter),
];
