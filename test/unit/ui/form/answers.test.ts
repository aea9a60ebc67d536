// What the form is told of a script that is a file: all that the editor underlines, and that it is gone.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as vscode from 'vscode';
import type { ScriptQuestion } from '../../../../src/protocol';
import type { Session } from '../../../../src/ui/accounts/session';
import { formAnswers } from '../../../../src/ui/form/answers';

const own = [vscode.workspace, vscode.Uri].map((part) => [part, { ...part }] as const);
after(() => {
  for (const [part, before] of own) Object.assign(part, before);
});

async function told(text: string | undefined, more: Partial<ScriptQuestion> = {}) {
  Object.assign(vscode.Uri, { parse: (address: string) => ({ scheme: 'file', path: new URL(address).pathname }) });
  Object.assign(vscode.workspace, {
    openTextDocument: async (uri: vscode.Uri) => {
      if (text === undefined) throw new Error('ENOENT');
      return { uri, languageId: 'shellscript', getText: () => text };
    },
  });
  const session = { account: { environment: 'vpc', region: 'KR' }, client: undefined } as unknown as Session;
  const { checkScript } = formAnswers(async () => session, { debug: () => undefined });
  return checkScript({ type: 'checkScript', form: 'file', value: 'file:///w/web.sh', ...more });
}

test('a file that is gone is a problem before anything is sent', async () => {
  assert.deepEqual(await told(undefined), [{ severity: 'error', text: 'web.sh: this script file cannot be read.' }]);
});

test('of a file also what the reference tells of texts is said', async () => {
  assert.match((await told(''))?.[0]?.text ?? '', /The script is empty/);
  assert.match(
    (await told(`#!/bin/bash\n${'#'.repeat(1024 * 1024)}`))?.[0]?.text ?? '',
    /bytes; 1,048,576 are allowed/,
  );
  assert.deepEqual(await told('', { form: 'userData', value: '' }), []);
});

test('a script for another operating system than that of the image is told', async () => {
  const script = '#!/bin/bash\necho hello\n';
  assert.deepEqual(await told(script), []);
  assert.deepEqual(await told(script, { system: 'LNX' }), []);
  const [fault] = (await told(script, { system: 'WND' })) ?? [];
  assert.equal(fault?.severity, 'warning');
  assert.match(fault.text, /the script is for Linux, the image is Windows/);
});

test('a fault in every line is one line, which says how many more there are', async () => {
  const lines = Array.from({ length: 300 }, (_, i) => `echo ${i} # 단계`);
  const faults = await told(`#!/bin/bash\n${lines.join('\n')}\napt-get install nginx\nPASSWORD=hunter22\n`);
  assert.equal(faults?.length, 3);
  assert.match(faults[0]?.text ?? '', /^Line 2: .* There are 299 more such places\.$/);
  assert.match(faults[2]?.text ?? '', /^Line 303: This looks like a password\./);
});
