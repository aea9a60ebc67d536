/** Commands that a script hands to another shell as text are checked like its own, at their place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, type CheckOptions, checkScript } from '../../../../src/scripts/index';

const vpc: CheckOptions = { environment: 'vpc', osType: 'LNX' };

/** The rules on commands that these tests use. */
const looked =
  /^(?:waits-for-input|needs-terminal|long-wait|endless-wait|reboot|power-off|secret|network-unreachable)$/;

/** `rule: text` of each finding. */
function foundIn(script: string, options = vpc): string[] {
  const findings = checkScript(script, options).filter(({ rule }) => looked.test(rule));
  return findings.map(({ rule, start, end }) => `${rule}: ${script.slice(start, end)}`);
}

const bash = '#!/bin/bash\n';
const apt = 'waits-for-input: apt-get install';

/** What is found in a script of these lines. */
const cases: readonly (readonly [lines: string, found: readonly string[]])[] = [
  // An argument.
  [`bash -c 'apt-get install nginx'`, [apt]],
  [`bash -c 'apt-get install -y nginx'`, []],
  [`/bin/sh -c "apt-get install nginx"`, [apt]],
  [`sudo dash -ec 'x=1 apt-get install nginx'`, [apt]],
  [`sudo -u app bash -euo pipefail -c 'cd /srv; apt-get install nginx'`, [apt]],
  [`bash --login -c "apt-get install nginx"`, [apt]],
  [`su - app -c "apt-get install nginx"`, [apt]],
  [`su -lc 'apt-get install nginx' app`, [apt]],
  [`su app --command 'apt-get install nginx'`, [apt]],
  [`runuser -l app -c 'apt-get install nginx'`, [apt]],
  [`runuser -u app -- apt-get install nginx`, [apt]],
  [`runuser -u app -- bash -c 'apt-get install nginx'`, [apt]],
  [`eval 'apt-get install nginx'`, [apt]],
  [`eval "$(ssh-agent -s)"`, []],
  [`bash -c reboot`, ['reboot: reboot']],
  [`xargs apt-get install < packages`, [apt]],
  [`cat packages | xargs -r -n 1 apt-get install`, [apt]],
  [`cat packages | xargs apt-get install -y`, []],
  [`grep -v x f | xargs -I% sh -c 'apt-get install %'`, [apt]],
  [`flock /run/lock sh -c 'apt-get install nginx'`, [apt]],
  // Not a script, or not one that this server runs now.
  [`echo bash -c 'apt-get install nginx'`, []],
  [`bash install.sh -c 'apt-get install nginx'`, []],
  [`ssh -o StrictHostKeyChecking=accept-new host "apt-get install nginx"`, []],
  [`ssh host <<'EOF'\napt-get install nginx\nEOF`, []],
  [`ssh host bash <<'EOF'\napt-get install nginx\nEOF`, []],
  [`docker exec web bash -c 'apt-get install nginx'`, []],
  [`trap 'sleep 600' EXIT`, []],
  [`cat > /tmp/x <<'EOF'\napt-get install nginx\nEOF`, []],
  [`cat <<'EOF' | tee /tmp/x\napt-get install nginx\nEOF`, []],
  [`sudo -u db -i psql <<'EOF'\napt-get install nginx\nEOF`, []],
  [`bash install.sh <<'EOF'\napt-get install nginx\nEOF`, []],
  [`bash -c 'cat' <<'EOF'\napt-get install nginx\nEOF`, []],
  [`while read -r x; do :; done <<'EOF' | bash\napt-get install nginx\nEOF`, []],
  [`cat <<'EOF' | bash < /tmp/x\napt-get install nginx\nEOF`, []],
  [`zsh -c 'apt-get install nginx'`, []],
  // What feeds a shell.
  [`bash <<EOF\napt-get install nginx\nEOF`, [apt]],
  [`bash <<'EOF'\n# it's a comment\napt-get install nginx\nEOF\nreboot`, [apt, 'reboot: reboot']],
  [`cat <<EOF | bash\napt-get install nginx\nEOF`, [apt]],
  [`cat <<EOF | cat | sudo -u app bash -s -- x\napt-get install nginx\nEOF`, [apt]],
  [`sudo -u app bash <<-EOF > /tmp/log 2>&1\n\tapt-get install nginx\n\tEOF`, [apt]],
  [`sudo bash <<EOF | tee /tmp/log\napt-get install nginx\nEOF`, [apt]],
  [`sudo -iu app <<EOF\napt-get install nginx\nEOF`, [apt]],
  [`su - app <<'EOF'\napt-get install nginx\nEOF`, [apt]],
  [`bash <<< 'apt-get install nginx'`, [apt]],
  [`bash <<< "apt-get install nginx" > /tmp/log; reboot`, ['reboot: reboot', apt].reverse()],
  [`bash <<A; sh <<'B'\napt-get install a\nA\napt-get install b\nB`, [apt, apt]],
  [`if true; then bash <<EOF\napt-get install nginx\nEOF\nfi`, [apt]],
  // What the outer quotes take away.
  [`bash -c "apt-get install $PACKAGES"`, [apt]],
  [`bash -c "apt-get install $(cat packages)"`, []],
  [`bash -c "apt-get install \\$PACKAGES"`, [apt]],
  [`bash -c "echo \\"a; b\\"; apt-get install nginx"`, [apt]],
  [`bash -c "echo \\\\; apt-get install nginx"`, []],
  [`bash -c "x=$(sleep 600); apt-get install nginx"`, ['long-wait: sleep 600', apt]],
  [`bash -c "x=\\$(sleep 600)"`, ['long-wait: sleep 600']],
  [`bash <<EOF\nx=\\$(hostname)\napt-get install "\\$x"\nEOF`, [apt]],
  [`bash -c 'apt-get install nginx'x`, [apt]],
  [`bash -c $'apt-get install nginx'`, []],
  [`bash -c "echo \\\\\\$x; apt-get install nginx"`, [apt]],
  [`bash -c "x=\`date\`; apt-get install nginx"`, [apt]],
  [`bash <<EOF\nx=\`date\`; y=\\\`date\\\`\napt-get install nginx\nEOF`, [apt]],
  [`bash -c "echo 'a; reboot' \\"b; reboot\\"; # reboot"`, []],
  [`sudo bash -c 'cat > /etc/x <<EOF\napt-get install nginx\nEOF'`, []],
  [`sudo bash -c 'cat > /etc/x <<EOF\na\nEOF\napt-get install nginx'`, [apt]],
  [`bash -c "\\"apt-get\\" \\"install\\" \\"nginx\\""`, [`waits-for-input: \\"apt-get\\" \\"install\\"`]],
  [`bash -c "apt-get install \\"-y\\" nginx"`, []],
  [`bash -c 'apt-get install '"$name"`, [apt]],
  [`bash -c 'apt-get install '"$(cat packages)"`, []],
  [`bash -c 'apt-get install '$options`, []],
  [`bash -c 'echo '\\''a; reboot'\\''; apt-get install nginx'`, [apt]],
  [`bash -c 'echo '"'"'a; reboot'"'"'; apt-get install nginx'`, [apt]],
  [`bash -c 'test "$(curl ''%{http_code}'')" && apt-get install nginx'`, [apt]],
  // Levels.
  [`sudo bash -c "su - app -c 'apt-get install nginx'"`, [apt]],
  [`bash <<'EOF'\nsu - app <<'END'\nsh -c 'apt-get install nginx'\nEND\nEOF`, [apt]],
  [`bash <<'A'\nbash <<'B'\nbash <<'C'\nbash -c 'apt-get install nginx'\nC\nB\nA`, []],
  // What surrounds it.
  [`bash -c 'tail -f /var/log/syslog'`, ['endless-wait: tail -f /var/log/syslog']],
  [`bash -c 'tail -f /var/log/syslog' &`, []],
  [`bash -c 'tail -f /var/log/syslog &'`, []],
  [`nohup sh -c 'while true; do date; sleep 5; done' > /tmp/log 2>&1 &`, []],
  [`sh -c 'while true; do date; sleep 5; done'`, ['endless-wait: while']],
  [`{ sh -c 'while true; do date; sleep 5; done'; } &`, []],
  [`timeout 60 bash -c 'while true; do curl -s localhost && break; done; sleep infinity'`, []],
  [`timeout 60 bash -c 'while true; do sleep 5; done'`, []],
  [`bash -c 'tail -f /var/log/syslog' | head -n 1`, []],
  [`bash <<EOF &\nsleep infinity\nEOF\nwait`, []],
  [`bash <<EOF\nsleep infinity\nEOF`, ['endless-wait: sleep infinity']],
  [`yes | bash -c 'apt-get install nginx'`, []],
  [`{ bash -c 'apt-get install nginx'; } < answers`, []],
  [`bash -c 'read -r x' < answers`, []],
  [`f() { bash -c 'read -r x'; }`, []],
  [`bash -c 'mysql -pSecret12 x'`, ['secret: Secret12']],
];

for (const [lines, found] of cases) {
  test(`nested: ${lines.replaceAll('\n', '⏎')}`, () => {
    assert.deepEqual(foundIn(`${bash}${lines}\n`), found);
  });
}

test('a fix stays right in its quotes', () => {
  const fixed = (line: string) => {
    const script = `${bash}${line}\n`;
    const finding = checkScript(script, vpc).find(({ rule }) => rule === 'waits-for-input');
    return finding?.fix ? applyFix(script, finding.fix).slice(bash.length, -1) : undefined;
  };
  assert.equal(fixed(`bash -c 'apt-get install nginx'`), `bash -c 'apt-get install -y nginx'`);
  assert.equal(fixed(`bash -c "apt-get install \\"$x\\""`), `bash -c "apt-get install -y \\"$x\\""`);
  assert.equal(fixed(`bash <<EOF\napt-get install nginx\nEOF`), `bash <<EOF\napt-get install -y nginx\nEOF`);
  assert.equal(fixed(`bash -c 'apt-get install '"$x"`), undefined);
  assert.equal(fixed(`sudo bash -c 'su'`), undefined);
  assert.equal(fixed(`xargs apt-get install < f`), `xargs apt-get install -y < f`);
});

test('the comments of a nested script are comments', () => {
  const script = `${bash}bash -c '\n# 한글\necho a' # 주석\nbash <<EOF\necho a # 한글\nEOF\necho a # 한글\necho 한글\n`;
  const findings = checkScript(script, vpc).filter(({ rule }) => rule === 'non-ascii');
  assert.deepEqual(
    findings.map(({ fix }) => fix !== undefined),
    [true, true, true, true, false],
  );
});

test('the first of the commands that need the internet stands for those of nested scripts', () => {
  const script = `${bash}bash -c 'apt-get update; curl https://example.com/'\napt-get update\n`;
  const [finding] = checkScript(script, { ...vpc, reach: 'none' });
  assert.deepEqual(finding?.args, { command: 'apt-get update', count: 3, reach: 'none' });
});

test('a quote that a nested script leaves open is told where it is certain', () => {
  const openIn = (lines: string) => {
    const script = `${bash}${lines}\n`;
    const findings = checkScript(script, vpc).filter(({ rule }) => rule === 'unterminated-quote');
    return findings.map(({ start, end }) => script.slice(start - 2, end));
  };
  assert.deepEqual(openIn(`bash <<'EOF'\necho it's ready\nEOF\necho a`), [`it'`]);
  assert.deepEqual(openIn(`bash -c 'echo "a'`), [`o "`]);
  assert.deepEqual(openIn(`sudo bash <<'A'\nsu - app <<'B'\necho it's ready\nB\nA`), [`it'`]);
  assert.deepEqual(openIn(`bash <<EOF\necho it's $ready\nEOF`), []);
  assert.deepEqual(openIn(`bash -c "echo it's $ready"`), []);
  assert.deepEqual(openIn(`cat <<'EOF'\nit's ready\nEOF`), []);
});
