/** The checker against a reader: what scripts of the field should be told, and a table of what it missed or made up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScript, ruleNames } from '../../../src/scripts/index';
import { type CorpusFile, located, readCorpus, readExpected, readField, readLabels } from './corpus';

interface Judged {
  readonly name: string;
  /** `LINE RULE` each. */
  readonly wanted: readonly string[];
  readonly told: readonly string[];
}

const labels = readLabels();
const expected = readExpected();
const field = readField().map((file) => judge(file, labels.get(file.name) ?? []));
const corpus = readCorpus().map((file) =>
  judge(
    file,
    (expected[file.name] ?? []).map(({ line, rule }) => `${line} ${rule}`),
  ),
);

function judge({ name, bytes, text, options }: CorpusFile, wanted: readonly string[]): Judged {
  const told = checkScript(bytes, options).map((finding) => `${located(text, finding).line} ${finding.rule}`);
  return { name, wanted, told };
}

test('every script of the field has its labels, and every label a script and a rule', () => {
  assert.deepEqual([...labels.keys()].sort(), field.map(({ name }) => name).sort());
  for (const label of [...labels.values()].flat()) assert.ok(ruleNames.includes(label.split(' ')[1] ?? ''), label);
});

for (const { name, wanted, told } of field) {
  test(`${name}: what a reader would say, no less and no more`, () => {
    assert.deepEqual([...told].sort(), [...wanted].sort());
  });
}

test('table of the rules: recall and false alarms', () => {
  const rows = ruleNames.map((rule) => row(rule, [...field, ...corpus]));
  console.log(
    ['rule', 'scripts', 'places', 'found', 'recall', 'false alarms', 'in quiet scripts']
      .join('\t')
      .concat('\n', rows.map((cells) => cells.join('\t')).join('\n')),
  );
  for (const [rule, , places, found, , alarms] of rows) {
    assert.equal(found, places, `${rule} misses`);
    assert.equal(alarms, 0, `${rule} cries wolf`);
  }
});

/** Scripts and places that the rule is for, those found, and alarms that nobody asked for out of the other scripts. */
function row(rule: string, judged: readonly Judged[]) {
  const of = (places: readonly string[]) => places.filter((place) => place.endsWith(` ${rule}`));
  const scripts = judged.filter(({ wanted }) => of(wanted).length > 0);
  const places = scripts.flatMap(({ name, wanted }) => of(wanted).map((place) => `${name} ${place}`));
  const told = judged.flatMap(({ name, told }) => of(told).map((place) => `${name} ${place}`));
  const found = places.filter((place) => told.includes(place)).length;
  const recall = `${Math.floor((100 * found) / Math.max(places.length, 1))} %`;
  const alarms = told.filter((place) => !places.includes(place)).length;
  return [rule, scripts.length, places.length, found, recall, alarms, judged.length - scripts.length] as const;
}
