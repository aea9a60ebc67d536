import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actions, type FieldType, type Shape, shapes } from '../../../src/reference';
import { share } from '../../../src/sandbox';
import { behaviourLabels, labels, seedLabels, shapeLabels } from '../../../src/sandbox/evidence';
import { findHandler, listings } from '../../../src/sandbox/handlers';
import { type Rule, rules } from '../../../src/sandbox/rules';

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
    assert.ok(['documented', 'sdk', 'guess'].includes(evidence), name);
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
  for (const [kind, { documented, sdk, guess }] of Object.entries(share())) {
    assert.equal(documented + sdk + guess, all[kind as keyof typeof all].size, kind);
    assert.ok(documented > 0, kind);
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
