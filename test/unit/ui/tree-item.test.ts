import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeItem } from '../../../src/ui/tree-item';

test('a tooltip repeats the description, of which a narrow view shows only the beginning', () => {
  const look = { label: 'web-1', description: 'unknown – Check again' };
  assert.equal(treeItem({ ...look, tooltip: 'No answer.' }).tooltip, 'web-1 · unknown – Check again\nNo answer.');
  assert.equal(treeItem({ label: 'Retry', tooltip: 'No answer.' }).tooltip, 'No answer.');
  // Without one the editor says the row, or asks for more when the pointer comes.
  assert.equal(treeItem(look).tooltip, undefined);
});
