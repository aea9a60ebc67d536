// What a save of a script of NCP does is said before the first edit, once, and the choice is kept as a setting.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import * as vscode from 'vscode';
import { OldScripts } from '../../../../src/ui/scripts/old-scripts';
import { Memory } from '../../../support/memory';

/** Announces with this answer, and then once more. */
async function announced(t: TestContext, answer: string | undefined) {
  const { getConfiguration } = vscode.workspace;
  t.after(() => Object.assign(vscode.workspace, { getConfiguration }));
  const said: string[] = [];
  const settings = new Map<string, unknown>();
  Object.assign(vscode.window, {
    showInformationMessage: async (text: string, ...actions: string[]) => {
      said.push(text);
      return actions.find((action) => action === answer);
    },
  });
  Object.assign(vscode.workspace, {
    getConfiguration: (section: string) => ({
      get: (key: string) => settings.get(`${section}.${key}`),
      update: async (key: string, value: unknown) => void settings.set(`${section}.${key}`, value),
    }),
  });
  const olds = new OldScripts(new Memory());
  assert.equal(olds.fate(), 'ask');
  await olds.announce();
  await olds.announce();
  assert.equal(said.length, 1);
  return { fate: olds.fate(), sentence: said[0] ?? '' };
}

test('it says that the API cannot change a script and where the console can', async (t) => {
  const { fate, sentence } = await announced(t, undefined);
  assert.equal(fate, 'ask');
  assert.match(sentence, /makes a new script.*API.*cannot.*console can.*Server > Init Script/);
});

test('each answer is remembered', async (t) => {
  assert.equal((await announced(t, 'Keep It')).fate, 'keep');
  assert.equal((await announced(t, 'Delete It If Unused')).fate, 'delete');
  assert.equal((await announced(t, 'Ask Each Time')).fate, 'ask');
});

test('no sentence of the extension says that NCP cannot change a script', async () => {
  const { readFile } = await import('node:fs/promises');
  for (const file of ['l10n/bundle.l10n.ko.json', 'package.nls.json', 'package.nls.ko.json']) {
    assert.doesNotMatch(await readFile(file, 'utf8'), /NCP cannot change|NCP에서는 스크립트를 수정할 수 없/, file);
  }
});
