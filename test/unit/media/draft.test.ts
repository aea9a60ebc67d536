import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withChoice, withItem, withMovedItem, withoutItem, withValue } from '../../../media/draft';
import { type Draft, draftValues, itemCount } from '../../../src/reference/index';

const empty: Draft = { environment: 'vpc', values: {}, chosen: {} };
const groups = 'networkInterfaceList.1.accessControlGroupNoList';

function listOf(...items: string[]): Draft {
  return items.reduce((draft, item, index) => withValue(draft, `${groups}.${index + 1}`, item), empty);
}

test('an added item keeps its place while it is empty, and is not a value', () => {
  const draft = withItem(withItem(empty, 'instanceTagList', 'tagKey'), 'instanceTagList', 'tagKey');
  assert.equal(itemCount(draft.values, 'instanceTagList'), 2);
  assert.deepEqual(draftValues({ ...draft, environment: 'classic' }), {});
});

test('removing an item moves the later ones up, with all their fields', () => {
  const values = {
    'networkInterfaceList.2.ip': '10.0.0.2',
    'networkInterfaceList.2.accessControlGroupNoList.1': '2',
    'networkInterfaceList.3.ip': '10.0.0.3',
    'networkInterfaceList.3.accessControlGroupNoList.1': '3',
  };
  assert.deepEqual(withoutItem({ ...empty, values }, 'networkInterfaceList', 2).values, {
    'networkInterfaceList.2.ip': '10.0.0.3',
    'networkInterfaceList.2.accessControlGroupNoList.1': '3',
  });
});

test('moving exchanges neighbours and stops at the ends', () => {
  assert.deepEqual(withMovedItem(listOf('a', 'b', 'c'), groups, 2, 1).values, listOf('a', 'c', 'b').values);
  assert.deepEqual(withMovedItem(listOf('a', 'b'), groups, 1, -1).values, listOf('a', 'b').values);
  assert.deepEqual(withMovedItem(listOf('a', 'b'), groups, 2, 1).values, listOf('a', 'b').values);
});

test('lists whose names begin alike are left alone', () => {
  const values = { 'instanceTagList.1.tagKey': 'a', 'instanceTagListOther.1.x': 'b' };
  assert.deepEqual(withoutItem({ ...empty, values }, 'instanceTagList', 1).values, { 'instanceTagListOther.1.x': 'b' });
});

test('adding and then removing any item gives the list without it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 }), fc.nat(), (items, at) => {
      const index = at % items.length;
      const left = items.filter((_, place) => place !== index);
      assert.deepEqual(withoutItem(listOf(...items), groups, index + 1).values, listOf(...left).values);
    }),
  );
});

test('the default network interface is there from the start and each has the order of its place', () => {
  assert.deepEqual(draftValues(empty), { 'networkInterfaceList.1.networkInterfaceOrder': '0' });
  const two = withValue(empty, 'networkInterfaceList.2.subnetNo', '5');
  assert.deepEqual(draftValues(two), {
    'networkInterfaceList.1.networkInterfaceOrder': '0',
    'networkInterfaceList.2.networkInterfaceOrder': '1',
    'networkInterfaceList.2.subnetNo': '5',
  });
});

test('of alternatives only the given one is a value; the form starts with the one that it can fill in', () => {
  const values = { serverImageNo: '1', memberServerImageInstanceNo: '2', serverImageProductCode: 'P' };
  const draft = { ...empty, values };
  const images = (given: Draft) => Object.keys(draftValues(given)).filter((name) => name in values);
  assert.deepEqual(images(draft), ['serverImageNo']);
  const chosen = withChoice(draft, 'image', 'serverImageProductCode');
  assert.deepEqual(images(chosen), ['serverImageProductCode']);
  assert.deepEqual(chosen.values, values);
});

test('names that the reference does not know are no values', () => {
  assert.equal('other' in draftValues(withValue(empty, 'other', 'x')), false);
});

test('a new storage takes the lowest number that is free, from 1', () => {
  const add = (draft: Draft) => withItem(draft, 'blockStorageMappingList', 'order');
  const two = add(add(empty));
  assert.equal(two.values['blockStorageMappingList.2.order'], '2');
  const moved = add(withValue(two, 'blockStorageMappingList.1.order', '0'));
  assert.equal(moved.values['blockStorageMappingList.3.order'], '1');
  assert.equal(add(moved).values['blockStorageMappingList.4.order'], '3');
});

test('blanks around what is typed on one line are no part of it', () => {
  const values = { serverName: ' web ', serverCreateCount: ' 2 ', serverDescription: '  ', userData: ' #!/bin/sh ' };
  assert.deepEqual(draftValues({ ...empty, environment: 'classic', values }), {
    serverName: 'web',
    serverCreateCount: '2',
    userData: ' #!/bin/sh ',
  });
});
