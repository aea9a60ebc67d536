import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actions, answerList, type FieldType, findAction, rowKey, shapes } from '../../../src/reference';

/** The shape of the rows of each list that is an answer. */
const rowShapes = actions.flatMap(({ service, name, answer }) =>
  Object.values(answer)
    .filter((type): type is readonly [FieldType] => Array.isArray(type))
    .map(([item]) => ({
      action: `${service} ${name}`,
      shape: typeof item === 'object' && 'shape' in item ? item.shape : '',
    })),
);

test('of every list that an action answers with it is said how its rows are told apart', () => {
  assert.ok(rowShapes.length > 40);
  for (const { action, shape } of rowShapes) assert.ok(rowKey(shape), `${action}: ${shape}`);
});

test('the key of a row is a text field of its shape, and the first one wherever it is a number', () => {
  for (const shape of new Set(rowShapes.map((row) => row.shape))) {
    const { field, isNumber } = rowKey(shape) ?? {};
    if (field === undefined) continue;
    assert.equal(shapes[shape]?.[field], 'string', `${shape}.${field}`);
    if (isNumber) assert.equal(Object.keys(shapes[shape] ?? {})[0], field, shape);
    assert.equal(isNumber, field.endsWith('No'), shape);
  }
});

test('an action answers with one list at most, whose name and key are known', () => {
  for (const { service, name, answer } of actions) {
    assert.ok(Object.values(answer).filter((type) => Array.isArray(type)).length <= 1, `${service} ${name}`);
  }
  const list = { name: 'serverInstanceList', key: { field: 'serverInstanceNo', isNumber: true } };
  for (const name of ['getServerInstanceList', 'createServerInstances', 'stopServerInstances']) {
    for (const service of ['vserver', 'server']) assert.deepEqual(answerList(findAction(service, name)), list);
  }
  assert.equal(answerList(findAction('vserver', 'getRootPassword')), undefined);
  assert.equal(answerList(undefined), undefined);
});
