// The hint on the lock of the packages: which commands get it, what takes it away, and what the fix writes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, checkScript, findingText } from '../../../../src/scripts/index';

const install = 'apt-get install -y nginx';
const waiting = 'apt-get -o DPkg::Lock::Timeout=300 install -y nginx';

function found(body: string) {
  const findings = checkScript(`#!/bin/bash\n${body}`, { environment: 'vpc', osType: 'LNX' });
  return findings.filter(({ rule }) => rule === 'package-lock');
}

function mended(body: string): string | undefined {
  const text = `#!/bin/bash\n${body}`;
  const fix = found(body)[0]?.fix;
  return fix && applyFix(text, fix).replace('#!/bin/bash\n', '');
}

test('what takes the lock of the packages is told once, with its count, and all of it learns to wait', () => {
  const body = `${install}\nsudo apt-get -q upgrade -y\nif true; then /usr/bin/apt-get purge -y nano; fi\n`;
  const [finding, ...others] = found(body);
  assert.equal(others.length, 0);
  assert.deepEqual(finding?.args, { command: 'apt-get install', count: 3, updates: 0 });
  const option = '-o DPkg::Lock::Timeout=300';
  assert.equal(
    mended(body),
    `${waiting}\nsudo apt-get ${option} -q upgrade -y\nif true; then /usr/bin/apt-get ${option} purge -y nano; fi\n`,
  );
  assert.deepEqual(found(`${waiting}\n${install}\n`)[0]?.args.count, 1);
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
    assert.deepEqual(found(`${line}\n`), [], line);
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
    assert.equal(found(`${line}\n`).length, 1, line);
});

test('dpkg cannot wait: it is told without a fix, unless an apt-get comes first', () => {
  const [finding] = found(`dpkg -i /tmp/a.deb\n${waiting}\n`);
  assert.deepEqual([finding?.args.command, finding?.fix], ['dpkg -i', undefined]);
  assert.ok(finding && /use apt-get with -o/.test(findingText(finding, 'en').why));
  assert.equal(found(`dpkg -i /tmp/a.deb\n${install}\n`).length, 2);
  assert.deepEqual(
    found(`${install}\ndpkg --install /tmp/a.deb\n`).map(({ args }) => args.command),
    ['apt-get install'],
  );
});

test('that update has a lock of its own is said where a script updates', () => {
  for (const [body, says] of [
    [`apt-get update\n${install}\n`, true],
    [`${install}\n`, false],
  ] as const) {
    const [finding] = found(body);
    assert.ok(finding);
    assert.equal(/apt-get update/.test(findingText(finding, 'en').why), says);
    assert.equal(/apt-get update/.test(findingText(finding, 'ko').why), says);
  }
});
