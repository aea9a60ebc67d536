/** What a new init script starts with: plain ASCII, free of findings. */
import type { OsType } from './language';

export interface ScriptTemplate {
  readonly id: 'ubuntu' | 'rocky' | 'windows';
  /** The name of the operating system; the same in every language. */
  readonly label: string;
  readonly osType: OsType;
  /** Language id of the editor. */
  readonly language: 'shellscript' | 'vb';
  readonly text: string;
}

const ubuntu = `#!/bin/bash
# Runs once, as root, when the server starts for the first time.
set -euo pipefail
exec >>/var/log/init-script.log 2>&1

export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get -o DPkg::Lock::Timeout=300 install -y nginx
systemctl enable --now nginx

echo "init script finished: $(date)"
`;

const rocky = `#!/bin/bash
# Runs once, as root, when the server starts for the first time.
set -euo pipefail
exec >>/var/log/init-script.log 2>&1

dnf install -y nginx
systemctl enable --now nginx

echo "init script finished: $(date)"
`;

const windows = `' Runs once when the server starts for the first time.
Option Explicit

Dim files, log
Set files = CreateObject("Scripting.FileSystemObject")
Set log = files.OpenTextFile("C:\\init-script.log", 8, True)
log.WriteLine "init script started: " & Now

Dim shell
Set shell = CreateObject("WScript.Shell")
shell.Run "net user guest /active:no", 0, True

log.WriteLine "init script finished: " & Now
log.Close
`;

export const scriptTemplates: readonly ScriptTemplate[] = [
  { id: 'ubuntu', label: 'Ubuntu', osType: 'LNX', language: 'shellscript', text: ubuntu },
  { id: 'rocky', label: 'Rocky Linux', osType: 'LNX', language: 'shellscript', text: rocky },
  { id: 'windows', label: 'Windows (VBScript)', osType: 'WND', language: 'vb', text: windows },
];
