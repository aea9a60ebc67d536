import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  actions,
  type Evidence,
  type FieldType,
  findReturnCode,
  rules as referenceRules,
  ruleReturnCode,
  type Shape,
  shapes,
} from '../../../src/reference';
import { share } from '../../../src/sandbox';
import { labels } from '../../../src/sandbox/evidence';
import { behaviourLabels, seedLabels, shapeLabels } from '../../../src/sandbox/evidence.labels';
import { findHandler, listings } from '../../../src/sandbox/handlers';
import { codeOf, type Rule, rules } from '../../../src/sandbox/rules';

/** The shapes that a shape leads to, itself left out. */
function reached(shape: Shape): string[] {
  const names = (type: FieldType): string[] => {
    if (Array.isArray(type)) return names(type[0]);
    return typeof type === 'object' && 'shape' in type ? [type.shape] : [];
  };
  return Object.values(shape).flatMap(names);
}

test('every shape of a simulated answer has a label, and no label is left over', () => {
  const found = new Set<string>();
  const visit = (shape: Shape) => {
    for (const name of reached(shape)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(shapes[name] ?? {});
    }
  };
  for (const action of actions.filter(findHandler)) visit(action.answer);
  assert.deepEqual(Object.keys(shapeLabels).sort(), [...found].sort());
});

test('every label names its source, and only guesses do without a page or an SDK', () => {
  for (const [name, { evidence, source }] of Object.entries({ ...shapeLabels, ...seedLabels, ...behaviourLabels })) {
    assert.ok(['documented', 'sdk', 'seen', 'guess'].includes(evidence), name);
    assert.ok(source.length > 0, name);
  }
  for (const [name, rule] of Object.entries<Rule>(rules)) {
    assert.ok(rule.evidence === 'guess' || rule.source, `${name} has no source`);
    if (rule.classic || rule.vpc) assert.notEqual(rule.evidence, 'guess', `${name} has a code but no evidence`);
  }
});

test('every list is filled by labelled data', () => {
  const filled = new Set(Object.values(seedLabels).flatMap(({ fills }) => fills));
  assert.deepEqual([...filled].sort(), Object.keys(listings).sort());
});

test('the share counts every label once', () => {
  const all = labels();
  for (const [kind, { documented, sdk, seen, guess }] of Object.entries(share())) {
    assert.equal(documented + sdk + seen + guess, all[kind as keyof typeof all].size, kind);
    assert.ok(documented > 0, kind);
  }
});

test('how much is known, for CONTRIBUTING', (t) => {
  const figures = Object.entries(share());
  for (const [kind, { documented, sdk, seen, guess }] of figures) {
    t.diagnostic(`${kind}: ${documented} documented, ${sdk} sdk, ${seen} seen, ${guess} guess`);
  }
  const sum = (of: Evidence) => figures.reduce((total, [, shares]) => total + shares[of], 0);
  t.diagnostic(`all: ${sum('documented')} documented, ${sum('sdk')} sdk, ${sum('seen')} seen, ${sum('guess')} guess`);

  // Counted by refusal: each of our rules in each environment that it can come up in, each of the reference's in both.
  const byRefusal: Record<Evidence, number> = { documented: 0, sdk: 0, seen: 0, guess: 0 };
  for (const environment of ['vpc', 'classic'] as const) {
    for (const rule of Object.values<Rule>(rules)) {
      if ((rule.only ?? environment) !== environment) continue;
      const code = codeOf(rule, environment);
      byRefusal[(code === undefined ? undefined : findReturnCode(environment, code)?.evidence) ?? 'guess'] += 1;
    }
    for (const rule of Object.keys(referenceRules)) {
      byRefusal[ruleReturnCode({ name: '', rule, severity: 'error', args: {} }, environment).evidence] += 1;
    }
  }
  t.diagnostic(`codes by refusal: ${JSON.stringify(byRefusal)}`);
  const told = `${sum('documented')} come from the documentation, ${sum('sdk')} from the SDKs, ${sum('seen')} from real answers that others published, and ${sum('guess')} are guesses`;
  assert.ok(readFileSync('CONTRIBUTING.md', 'utf8').replace(/\s+/g, ' ').includes(told), `it says: ${told}`);
  const all = (['documented', 'sdk', 'seen', 'guess'] as const).reduce((total, of) => total + sum(of), 0);
  assert.ok(sum('guess') / all < 0.16, `${sum('guess')} of ${all} are guesses`);
});

test('a rule is guessed in an environment that it can come up in', () => {
  for (const [name, { only, classic, vpc }] of Object.entries<Rule>(rules)) {
    if (only === 'vpc') assert.equal(classic, undefined, name);
    if (only === 'classic') assert.equal(vpc, undefined, name);
  }
});

test('every parameter of a list action is a filter or is read', () => {
  const shared = ['responseFormatType', 'pageNo', 'pageSize', 'sortedBy', 'sortingOrder'];
  for (const [key, { filters = {}, reads = [] }] of Object.entries(listings)) {
    const action = actions.find(({ service, name }) => `${service}/${name}` === key);
    assert.ok(action, key);
    const known = new Set([...shared, ...reads, ...Object.keys(filters)]);
    const parameters = action.parameters.map(({ name }) => name.replace(/\.N$/, ''));
    assert.deepEqual(
      parameters.filter((name) => !known.has(name)),
      [],
      key,
    );
    const used = new Set([...shared, ...parameters]);
    assert.deepEqual(
      [...known].filter((name) => !used.has(name)),
      [],
      `${key} reads what it does not take`,
    );
  }
});
