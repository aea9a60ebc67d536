/** Commands that restart the server or switch it off, and those of their names that do neither. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScript } from '../../../../src/scripts/index';

/** What is told, as `rule: command`. */
function told(script: string, first = '#!/bin/bash', osType: 'LNX' | 'WND' = 'LNX'): string[] {
  const findings = checkScript(`${first}\n${script}\necho done\n`, { environment: 'vpc', osType });
  return findings
    .filter(({ rule }) => rule === 'reboot' || rule === 'power-off')
    .map(({ rule, args }) => `${rule}: ${args.command}`);
}

test('each way to restart or to switch off is told by what it does', () => {
  const ways: Readonly<Record<string, readonly string[]>> = {
    'reboot: reboot': ['reboot', 'sudo reboot -f', '/sbin/reboot'],
    'reboot: shutdown -r': ['shutdown -r now', 'shutdown -fr now', 'shutdown --reboot +1'],
    'reboot: init 6': ['init 6'],
    'reboot: telinit 6': ['telinit 6'],
    'reboot: systemctl reboot': ['systemctl reboot', 'systemctl --force reboot'],
    'reboot: systemctl kexec': ['systemctl kexec'],
    'power-off: halt': ['halt', 'halt -p'],
    'power-off: poweroff': ['poweroff', 'sudo poweroff -f'],
    'power-off: shutdown': ['shutdown now', 'shutdown -h now', 'shutdown -P +5'],
    'power-off: init 0': ['init 0'],
    'power-off: telinit 0': ['telinit 0'],
    'power-off: systemctl poweroff': ['systemctl poweroff', 'systemctl -f poweroff'],
    'power-off: systemctl halt': ['systemctl halt'],
  };
  for (const [way, scripts] of Object.entries(ways)) {
    for (const script of scripts) assert.deepEqual(told(script), [way], script);
  }
});

test('what only tells, cancels or asks for another level is neither', () => {
  const silent = [
    ...['reboot --help', 'reboot --version', 'reboot -w', 'reboot --wtmp-only', 'halt --help', 'poweroff -w'],
    ...['shutdown', 'shutdown -c', 'shutdown -k now', 'shutdown -rk now', 'shutdown --help', 'shutdown --show'],
    ...['init 3', 'init', 'telinit q', 'telinit 60', 'systemctl', 'systemctl status reboot', 'systemctl restart halt'],
    ...['echo reboot', '# reboot', 'systemctl enable poweroff.target'],
  ];
  for (const script of silent) assert.deepEqual(told(script), [], script);
});

test('Visual Basic hands such commands to Windows as text', () => {
  const onWindows = (line: string) =>
    told(`${line}\nWScript.Echo "done"`, 'Set shell = CreateObject("WScript.Shell")', 'WND');
  const ways: Readonly<Record<string, readonly string[]>> = {
    reboot: [
      ...['shutdown /r', 'shutdown -r', 'shutdown.exe /r', 'shutdown /f /r', 'shutdown.exe  -f  -g', 'SHUTDOWN /R'],
      ...['Restart-Computer', 'restart-computer'],
    ],
    'power-off': ['shutdown /s', 'shutdown -s', 'shutdown.exe /p', 'shutdown /f /s', 'Stop-Computer', 'stop-computer'],
  };
  for (const [rule, commands] of Object.entries(ways)) {
    for (const command of commands) {
      assert.deepEqual(onWindows(`shell.Run "${command} now"`), [`${rule}: ${command}`], command);
      assert.deepEqual(onWindows(`shell.Exec("powershell ${command} -Force")`), [`${rule}: ${command}`], command);
      assert.deepEqual(onWindows(`' shell.Run "${command} now"`), [], 'a remark');
      assert.deepEqual(onWindows(`WScript.Echo "${command} now"`), [], 'not run');
    }
  }
  for (const command of [
    'shutdown /a',
    'shutdown',
    'xshutdown /r',
    'shutdown /rx',
    'Restart-Computers',
    'Stop-Service',
  ]) {
    assert.deepEqual(onWindows(`shell.Run "${command} now"`), [], command);
  }
});
