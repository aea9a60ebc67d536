// The checks as a program, dist/check.cjs, used as CI uses it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readCorpus, readExpected } from '../scripts/corpus';

const root = process.cwd();
const program = join(root, 'dist/check.cjs');
const work = mkdtempSync(join(tmpdir(), 'check-'));

before(() => {
  if (!existsSync(program)) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root });
});
after(() => rmSync(work, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    cwd: work,
    input,
    encoding: 'utf8',
  });
  return { lines: stdout.split('\n').slice(0, -1), stderr, status };
}

/** The findings in a script of this name: `LINE:COLUMN severity rule`. */
function found(name: string, content: string, ...flags: string[]) {
  writeFileSync(join(work, name), content);
  const { lines, status } = run([...flags, name]);
  const heads = lines.map((line) => /^\S+?:(\d+:\d+ \w+ \S+) \S/.exec(line)?.[1]);
  return { heads, status };
}

test('what it finds in the corpus, and where, is what the editor finds', () => {
  const expected = readExpected();
  for (const environment of ['vpc', 'classic'] as const) {
    // Where a line ends and what a column is of these, the test of their own says.
    const files = readCorpus().filter(
      ({ text, options }) =>
        options.environment === environment && options.osType === 'LNX' && !/\ufeff|\r(?!\n)/.test(text),
    );
    for (const reach of [undefined, 'none'] as const) {
      const here = files.filter(({ options }) => options.reach === reach);
      if (here.length === 0) continue;
      const flags = ['--environment', environment, '--os', 'linux', ...(reach ? ['--reach', reach] : [])];
      const { lines, status } = run([...flags, ...here.map(({ name }) => join(root, 'test/fixtures/scripts', name))]);
      const told = here.flatMap(({ name }) =>
        (expected[name] ?? []).map(
          ({ line, column, severity, rule }) => `${name}:${line}:${column} ${severity} ${rule}`,
        ),
      );
      assert.deepEqual(
        lines.map((line) =>
          line
            .slice(line.lastIndexOf('/scripts/') + 9)
            .split(' ', 3)
            .join(' '),
        ),
        told,
      );
      assert.equal(status, told.some((line) => line.includes(' error ')) ? 1 : 0);
    }
  }
});

test('only errors end it with 1; what is said is in the language that is asked for', () => {
  const script = '#!/bin/bash\nread name\n';
  assert.deepEqual(found('asks.sh', script), { heads: ['2:1 warning waits-for-input'], status: 0 });
  assert.deepEqual(found('good.sh', '#!/bin/bash\necho hello\n'), { heads: [], status: 0 });
  assert.deepEqual(found('bare.sh', 'echo hello\n'), { heads: ['1:1 error shebang-missing'], status: 1 });
  assert.match(run(['asks.sh']).lines.join(), /^asks\.sh:2:1 warning waits-for-input read waits for an answer\. /);
  assert.match(run(['--locale', 'ko', 'asks.sh']).lines.join(), /^asks\.sh:2:1 warning waits-for-input ‘read’ 명령은/);
});

test('places are those of the editor: a byte-order mark takes no column, and CRLF and a lone CR end a line', () => {
  const korean = '# 가\r\n';
  assert.deepEqual(found('crlf.sh', `#!/bin/bash\r\n${korean}`, '--os', 'windows').heads, [
    '1:1 warning windows-shebang',
    '2:3 error non-ascii',
  ]);
  assert.deepEqual(found('mark.sh', `\ufeff# 가\n#!/bin/bash\necho\rread x\n`).heads.slice(0, 2), [
    '1:1 error byte-order-mark',
    '1:3 error non-ascii',
  ]);
  assert.ok(found('mark.sh', '#!/bin/bash\necho\r# 가\n').heads.includes('3:3 error non-ascii'));
});

test('the system is what the script tells, or else its name, unless it is given', () => {
  const script = 'echo hello\r\n';
  assert.deepEqual(found('any.ps1', script).heads, []);
  assert.ok(found('any.sh', script).heads.some((head) => head?.endsWith(' crlf')));
  assert.ok(found('any.ps1', `#!/bin/bash\r\n${script}`).heads.some((head) => head?.endsWith(' crlf')));
  assert.ok(found('any.ps1', script, '--os', 'linux').heads.some((head) => head?.endsWith(' crlf')));
});

test('the standard input is a file named -, and a file that cannot be read is an error among the others', () => {
  writeFileSync(join(work, 'there.sh'), '');
  const { lines, status } = run(['-', 'none\u001b[1m\nx.sh'], '#!/bin/bash\nread x\n');
  assert.match(lines[0] ?? '', /^-:2:1 warning waits-for-input /);
  assert.equal(lines[1], 'none\ufffd[1m\ufffdx.sh:1:1 error unreadable There is no such file.');
  assert.deepEqual([lines.length, status], [2, 1]);
  const [folder = '', pattern = '', below = ''] = run([work, 'none/*.sh', 'there.sh/x.sh']).lines;
  assert.match(folder, / unreadable This is a folder\. Name the scripts in it\.$/);
  assert.match(pattern, / unreadable There is no such file\. The shell .* expands patterns, if it can\.$/);
  assert.match(below, / unreadable The file cannot be read \(ENOTDIR\)\.$/);
  assert.match(run(['--locale', 'ko', work]).lines.join(), / 폴더입니다\. 폴더 안의 스크립트를 지정하십시오\.$/);
});

test('wrong use ends with 2 and a sentence that says what is wrong', () => {
  const wrong: [string[], RegExp][] = [
    [[], /^Name at least one script/],
    [['--environment', 'aws', 'x'], /^--environment takes vpc or classic, not aws\.\n/],
    [['--os', 'mac', 'x'], /^--os takes linux or windows, not mac\./],
    [['--reach', 'toString', 'x'], /^--reach takes none or nat or public, not toString\./],
    [['--fast', 'x'], /^Unknown option '--fast'/],
    [['--os'], /^Option '--os <value>' argument missing/],
  ];
  for (const [args, sentence] of wrong) {
    const { lines, stderr, status } = run(args);
    assert.deepEqual([lines, status], [[], 2]);
    assert.match(stderr, sentence);
    assert.match(stderr, /\nUsage: /);
  }
});

test('scripts load it for its functions, and nothing runs', () => {
  const code = `
    const { checkScript, applyFix } = require(${JSON.stringify(program)});
    const script = '#!/bin/bash\\r\\necho hello\\r\\n';
    const [{ fix }] = checkScript(script, { environment: 'vpc', osType: 'LNX' });
    console.log(applyFix(script, fix));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  assert.deepEqual([stdout, stderr, status], ['#!/bin/bash\necho hello\n\n', '', 0]);
});

test('a script that says no more than the text gets what the program finds', () => {
  const { checkScript } = createRequire(program)(program);
  const rules = (...given: unknown[]) => checkScript(...given).map(({ rule }: { rule: string }) => rule);
  assert.deepEqual(rules('#!/bin/bash\nread x\n'), ['waits-for-input']);
  assert.deepEqual(rules(Buffer.from('#!/bin/bash\nread x\n'), {}), ['waits-for-input']);
  assert.deepEqual(rules('# 가\nread x\n', { environment: 'classic' }), ['shebang-missing', 'waits-for-input']);
  assert.deepEqual(rules('#ps1_sysnative\r\nWrite-Host hi\r\n'), ['windows-language']);
});
