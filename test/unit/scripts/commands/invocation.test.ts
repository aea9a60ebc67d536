/** Which program a command runs, behind assignments and wrappers, and what it is given. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argumentsOf, hasUnknownOptions } from '../../../../src/scripts/commands/invocation';
import { invocationsOf } from './commands';

const programs = ['apt', 'sudo', 'env', 'timeout', 'python3', '$SHELL'];

function runsOf(line: string): string[] {
  return invocationsOf(line, programs, (one) =>
    [one.name, ...argumentsOf(one), one.isLimited && '(limited)', one.isFedNothing && '(fed nothing)']
      .filter(Boolean)
      .join(' '),
  );
}

/** A line and the program of ours that it runs, with its arguments; nothing when it runs none. */
const rows: readonly (readonly [line: string, runs?: string])[] = [
  ['apt install x', 'apt install x'],
  ['/usr/bin/apt install', 'apt install'],
  ['./apt x', 'apt x'],
  ['aptx'],
  ['ls apt'],
  ['"apt" x', 'apt x'],
  ['a\\pt x', 'apt x'],
  ["'/usr/bin/apt' x", 'apt x'],
  ['$APT x'],
  ['$VENV/bin/python3 x', 'python3 x'],
  ['"$VENV/bin/python3" x', 'python3 x'],
  ['$SHELL -c x', '$SHELL -c x'],
  ['"$SHELL"', '$SHELL'],
  ['~/bin/python3'],
  ['sudo apt x', 'apt x'],
  ['sudo -u root -E apt x', 'apt x'],
  ['sudo -uroot apt', 'apt'],
  ['sudo -g x -h y -p z -C 3 -D / -R / -T 5 -U u -r r -t t apt', 'apt'],
  ['sudo -n apt', 'apt'],
  ['sudo -i', 'sudo -i'],
  ['sudo', 'sudo'],
  ['sudo -u app', 'sudo -u app'],
  ['sudo A=1 B=2 apt x', 'apt x'],
  ['doas -u a apt', 'apt'],
  ['doas -C f apt', 'apt'],
  ['env A=1 apt x', 'apt x'],
  ['env -i -u B apt', 'apt'],
  ['env -C / apt', 'apt'],
  ['sudo --list apt'],
  ['sudo --version apt'],
  ['env', 'env'],
  ['env A=1', 'env A=1'],
  ['nohup apt', 'apt'],
  ['nohup -x apt', 'apt'],
  ['nice apt', 'apt'],
  ['nice -n 5 apt', 'apt'],
  ['nice -10 apt', 'apt'],
  ['nice -n5 apt', 'apt'],
  ['ionice -c 3 -n 7 -p 1 apt', 'apt'],
  ['ionice -c3 apt', 'apt'],
  ['exec apt', 'apt'],
  ['exec -a name apt', 'apt'],
  ['command apt', 'apt'],
  ['command -v apt'],
  ['command -V apt'],
  ['command -pv apt'],
  ['command -p apt', 'apt'],
  ['sudo -l apt'],
  ['sudo -nV apt'],
  ['sudo -E apt', 'apt'],
  ['builtin apt', 'apt'],
  ['stdbuf -i 0 -o L -e 0 apt', 'apt'],
  ['stdbuf -oL apt', 'apt'],
  ['setsid apt', 'apt'],
  ['setsid -f apt', 'apt'],
  ['timeout 5 apt x', 'apt x (limited)'],
  ['timeout -k 3 5 apt', 'apt (limited)'],
  ['timeout -s KILL 5 apt', 'apt (limited)'],
  ['timeout --kill-after=3 5 apt', 'apt (limited)'],
  ['timeout 5', 'timeout 5 (limited)'],
  ['timeout', 'timeout (limited)'],
  ['chroot /mnt apt', 'apt'],
  ['chroot apt'],
  ['flock /l apt', 'apt'],
  ['flock -w 3 /l apt', 'apt'],
  ['flock -E 2 /l apt', 'apt'],
  ['flock -n /l apt', 'apt'],
  ['xargs apt', 'apt (fed nothing)'],
  ['xargs -a f -d x -E e -I % -L 1 -n 1 -P 2 -s 9 apt', 'apt (fed nothing)'],
  ['xargs -r apt', 'apt (fed nothing)'],
  ['runuser -u a apt', 'apt'],
  ['runuser -g g -u a apt'],
  ['runuser -u a -g g -G h apt', 'apt'],
  ['runuser --user=a apt', 'apt'],
  ['runuser a -c apt'],
  ['runuser'],
  ['runuser -u'],
  ['sudo nohup timeout 5 nice apt', 'apt (limited)'],
  ['sudo -- apt -x', 'apt -x'],
  ['sudo - apt'],
  ['sudo --login apt', 'apt'],
  ['A=1 apt', 'apt'],
  ['A=1 B="x y" apt', 'apt'],
  ['A+=1 apt', 'apt'],
  ['a[0]=1 apt', 'apt'],
  ['a[$i]+=1 apt', 'apt'],
  ['a[]=1 apt'],
  ['=x apt'],
  ['A=1'],
  ['a.b=1 apt'],
  ['a+b=1 apt'],
  ['[ x ] apt'],
  ['a[x apt'],
  ['_A1=2 apt', 'apt'],
  ['é=1 apt'],
  ['"A"=1 apt'],
];

for (const [line, runs] of rows) test(line, () => assert.deepEqual(runsOf(line), runs === undefined ? [] : [runs]));

test('words are read up to a length that no program has', () => {
  const sized = (length: number) => runsOf(`/${'x'.repeat(length - 5)}/apt`).length;
  assert.deepEqual([63, 64, 65].map(sized), [1, 1, 0]);
  const indexed = (length: number) => runsOf(`a[${'x'.repeat(length)}]=1 apt`).length;
  assert.deepEqual([59, 60, 61].map(indexed), [1, 1, 0]);
});

test('what is expanded may turn out to be options when it is all arguments, is called so, or is split', () => {
  const may = (line: string) => invocationsOf(line, programs, hasUnknownOptions)[0];
  const unknown = [
    'apt install "$@"',
    'apt $*',
    'apt ${@:2}',
    'apt $OPTS',
    'apt "${APT_OPTIONS}"',
    'apt $args',
    'apt $(opts)',
    'apt "$(opts)"',
    'apt $(ls)',
    'apt $flag',
    'apt $ASSUME_YES',
    'apt $yes x',
    'apt $x_opt',
    'apt x$OPTS',
  ];
  for (const line of unknown) assert.equal(may(line), true, line);
  const known = [
    'apt $X',
    'apt "$(ls)"',
    'apt -y x',
    'apt "x$@"',
    'apt pre$(x)',
    "apt '$@'",
    'apt "$file"',
    'apt $[opts]',
  ];
  for (const line of known) assert.equal(may(line), false, line);
});
