// What lists tell of creations without an answer: none, one and several have their own words, and none of them is a failure.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import * as vscode from 'vscode';
import { BadAnswerError, GatewayError, NoAnswerError } from '../../../../../src/client/index';
import type { Sighting } from '../../../../../src/servers/creation/seek';
import { toServer } from '../../../../../src/servers/index';
import { partialSentence, unknownSentence } from '../../../../../src/ui/create/outcome';
import { refusalSentence } from '../../../../../src/ui/create/refusal';
import { againQuestion } from '../../../../../src/ui/servers/commands/again';
import { candidatesSentence, tellFound, tellRest } from '../../../../../src/ui/servers/commands/sightings';
import { elsewhereItem, requestedItem, unknownItem } from '../../../../../src/ui/servers/nodes';

const bundle: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/bundle.l10n.ko.json', 'utf8'));
const server = (number: string) =>
  toServer('vpc', { serverInstanceNo: number, serverName: 'web', createDate: '2026-11-25T10:00:01+0900' });
const seen = (name: string, isMade: boolean, ...numbers: string[]): Sighting => ({
  id: 'one',
  name,
  isMade,
  candidates: numbers.map(server),
});

/** All that is shown while `run` runs, with the texts that it is made of, in English. */
function shown(t: TestContext, run: () => void) {
  const said: string[][] = [];
  const texts: string[] = [];
  const own = [vscode.window, vscode.l10n].map((part) => [part, { ...part }] as const);
  t.after(() => {
    for (const [part, before] of own) Object.assign(part, before);
  });
  const show = async (...words: string[]) => void said.push(words);
  Object.assign(vscode.window, { showInformationMessage: show, showWarningMessage: show });
  const { t: translate } = vscode.l10n as { t: (...args: unknown[]) => string };
  Object.assign(vscode.l10n, {
    t: (text: string, ...args: unknown[]) => {
      texts.push(text);
      return translate(text, ...args);
    },
  });
  run();
  return { said, texts };
}

test('none, one and several hits are three different sentences, and candidates are offered to be shown', (t) => {
  const sentences = [
    [seen('web', true)],
    [seen('web', true), seen('db', true)],
    [seen('web', false)],
    [seen('web', false), seen('db', false)],
    [seen('web', false, '201')],
    [seen('web', false, '201', '202')],
  ].map((sightings) => {
    const { said } = shown(t, () => {
      tellFound(sightings);
      tellRest('a', sightings);
    });
    assert.equal(said.length, 1);
    return said[0] ?? [];
  });
  assert.equal(new Set(sentences.map(([sentence]) => sentence)).size, sentences.length);
  const expected = [
    /^web was made and is in the list/,
    /^2 servers were made and are in the list: web, db/,
    /^web is not in the list\. It was probably not made/,
    /^2 servers are not in the list: web, db/,
    /^There is a new server named web \(201\)\. It may be yours or somebody else’s/,
    /^There are 2 new servers named web, and all of them are billed/,
  ];
  for (const [place, words] of expected.entries()) assert.match(sentences[place]?.[0] ?? '', words);
  assert.deepEqual(
    sentences.map(([, action]) => action),
    [undefined, undefined, undefined, undefined, 'Show Candidates', 'Show Candidates'],
  );
});

test('what is only unknown is never called failed, in neither language', (t) => {
  const errors = [
    new NoAnswerError('deadline'),
    new NoAnswerError('connection-lost'),
    new NoAnswerError('cancelled'),
    new GatewayError({ status: 503, errorCode: '500', text: '', details: '' }),
    new BadAnswerError('malformed'),
    new BadAnswerError('web-page'),
    new BadAnswerError('no-instance-number'),
  ];
  const node = { kind: 'unknown', accountId: 'a', id: 'one', name: 'web' } as const;
  const asked = {
    ...{ id: 'one', name: 'web', state: 'unknown' as const, before: [], params: {} },
    askedAt: 0,
    timestamp: 0,
  };
  const unknown = { ...asked, isReleased: false, isOurs: true } as const;
  const { said, texts } = shown(t, () => {
    const outcome = { kind: 'unknown', names: ['web'] } as const;
    const sentences = [
      ...errors.map((error) => unknownSentence({ ...outcome, error }, 'vpc')),
      partialSentence({ kind: 'created', servers: [server('201')], renamed: [], missing: ['db'] }, 'vpc') ?? '',
      ...(['name-unknown', 'name-elsewhere'] as const).map((kind) =>
        refusalSentence({ kind, field: 'serverName', name: 'web' }, 'vpc'),
      ),
      ...[[], ['201'], ['201', '202']].map((numbers) => candidatesSentence(seen('web', false, ...numbers))),
      ...[requestedItem(node), elsewhereItem(node), unknownItem(node, 0, false), unknownItem(node, 0, true)].map(
        ({ description, tooltip }) => `${description} ${tooltip}`,
      ),
      JSON.stringify(againQuestion(['web'], unknown, [server('201')])),
    ];
    for (const one of sentences) void vscode.window.showInformationMessage(one);
    tellFound([seen('web', true)]);
    tellRest('a', [seen('web', false), seen('db', false, '201')]);
  });
  assert.ok(said.length > 18 && texts.length > 25, `${said.length} sentences of ${texts.length} texts`);
  for (const [sentence = ''] of said) assert.doesNotMatch(sentence, /fail/i);
  for (const text of new Set(texts)) {
    assert.ok(bundle[text], `no Korean of: ${text}`);
    assert.doesNotMatch(`${text} ${bundle[text]}`, /fail|실패/i);
  }
});
