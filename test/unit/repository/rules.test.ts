// The rules of sending, each with the tests that prove it. One that is renamed or gone is missed here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

type Proof = readonly [file: string, ...tests: string[]];

const rules: Readonly<Record<string, readonly Proof[]>> = {
  'R1 every action has a class, and what nobody knows is a create': [
    [
      'reference/tables.test.ts',
      'an action is once in the table and its class follows from its name',
      'an action without a class does not compile',
    ],
    ['client/client.attempts.test.ts', '${name}: a read is sent ${reads} times, a create and a stop once; ${outcome}'],
  ],
  'R2 nothing goes by GET': [
    ['client/client.rules.test.ts', 'every action that there is goes by POST, once, with nothing in its address'],
  ],
  'R3 one confirmation, one request': [
    [
      'servers/matrix.slow.test.ts',
      'the fault matrix: whatever happens on the wire, it is sent once and told as it is',
    ],
    ['client/client.attempts.test.ts', '${name}: a read is sent ${reads} times, a create and a stop once; ${outcome}'],
    [
      'servers/creation/create.test.ts',
      'without a clear answer nobody knows, the names tell what to look for, and nothing is sent again',
    ],
    [
      'servers/creation/create.lies.slow.test.ts',
      '${environment}: whatever is answered, created is created (${count} asked for)',
    ],
    ['ui/create/creator.test.ts', 'however a creation ends, none is begun beside it, and the next may be: ${name}'],
  ],
  'R4 no library sends again': [
    ['repository/retry-layers.test.ts', 'no library that is shipped sends a request again'],
  ],
  'R5 three outcomes': [['servers/creation/create.test.ts', 'there are three outcomes; a fourth does not compile']],
  'R6 rejected is what was never sent or what NCP refused': [
    [
      'client/outcome.test.ts',
      'R6 and R7: every sign, and whether it proves that nothing was changed',
      'the table has a row for each place, and what fits none is unknown',
    ],
    [
      'client/http.slow.test.ts',
      'refused, not found, not TLS and TLS that breaks off are never sent',
      'a proxy that asks for a sign-in sees nothing of the request',
    ],
  ],
  'R7 all else is unknown': [
    ['client/outcome.test.ts', 'R6 and R7: every sign, and whether it proves that nothing was changed'],
    [
      'client/prefixes.slow.test.ts',
      'the decoder takes no beginning of a good answer for an answer, at any byte',
      'over sockets no beginning of the answer to a create is Created or Rejected, and it is sent once',
      'over sockets no beginning of a list, and of no page of one, is a shorter list',
    ],
    ['client/http.slow.test.ts', 'what breaks after the request has left is unknown'],
    ['client/http.slow.test.ts', 'a cancelled call: before it is sent nothing happened, after it nobody knows'],
  ],
  'R8 written down before it is sent': [
    [
      'servers/creation/creation.test.ts',
      'nothing is sent before the names are kept, and nothing at all when they cannot be',
    ],
    [
      'ui/creation-files.slow.test.ts',
      'what a process wrote before it was killed is whole, and says whether anything was sent',
    ],
  ],
  'R8b two windows': [
    ['servers/creation/creation.test.ts', 'of two at once for one name one is sent'],
    [
      'servers/creation/standing.test.ts',
      'another window sees what is on its way as such, and as unknown when its window has lost it, has ended or is late',
      'what a window has left behind that is gone is taken over by one window, and another sees that',
    ],
    [
      'servers/creation/seek.slow.test.ts',
      'what a window before has lost is not looked for, and is no creation of this one',
    ],
  ],
  'R9 no secret is kept or told': [
    [
      'client/mask.slow.test.ts',
      'no answer and no error tells keys, signature, passwords or scripts, in no encoding and in no place',
    ],
    ['client/client.test.ts', 'no secret is in the client, in an error or in a report'],
  ],
  'R10 a number is kept before it is waited for': [
    ['servers/creation/creation.test.ts', 'what is carried out is written down, sent once and adopted'],
    ['servers/watch.test.ts', 'a new server is waited for until it runs, breaks, is taken away or takes too long'],
  ],
  'R11 only a whole list tells what became of a creation': [
    ['client/list.test.ts', 'a list that never stops changing is given up after the second reading'],
    [
      'servers/creation/settle.slow.test.ts',
      'what a look says and what becomes of the rows never differ, whatever lists tell and any clock shows',
    ],
  ],
  'R12 some of several': [
    ['servers/creation/creation.test.ts', 'three of five: those are adopted, the others stay unknown'],
    [
      'servers/creation/creation.test.ts',
      'five refused, three made: the list tells, and the refusal stands beside them',
    ],
  ],
  'R13 reads are tried three times, within a budget': [
    [
      'client/retry.test.ts',
      'what may pass by itself is tried again, with a longer wait when throttled',
      'the third attempt is the last one, and the wait is random',
      'Retry-After is seconds or a date, at most 30 s, and nonsense is none',
    ],
    [
      'client/client.rules.test.ts',
      'an outage of 5 minutes costs as many requests as questions and 35 more, and no wait longer than 20 s',
    ],
  ],
  'R14 quota, keys and paths are not tried again': [
    ['client/retry.test.ts', 'what stays wrong is not tried again'],
    ['client/client.attempts.test.ts', '${name}: a read is sent ${reads} times, a create and a stop once; ${outcome}'],
  ],
  'R15 a new signature each time': [
    ['client/client.attempts.test.ts', 'a read is sent three times, each with a timestamp and signature of its own'],
  ],
  'R16 the clock': [
    [
      'client/client.attempts.test.ts',
      'a clock that is ${minutes} min off is corrected for a read, at once and for good',
      'a create with a clock that is ${minutes} min off is not sent again and says why',
    ],
    ['client/clock.test.ts', 'a cached answer, a slow one, no date and nonsense tell nothing'],
    [
      'client/client.rules.test.ts',
      'a clock that is ${minutes} min off stays as it is where no answer bears a date; nothing is sent again',
    ],
  ],
  'R17 every call ends in time': [
    [
      'client/http.slow.test.ts',
      'a server that ${name} is left at the deadline',
      'a TLS handshake that does not end is left at the connect deadline; nothing was sent',
    ],
    ['client/client.test.ts', 'a slow answer ends at the deadline of its class'],
  ],
  'R18 no redirect, no proxy of the environment, no flood': [
    [
      'client/http.slow.test.ts',
      'a ${status} is not followed',
      'the proxy of the environment is not used',
      '10 MB come in, unpacked, and 1 MB goes out',
    ],
  ],
  'R19 operations look first, and again after no answer': [
    [
      'servers/operate.test.ts',
      'what is reached already is done without another request',
      'what the state forbids is refused here, and nothing is sent',
      'done and then no answer: looked up and reported as done, sent once',
    ],
    ['ui/servers/commands/operate.test.ts', 'two clicks at once send one request, whatever the operation'],
  ],
  'R20 waiting has steps and an end': [
    [
      'servers/watch.test.ts',
      'looks come after 3 seconds at first and after 30 at most, never sooner',
      'a new server is waited for until it runs, breaks, is taken away or takes too long',
      'a status that nobody knows is no fault',
    ],
  ],
  'R21 one layer tries again': [
    [
      'client/client.rules.test.ts',
      'a service that fails for good sees a read three times, whoever asks for it, and a create once',
    ],
    ['repository/retry-layers.test.ts', 'one file of the product says when to try again, and one asks it'],
  ],
  'R22 what is unknown is never called failed': [
    [
      'repository/failed.test.ts',
      'no message of the editor says that something has failed',
      'nor does the core, of a call that nobody knows the end of',
    ],
  ],
};

/** The names of the tests of a file as they are written, `${…}` and all. */
function testsOf(file: string): Set<string> {
  const text = readFileSync(`test/unit/${file}`, 'utf8');
  return new Set([...text.matchAll(/^\s*test\(\s*(['"`])(.*?)\1,/gms)].map(([, , name = '']) => name));
}

for (const [rule, proofs] of Object.entries(rules)) {
  test(`${rule}: the tests are there`, () => {
    assert.ok(proofs.length > 0);
    for (const [file, ...names] of proofs) {
      const written = testsOf(file);
      assert.ok(names.length > 0, file);
      for (const name of names) assert.ok(written.has(name), `${file}: ${name}`);
    }
  });
}

test('no rule is left out', () => {
  const numbers = Array.from({ length: 22 }, (_, index) => `R${index + 1}`);
  const named = Object.keys(rules).map((rule) => rule.split(' ')[0]);
  assert.deepEqual(
    named,
    numbers.flatMap((rule) => (rule === 'R8' ? [rule, 'R8b'] : [rule])),
  );
});
