// What shells and programs write becomes findings at the words that they are about.
import assert from 'node:assert/strict';
import test from 'node:test';
import { remarks, ScriptOutput } from '../../../../src/scripts/container/output';
import { findingText } from '../../../../src/scripts/index';

/** The findings of some lines of output, each as `rule: the text that it marks`. */
function marked(script: string, ...lines: readonly string[]): string[] {
  const output = new ScriptOutput(script);
  for (const line of lines) output.read(line);
  return output.findings().map(({ rule, start, end }) => `${rule}: ${script.slice(start, end)}`);
}

const script = `#!/bin/bash
# apt-get install -y nginxx is what this does
set -u
apt-get update
echo nginxx
apt-get install -y curl nginxx
dnf install -y phpp
fooo --bar
  curl -fsSL https://get.example.com/x
docker run -it alpine sh
echo "$NAMEE"
`;

const samples: readonly (readonly [line: string, ...found: string[]])[] = [
  ['/init-script: line 8: fooo: command not found', 'command-not-found: fooo'],
  ['/init-script: 8: fooo: not found', 'command-not-found: fooo'],
  ['/init-script: line 9: curl: command not found', 'container-lacks: curl'],
  ['/init-script: line 11: NAMEE: unbound variable', 'unbound-variable: NAMEE'],
  ['/init-script: 11: NAMEE: parameter not set', 'unbound-variable: NAMEE'],
  ["/init-script: line 11: syntax error near unexpected token `fi'", 'syntax-error: echo "$NAMEE"'],
  ['/init-script: 11: Syntax error: "fi" unexpected', 'syntax-error: echo "$NAMEE"'],
  ['/init-script: line 8: /etc/x/y.conf: No such file or directory', 'shell-message: fooo --bar'],
  ['E: Unable to locate package nginxx', 'package-unknown: nginxx'],
  ["E: Package 'nginxx' has no installation candidate", 'package-unknown: nginxx'],
  ['No match for argument: phpp', 'package-unknown: phpp'],
  ['Error: Unable to find a match: phpp', 'package-unknown: phpp'],
  ['E: Unable to locate package of-a-variable', 'package-unknown: apt-get install -y curl nginxx'],
  ['the input device is not a TTY', 'no-terminal: docker run -it alpine sh'],
  ['curl: (6) Could not resolve host: get.example.com', 'network-missed: get.example.com'],
  ["W: Failed to fetch http://x/  Temporary failure resolving 'archive.ubuntu.com'", 'network-missed: apt-get update'],
  ["timeout: failed to run command '/init-script': No such file or directory", 'not-started: #!/bin/bash'],
];

for (const [line, ...found] of samples) {
  test(line, () => {
    assert.deepEqual(marked(script, line, line), found);
  });
}

test('what is said of other files, of other scripts and in passing is let be', () => {
  const lines = [
    'bash: line 1: fooo: command not found',
    '/tmp/install.sh: line 8: fooo: command not found',
    '/init-script: line 11: `echo "$NAMEE"\'',
    '/init-script: line 4000: fooo: command not found',
    'debconf: unable to initialize frontend: Dialog',
    'debconf: (This frontend requires a controlling tty.)',
    'WARNING: apt does not have a stable CLI interface.',
    '',
  ];
  assert.deepEqual(marked(script, ...lines), []);
});

test('of the lines that name a package the one that installs it is meant', () => {
  const output = new ScriptOutput(script);
  output.read('E: Unable to locate package nginxx');
  const [finding] = output.findings();
  assert.equal(script.slice(0, finding?.start).split('\n').at(-1), 'apt-get install -y curl ');
});

test('commands that are left out are told by name, each once', () => {
  const output = new ScriptOutput(script);
  for (const line of ['ncloud: left out: systemctl enable --now nginx', 'ncloud: left out: systemctl start x']) {
    output.read(line);
  }
  assert.deepEqual([output.leftOut(), output.findings()], [['systemctl'], []]);
});

test('a script that writes such lines itself names nothing else', () => {
  const output = new ScriptOutput(script);
  for (const word of ['', 'x'.repeat(900), '$(id)', 'constructor', 'reboot'])
    output.read(`ncloud: left out: ${word} now`);
  assert.deepEqual(output.leftOut(), ['reboot']);
});

test('a loop that complains for ever in a long script is no burden', () => {
  const output = new ScriptOutput('echo waiting for the network\n'.repeat(2_000));
  const start = process.cpuUsage();
  for (let count = 0; count < 5_000; count++) {
    output.read('curl: (6) Could not resolve host: repo.example.com');
    output.read(`curl: (6) Could not resolve host: host-${count}.example.com`);
  }
  assert.ok(process.cpuUsage(start).user < 3_000_000);
  assert.ok(output.findings().length > 0);
});

test('a flood is cut off, a line without an end is no burden, and any text is taken', () => {
  const long = Array.from({ length: 500 }, (_, place) => `word${place}`).join('\n');
  const output = new ScriptOutput(long);
  for (let place = 1; place <= 500; place++) output.read(`/init-script: line ${place}: word${place - 1}: not found`);
  output.read(`/init-script: line 1: ${'x'.repeat(1_000_000)}: not found`);
  assert.equal(output.findings().length, 100);
  assert.deepEqual(marked('', 'E: Unable to locate package x', '/init-script: line 1: y: not found').length, 2);
});

test('every finding has its words in both languages, and no figure is left open', () => {
  const args = { word: 'nginxx' };
  assert.equal(new Set(remarks.map(({ id }) => id)).size, remarks.length);
  for (const { id, severity } of remarks) {
    for (const locale of ['en', 'ko'] as const) {
      const { what, why } = findingText({ rule: id, severity, start: 0, end: 0, args }, locale, remarks);
      for (const text of [what, why]) assert.match(text, /[.x)]$/, `${id} ${locale}`);
      assert.doesNotMatch(what + why, /undefined|\bfail/i, id);
    }
  }
});
