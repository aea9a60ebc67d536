// biome-ignore-all lint/suspicious/noTemplateCurlyInString: scripts of shells
/** What is said of shells is what they do: each piece of grammar is run by the real ones. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type CheckOptions, checkScript, type Finding } from '../../../src/scripts/index';
import { needs } from '../../support/needs';

const folder = mkdtempSync(join(tmpdir(), 'grammar-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const vpc: CheckOptions = { environment: 'vpc', osType: 'LNX' };

/** What a shell prints, as at the first boot: without a terminal, without HOME and USER. */
function run(shell: string, script: string): string {
  const file = join(folder, 'script');
  writeFileSync(file, script);
  const options = { cwd: folder, encoding: 'utf8', input: '', timeout: 10_000 } as const;
  const { stdout, stderr } = spawnSync(shell, [file], { ...options, env: { PATH: process.env.PATH ?? '' } });
  return `${stdout}${stderr.replaceAll(file, 'script').replace(/: line (\d+):/g, ': $1:')}`;
}

function findingsOf(script: string, rule: string): Finding[] {
  return checkScript(script, vpc).filter((finding) => finding.rule === rule);
}

const bashOnly = [
  ...['[[ -n x ]] && echo yes', 'if [[ a == a ]]; then echo yes; fi', 'list=(1 2)', 'list+=(1)', 'source /dev/null'],
  ...['cat <<< hi', 'set -o pipefail', 'set -euo pipefail', 'set -eEuo pipefail', 'function f { echo f; }; f'],
  ...['function f() { echo f; }', 'echo hi &> out', 'echo hi &>> out', 'echo hi |& cat', "echo $'a\\tb'"],
  ...['cat <(echo x)', 'x=1; ((x++)); echo $x', 'for ((i = 0; i < 2; i++)); do echo $i; done'],
  ...['for i in {1..3}; do echo $i; done', 'echo {a..c}', 'f() { local -a x; }; f', 'declare x=1; echo $x'],
  ...['select x in a b; do echo $x; done', 'x=abc; echo ${x/a/b}', 'x=abc; echo ${x:0:1}', 'x=abc; echo "${x^^}"'],
  ...[
    'x=abc; echo ${x[0]}',
    'x=PATH; echo ${!x}',
    'set -- a b; echo ${@:1}',
    '[ a == a ] && echo yes',
    'echo -e "a\\tb"',
  ],
  ...['test a == a && echo yes', 'printf -v x hi; echo $x', 'mapfile -t l < /dev/null', 'pushd /; pwd', 'typeset x=1'],
  ...[
    'shopt -s nullglob',
    'read -a x',
    'read -t 1 x',
    'trap "echo e" ERR',
    'let x=1',
    'export -f f',
    'printf "%q" "a b"',
  ],
  ...['case a in a) echo 1 ;;& b) echo 2 ;; esac', 'trap "" SIGTERM', 'type -t ls', 'x=5; [ -v x ] && echo set'],
  ...['x=a; cat <<E\n${x/a/b}\nE', 'readonly -a x', 'echo @(a|b)x', 'wait -n'],
];

const posix = [
  ...['[ a = a ] && echo yes', '. /dev/null', 'set -eu', 'set -o errexit', 'set -- -h -e', 'f() { echo f; }; f'],
  ...[
    'echo hi > out 2>&1',
    'echo hi >&2',
    "printf 'a\\tb'",
    'x=$((1 + 2)); echo $x',
    'x=abc; echo ${x#a} ${x%%c} ${#x}',
  ],
  ...[
    'x=; echo ${x:-d} ${x:+e} ${x-f}',
    'for x; do :; done',
    'case a in (a|b) echo 1 ;; esac',
    'echo -n x',
    'read -r x',
  ],
  ...[
    'trap "" TERM INT',
    'f() { local x; x=1; }; f',
    'export x=1',
    "echo '[[ a ]] {1..3}'",
    'echo "<(x) &> $(echo y)"',
  ],
  ...[
    "[ '==' = '==' ] && echo yes",
    '[ x = -v ] || echo no',
    '/bin/echo -e x',
    'command -v ls',
    'printf %s x',
    '! false',
  ],
  ...[
    'x=a; cat <<E\n${x%b}\nE',
    'cat <<"E"\n[[ ${x/a/b} ]]\nE',
    '( (echo x); echo y )',
    'kill -s TERM 99999999 || true',
  ],
];

test('grammar of bash is told under sh, and as an error where dash stops', needs('dash', 'bash'), () => {
  for (const code of bashOnly) {
    const script = (shell: string) => `#!/bin/${shell}\n${code}\necho over\n`;
    const told = findingsOf(script('dash'), 'bash-grammar');
    assert.equal(told.length, 1, code);
    const said = run('dash', script('dash'));
    assert.notEqual(said, run('bash', script('bash')), code);
    assert.equal(told[0]?.severity, said.includes('over') ? 'warning' : 'error', `${code}\n${said}`);
    assert.deepEqual(findingsOf(script('sh'), 'bash-grammar').length, 1, code);
    assert.deepEqual(findingsOf(script('bash'), 'bash-grammar'), [], code);
  }
});

test('what every shell knows is not told', needs('dash'), () => {
  for (const code of posix) {
    const script = `#!/bin/sh\n${code}\necho over\n`;
    assert.match(run('dash', script), /over/, code);
    assert.deepEqual(findingsOf(script, 'bash-grammar'), [], code);
  }
});

test('the grammar of templates does in a shell what is said of it', needs('dash', 'bash'), () => {
  for (const code of [
    '${local.name}',
    '${each.value.zone[0]}',
    '${jsonencode(list)}',
    '${var.a ? 1 : 2}',
    '$${name}',
  ]) {
    for (const shell of ['bash', 'dash']) {
      for (const script of [
        `#!/bin/${shell}\necho "${code}"\necho over\n`,
        `#!/bin/${shell}\ncat <<E\n${code}\nE\necho over\n`,
      ]) {
        const [told, ...others] = findingsOf(script, 'template-variable');
        assert.deepEqual(others, []);
        const said = run(shell, script);
        assert.equal(told?.severity, said.includes('over') ? 'warning' : 'error', `${script}\n${said}`);
        assert.equal(told.args.effect === 'number', /^\d+\{name\}/m.test(said), `${script}\n${said}`);
      }
    }
  }
});

test('where set -u ends a script is told as such, and the fix carries it on', needs('bash'), () => {
  for (const name of ['$lower', '${lower}', '$HOME', '${HOME}', '$USER']) {
    for (const head of ['#!/bin/bash\n', '#!/bin/bash\nset -u\n', '#!/bin/bash\nset -euo pipefail\n']) {
      const script = `${head}echo "[${name}]"\necho over\n`;
      const told = checkScript(script, vpc);
      assert.equal(told.length, 1, script);
      const said = run('bash', script);
      assert.equal(told[0]?.severity, said.includes('[]') ? 'information' : 'warning', `${script}\n${said}`);
    }
  }
});

test('a tilde is told where it stays as it is', needs('dash', 'bash'), () => {
  for (const shell of ['dash', 'bash']) {
    const script = `#!/bin/${shell}\necho ~/x\n`;
    assert.equal(findingsOf(script, 'boot-environment').length, Number(run(shell, script) === '~/x\n'), shell);
  }
});
