import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyFix, checkScript, type Finding, findingText, ruleNames } from '../../../src/scripts/index';
import { located, readCorpus, readExpected } from './corpus';

const corpus = readCorpus();
const expected = readExpected();

const checked = new Map<string, readonly Finding[]>();

/** What is found in a script; each is checked once. */
function findingsIn({ name, bytes, options }: (typeof corpus)[number]): readonly Finding[] {
  const findings = checked.get(name) ?? checkScript(bytes, options);
  checked.set(name, findings);
  return findings;
}

/** How often each rule has something to say, what `more` stands for included. */
function counts(findings: readonly Finding[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const { rule, args } of findings) {
    const [name, count] = rule === 'more' ? [String(args.rule), Number(args.count)] : [rule, 1];
    result.set(name, (result.get(name) ?? 0) + count);
  }
  return result;
}

test('the corpus is whole', () => {
  assert.deepEqual(
    corpus.map(({ name }) => name),
    Object.keys(expected).sort(),
  );
  assert.ok(corpus.length >= 70);
  assert.ok(corpus.filter(({ name }) => name.startsWith('good-')).length >= 25);
});

for (const file of corpus) {
  const { name, text } = file;
  test(`${name}: exactly the expected findings`, () => {
    const findings = findingsIn(file);
    assert.deepEqual(
      findings.map((finding) => located(text, finding)),
      expected[name],
    );
    if (name.startsWith('good-')) assert.equal(findings.length, 0);
    else if (!name.startsWith('bad-several')) {
      assert.ok(findings.some(({ rule }) => name.startsWith(`bad-${rule}`)));
    }
  });
}

test('every rule has a bad script', () => {
  const told = new Set(Object.values(expected).flatMap((findings) => findings.map(({ rule }) => rule)));
  assert.deepEqual([...told].sort(), [...ruleNames].sort());
});

test('every rule of the folder is in the list', () => {
  const files = readdirSync('src/scripts/rules', { recursive: true }).filter((file) => String(file).endsWith('.ts'));
  const texts = files.map((file) => readFileSync(`src/scripts/rules/${file}`, 'utf8'));
  const written = texts.flatMap((text) => [...text.matchAll(/^ *id: '(.+)',$/gm)].map(([, id]) => id ?? ''));
  assert.ok(written.length > 20);
  assert.deepEqual(
    written.filter((id) => !ruleNames.includes(id)),
    [],
  );
});

test('every fix makes its finding go and brings no other one', () => {
  let fixed = 0;
  for (const file of corpus) {
    const { name, text, options } = file;
    const findings = findingsIn(file);
    const before = counts(findings);
    for (const { rule, fix } of findings) {
      if (!fix) continue;
      fixed++;
      const after = counts(checkScript(applyFix(text, fix), options));
      assert.ok((after.get(rule) ?? 0) < (before.get(rule) ?? 0), `${name}: ${rule} stays`);
      for (const [other, count] of after)
        assert.ok(count <= (before.get(other) ?? 0), `${name}: ${rule} brings ${other}`);
    }
  }
  assert.ok(fixed > 100);
});

test('all fixes of a rule can be applied at once', () => {
  for (const file of corpus) {
    const { name, text, options } = file;
    const findings = findingsIn(file);
    for (const rule of new Set(findings.map((finding) => finding.rule))) {
      const fixes = findings.filter((finding) => finding.rule === rule).map(({ fix }) => fix);
      if (fixes.some((fix) => fix === undefined) || findings.some((finding) => finding.rule === 'more')) continue;
      const mended = applyFix(text, { edits: fixes.flatMap((fix) => fix?.edits ?? []) });
      const left = checkScript(mended, options).filter((finding) => finding.rule === rule);
      assert.deepEqual(left, [], `${name}: ${rule}`);
    }
  }
});

test('no finding holds the secret', () => {
  let secrets = 0;
  for (const file of corpus) {
    const { text } = file;
    const findings = findingsIn(file);
    for (const { start, end } of findings.filter(({ rule }) => rule === 'secret')) {
      secrets++;
      const secret = text.slice(start, end);
      for (const finding of findings) {
        const said = JSON.stringify([finding.args, findingText(finding, 'en'), findingText(finding, 'ko')]);
        assert.ok(!said.includes(secret));
      }
    }
  }
  assert.ok(secrets >= 20);
});

test('every finding is told in English and in Korean', () => {
  for (const file of corpus) {
    const { name } = file;
    for (const finding of findingsIn(file)) {
      const english = findingText(finding, 'en');
      const korean = findingText(finding, 'ko');
      assert.match(english.what, /^.+[.]$/, name);
      assert.match(english.why, /^.+$/, name);
      assert.match(korean.what, /니다[.]$/, name);
      assert.match(korean.why, /(?:니다|십시오)[.]$/, name);
      // What a sentence is about stands in it, not behind a colon.
      assert.doesNotMatch(Object.values(korean).join('\n'), /[가-힣]: /, name);
      for (const { fix } of [english, korean]) assert.equal(fix !== undefined, finding.fix !== undefined, name);
      const said = JSON.stringify([english, korean]);
      assert.doesNotMatch(said, /undefined|NaN|\[object/, name);
      if (!finding.args.character) assert.doesNotMatch(JSON.stringify(english), /[가-힣]/, name);
    }
  }
});
