// The hints on apt-get and dpkg: which commands get one, what takes it away, and what the fixes write.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, checkScript, findingText } from '../../../src/scripts/index';

const install = 'apt-get install -y nginx';
const waiting = 'apt-get -o DPkg::Lock::Timeout=300 install -y nginx';
const quiet = 'export DEBIAN_FRONTEND=noninteractive\n';

function found(rule: string, body: string, head = '#!/bin/bash\n') {
  return checkScript(`${head}${body}`, { environment: 'vpc', osType: 'LNX' }).filter((one) => one.rule === rule);
}

function mended(rule: string, body: string, head = '#!/bin/bash\n'): string | undefined {
  const fix = found(rule, body, head)[0]?.fix;
  return fix && applyFix(`${head}${body}`, fix).slice(head.length);
}

test('what takes the lock of the packages is told once, with its count, and all of it learns to wait', () => {
  const body = `${install}\nsudo apt-get -q upgrade -y\nif true; then /usr/bin/apt-get purge -y nano; fi\n`;
  const [finding, ...others] = found('package-lock', body);
  assert.equal(others.length, 0);
  assert.deepEqual(finding?.args, { command: 'apt-get install', count: 3, updates: 0 });
  const option = '-o DPkg::Lock::Timeout=300';
  assert.equal(
    mended('package-lock', body),
    `${waiting}\nsudo apt-get ${option} -q upgrade -y\nif true; then /usr/bin/apt-get ${option} purge -y nano; fi\n`,
  );
  assert.deepEqual(found('package-lock', `${waiting}\n${install}\n`)[0]?.args.count, 1);
});

test('what takes no lock, waits by itself, or waits as told gets no hint on the lock', () => {
  for (const line of [
    waiting,
    'apt-get -y -o Dpkg::Lock::Timeout=-1 dist-upgrade',
    'apt install -y nginx',
    'apt-get update',
    'apt-get clean',
    'apt-get -s install nginx',
    'apt-get "$@"',
    'apt-get $OPTIONS install nginx',
    'dpkg -l nginx',
    'dpkg --print-architecture',
    `${waiting}\ndpkg -i /tmp/a.deb`,
    `until ${install}; do sleep 5; done`,
    `while ! ${install}; do sleep 5; done`,
    `for i in 1 2 3; do ${install} >/dev/null 2>&1 && break; sleep 10; done`,
    `for i in 1 2 3; do if ${install}; then break; fi; sleep 10; done`,
    `${install} || { sleep 60; ${install}; }`,
    `flock -w 300 /run/packages ${install}`,
    `while fuser /var/lib/dpkg/lock-frontend; do sleep 1; done\n${install}`,
    `systemctl mask --now apt-daily.service\n${install}`,
    `while systemctl is-active --quiet unattended-upgrades; do sleep 1; done\n${install}`,
    `while pgrep -x apt-get; do sleep 1; done\n${install}`,
    `while ps aux | grep -q '[a]pt'; do sleep 1; done\n${install}`,
    `cloud-init status --wait\n${install}`,
    `while pgrep -f "apt-get|dpkg" >/dev/null; do sleep 1; done\n${install}`,
    `for file in /var/lib/dpkg/lock /var/lib/apt/lists/lock; do fuser "$file"; done\n${install}`,
    `if ! sudo lsof /var/lib/dpkg/lock-frontend; then exit 1; fi\n${install}`,
    `systemd-run --property=After=apt-daily.service --wait true\n${install}`,
    `echo 'DPkg::Lock::Timeout "300";' > /etc/apt/apt.conf.d/90lock\n${install}`,
    `printf "DPkg::Lock::Timeout \\"300\\";" > /etc/apt/apt.conf.d/90lock\n${install}`,
    `OPTS="-o DPkg::Lock::Timeout=300"\napt-get install $OPTS -y nginx`,
  ])
    assert.deepEqual(found('package-lock', `${line}\n`), [], line);
});

test('what only looks like waiting leaves the hint', () => {
  for (const line of [
    `# fuser /var/lib/dpkg/lock-frontend\n${install}`,
    `echo "DPkg::Lock::Timeout"\n${install}`,
    `systemctl enable unattended-upgrades\n${install}`,
    `grep -q docker /etc/apt/sources.list\n${install}`,
    `rm -rf /var/lib/apt/lists/*\n${install}`,
    `${install} && echo done`,
    'apt-get install -y -tstable nginx',
    `dpkg -l | grep -q unattended-upgrades || ${install}`,
    `rm -rf /var/log/unattended-upgrades /var/cache/apt\n${install}`,
    `rm -f "$file"\n${install}`,
    `for p in nginx git; do apt-get install -y "$p"; done`,
  ])
    assert.equal(found('package-lock', `${line}\n`).length, 1, line);
});

test('dpkg cannot wait: it is told without a fix, unless an apt-get comes first', () => {
  const [finding] = found('package-lock', `dpkg -i /tmp/a.deb\n${waiting}\n`);
  assert.deepEqual([finding?.args.command, finding?.fix], ['dpkg -i', undefined]);
  assert.ok(finding && /use apt-get with -o/.test(findingText(finding, 'en').why));
  assert.equal(found('package-lock', `dpkg -i /tmp/a.deb\n${install}\n`).length, 2);
  assert.deepEqual(
    found('package-lock', `${install}\ndpkg --install /tmp/a.deb\n`).map(({ args }) => args.command),
    ['apt-get install'],
  );
});

test('that update has a lock of its own is said where a script updates', () => {
  for (const [body, says] of [
    [`apt-get update\n${install}\n`, true],
    [`${install}\n`, false],
  ] as const) {
    const [finding] = found('package-lock', body);
    assert.ok(finding);
    assert.equal(/apt-get update/.test(findingText(finding, 'en').why), says);
    assert.equal(/apt-get update/.test(findingText(finding, 'ko').why), says);
  }
});

test('questions are told once, and answered at the top of the script', () => {
  assert.equal(found('package-questions', `${install}\napt upgrade -y\n`).length, 1);
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
    assert.equal(mended('package-questions', before), after);
    assert.deepEqual(found('package-questions', after), []);
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
    assert.deepEqual(found('package-questions', `${line}\n`), [], line);
});

test('a variable that the command does not see answers nothing', () => {
  for (const line of [
    `${install}\n${quiet}`,
    `DEBIAN_FRONTEND=noninteractive\n${install}`,
    `declare DEBIAN_FRONTEND=noninteractive\n${install}`,
    `DEBIAN_FRONTEND=noninteractive sudo ${install}`,
    `${quiet}sudo ${install}`,
    `# ${quiet}${install}`,
    `cat > /root/a.sh <<'EOF'\n${quiet}EOF\n${install}`,
  ])
    assert.equal(found('package-questions', `${line}\n`).length, 1, line);
});

test('a script that does not start yet gets no line above its first', () => {
  const [finding] = found('package-questions', `${install}\n`, '');
  assert.ok(finding && !finding.fix);
});
