import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessLanguage, looksLikeBatch, osTypeOf } from '../../../src/scripts/language';

test('the first line that tells a language decides, and a here-document tells none', () => {
  const texts: [text: string, language: string | undefined][] = [
    ["apt install nginx\ncat > a.py <<'EOF'\nimport os\nEOF\n", 'shellscript'],
    ["cat > a.py <<'EOF'\nimport os\nEOF\n", undefined],
    ['cat > a.py << EOF\nimport os\nEOF\nexport PORT=80\n', 'shellscript'],
    ['cat <<-END\n\tuse strict;\n\tEND\necho ok\n', undefined],
    ["python3 -c '\nimport os\n'\n", 'shellscript'],
    ['tr a b <<< EOF\nimport os\n', 'python'],
    ['import os\nos.system("""\nexport A=1\n""")\n', 'python'],
    [`${'# A long\n'.repeat(60)}set -eu\n`, 'shellscript'],
    ['use warnings;\nmy $x = 1;\n', 'perl'],
    ["$Shop::settings{'port'} = 80; # open\n", 'perl'],
    ['%Shop::known = (\n', 'perl'],
    ['$port = 80;\nprint $port;\n', undefined],
    ["nl='\n'\n", undefined],
    ["' Sets the web server up\n", 'vb'],
    ['main()\n', undefined],
    ['echo hi\n', undefined],
  ];
  for (const [text, language] of texts) assert.equal(guessLanguage(text), language, text);
});

test('batch files and PowerShell are known by more than their usual first line, and are for Windows', () => {
  const batch = [
    '@setlocal\r\n',
    'set PORT=%1\r\n',
    '@echo off\r\nchoco install nginx\r\n',
    '<script>\r\n',
    'if exist C:\\web goto done\r\n',
  ];
  for (const text of batch) {
    assert.ok(looksLikeBatch(text), text);
    assert.equal(osTypeOf(text), 'WND', text);
  }
  for (const text of ['# Web\r\nchoco install nginx -y\r\n', '# Web\r\n$port = 80\r\n']) {
    assert.equal(guessLanguage(text), 'powershell', text);
    assert.equal(osTypeOf(text), 'WND', text);
  }
  for (const text of ['set -eu\n', 'if [ -e /srv ]; then\n', 'goto_web() {\n', 'for f in *; do\n']) {
    assert.ok(!looksLikeBatch(text), text);
    assert.equal(osTypeOf(text), 'LNX', text);
  }
  assert.equal(osTypeOf('!/bin/bash\necho hi\n'), 'LNX');
});
