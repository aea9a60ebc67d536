/** Commands and loops that keep the server in its creation, and those that end or run beside the script. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertMarked, findingsOf, whatOf } from './marks';

function findingsIn(lines: string, rule: string) {
  return findingsOf(rule, `#!/bin/bash\n${lines}\n`);
}

test('a sleep is told from five minutes on, with all that it adds up', () => {
  const long = [
    ['sleep 300', 300],
    ['sleep 5m', 300],
    ['sleep 1h', 3600],
    ['sleep 1d', 86400],
    ['sleep 300s', 300],
    ['sleep 100 200', 300],
    ['sleep 2m 3m', 300],
    ['sleep 300.5', 300.5],
    ['sleep 301', 301],
    ['(sleep 300)', 300],
    ['sleep 123456789012', 123456789012],
    ['sleep 90s 5m', 390],
    ['nohup sleep 300', 300],
    ['sleep 3600', 3600],
  ] as const;
  for (const [line, seconds] of long) assert.deepEqual(findingsIn(line, 'long-wait')[0]?.args, { seconds }, line);
  const short = [
    'sleep 299',
    'sleep 4m',
    'sleep .5',
    'sleep $x',
    'sleep 300 $x',
    'sleep 9x',
    'sleep x9m',
    'sleep 10 &',
    'sleep 300 &',
    'timeout 5 sleep 300',
    'sleep 1234567890123',
    'sleep',
    'sleep 5m30',
    'sleep 1 m',
  ];
  for (const line of short) assert.deepEqual(findingsIn(line, 'long-wait'), [], line);
});

test('what never ends by itself is told once of those that stand in for each other', () => {
  const endless = [
    ['«sleep infinity»', 'sleep infinity'],
    ['«sleep inf»', 'sleep infinity'],
    ['«sleep INF»', 'sleep infinity'],
    ['«sleep 5 infinity»', 'sleep infinity'],
    ['«tail -f x»', 'tail -f'],
    ['«tail -F x»', 'tail -f'],
    ['«tail -n5 -f x»', 'tail -f'],
    ['«tail -5f x»', 'tail -f'],
    ['«tail --follow x»', 'tail -f'],
    ['«tail --follow=name x»', 'tail -f'],
    ['«journalctl -f»', 'journalctl -f'],
    ['«journalctl -fu x»', 'journalctl -f'],
    ['«journalctl -u x -f»', 'journalctl -f'],
    ['«journalctl --follow»', 'journalctl -f'],
    ['«watch ls»', 'watch'],
    ['«watch -n 5 ls»', 'watch'],
    ['«watch -x ls»', 'watch'],
    ['«ping h»', 'ping'],
    ['«ping -i 2 h»', 'ping'],
    ['«ping x-c»', 'ping'],
    ['sudo «tail -f x»', 'tail -f'],
    ['«while» true; do ls; done', 'while true'],
    ['«until» false; do ls; done', 'until false'],
    ['«for» ((;;)); do ls; done', 'for ((;;))'],
    ['«while» :; do ls; done', 'while true'],
    ['«npm start» || yarn start', 'npm start'],
    ['«npm start» ||\n  yarn start', 'npm start'],
    ['«npm start»; «yarn start»', 'npm start; yarn start'],
    ['«npm start» || exec yarn start', 'npm start'],
    ['npm start & «yarn start»', 'yarn start'],
    ['«npm start» > x || yarn start', 'npm start'],
    ['f() { «npm start»; }', 'npm start ?'],
    ['«npm start» | tee x', 'npm start'],
    ['x || «npm start»', 'npm start'],
  ] as const;
  for (const [line, commands] of endless) {
    const lines = line.replace(/[«»]/g, '');
    assertMarked('endless-wait', line);
    const found = findingsIn(lines, 'endless-wait').map(({ args }) => `${args.command}${args.isGuess ? ' ?' : ''}`);
    assert.equal(found.join('; '), commands, line);
  }
});

test('what is limited, piped on or in the background is none of it', () => {
  const ending = [
    'sleep infinite',
    'sleep infinity &',
    'timeout 5 sleep infinity',
    'sleep xinf',
    'tail -n 5 x',
    'tail -f x | grep y',
    'tail --pid=$$ -f x',
    'tail --pid 5 -f x',
    'timeout 5 tail -f x',
    'tail x-f',
    'tail -f x &',
    'journalctl -u x',
    'journalctl x-f',
    'journalctl -f | head',
    'watch -h',
    'watch -v',
    'watch --help',
    'watch --version',
    'watch',
    'ping -c 3 h',
    'ping -w 3 h',
    'ping -V',
    'ping -h',
    'ping -4c 3 h',
    'ping',
    'ping h &',
    'ping h | head',
    'sudo -b tail -f x',
    'sudo --background tail -f x',
    'setsid -f tail -f x',
    'setsid --fork tail -f x',
    'sudo -nb tail -f x',
    'while true; do ls; done &',
    'sudo -b npm start',
    'timeout 5 npm start',
    'npm start $OPTS',
    'docker logs -f x | head',
  ];
  for (const line of ending) assertMarked('endless-wait', line);
});

test('minutes and seconds, commands and loops, what is known and what is a guess', () => {
  assert.deepEqual(whatOf('long-wait', 'sleep 600'), [
    'The script waits 10 minutes here.',
    '여기서 10분 동안 대기합니다.',
  ]);
  assert.deepEqual(whatOf('long-wait', 'sleep 601'), [
    'The script waits 601 seconds here.',
    '여기서 601초 동안 대기합니다.',
  ]);
  assert.deepEqual(whatOf('endless-wait', 'tail -f x'), [
    'tail -f never ends by itself.',
    '‘tail -f’ 명령은 종료되지 않습니다.',
  ]);
  assert.deepEqual(whatOf('endless-wait', 'until false; do a; done'), [
    'The loop “until false” never ends by itself.',
    '‘until false’ 반복문은 종료되지 않습니다.',
  ]);
  assert.deepEqual(whatOf('endless-wait', 'f() { npm start; }'), [
    'npm start may never end.',
    '‘npm start’ 명령은 종료되지 않을 수 있습니다.',
  ]);
});
