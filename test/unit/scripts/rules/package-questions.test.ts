// The hint on questions of packages: which commands get it, what answers them, and what the fix writes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, checkScript } from '../../../../src/scripts/index';

const install = 'apt-get install -y nginx';
const quiet = 'export DEBIAN_FRONTEND=noninteractive\n';

function found(body: string, head = '#!/bin/bash\n') {
  const findings = checkScript(`${head}${body}`, { environment: 'vpc', osType: 'LNX' });
  return findings.filter(({ rule }) => rule === 'package-questions');
}

function mended(body: string): string | undefined {
  const fix = found(body)[0]?.fix;
  return fix && applyFix(`#!/bin/bash\n${body}`, fix).replace('#!/bin/bash\n', '');
}

test('questions are told once, and answered at the top of the script', () => {
  assert.equal(found(`${install}\napt upgrade -y\n`).length, 1);
  for (const [before, after] of [
    [`${install}\n`, `${quiet}${install}\n`],
    [`set -eu\n${install}\n`, `set -eu\n${quiet}${install}\n`],
    [
      `# Web\n\nset -e\nset -o pipefail # all\n# Go\n${install}\n`,
      `# Web\n\nset -e\nset -o pipefail # all\n${quiet}# Go\n${install}\n`,
    ],
    [`set -e; ${install}\n`, `${quiet}set -e; ${install}\n`],
    [`main() {\n  ${install}\n}\nmain\n`, `${quiet}main() {\n  ${install}\n}\nmain\n`],
    [`sudo ${install}\n`, `sudo DEBIAN_FRONTEND=noninteractive ${install}\n`],
    [`${quiet}sudo -H ${install}\n`, `${quiet}sudo -H env DEBIAN_FRONTEND=noninteractive ${install}\n`],
    [
      `${install}\nsudo nice ${install}\n`,
      `${quiet}${install}\nsudo nice env DEBIAN_FRONTEND=noninteractive ${install}\n`,
    ],
  ] as const) {
    assert.equal(mended(before), after);
    assert.deepEqual(found(after), []);
  }
});

test('no questions where they are answered, or where none are asked', () => {
  for (const line of [
    `${quiet}${install}`,
    `${quiet}sudo -E ${install}`,
    `DEBIAN_FRONTEND=noninteractive ${install}`,
    `sudo DEBIAN_FRONTEND=noninteractive ${install}`,
    `sudo --preserve-env=DEBIAN_FRONTEND ${install}`.replace('sudo', `${quiet}sudo`),
    `env DEBIAN_FRONTEND=noninteractive ${install}`,
    `declare -x DEBIAN_FRONTEND=noninteractive\n${install}`,
    `DEBIAN_FRONTEND=noninteractive\nexport DEBIAN_FRONTEND\n${install}`,
    `setup() { ${install}; }\n${quiet}setup`,
    `echo 'debconf debconf/frontend select Noninteractive' | debconf-set-selections\nsudo ${install}`,
    `yes | apt-get install nginx`,
    'apt-get remove -y nginx',
    'apt-get -s install nginx',
    'apt list --installed',
    'dnf install -y nginx',
  ])
    assert.deepEqual(found(`${line}\n`), [], line);
});

test('a variable that the command does not see answers nothing', () => {
  for (const line of [
    `${install}\n${quiet}`,
    `DEBIAN_FRONTEND=noninteractive\n${install}`,
    `declare DEBIAN_FRONTEND=noninteractive\n${install}`,
    `DEBIAN_FRONTEND=noninteractive sudo ${install}`,
    `${quiet}sudo ${install}`,
    `# ${quiet}${install}`,
    `cat > /srv/a.sh <<'EOF'\n${quiet}EOF\n${install}`,
  ])
    assert.equal(found(`${line}\n`).length, 1, line);
});

test('a script that does not start yet gets no line above its first', () => {
  const [finding] = found(`${install}\n`, '');
  assert.ok(finding && !finding.fix);
});
