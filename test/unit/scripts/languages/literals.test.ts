/** What an edit of a list of words becomes in the language around it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAt } from '../../../../src/scripts/languages/literals';

test('what is put in between the items of a list becomes items', () => {
  const list = `"sudo", "apt-get", 'sh -c read', x]`;
  const nested = listAt(list, 0, ']');
  const put = (before: string, text: string) => {
    const start = list.indexOf(before);
    const edits = nested?.edits([{ start, end: start, text }]);
    return edits?.map((edit) => list.slice(0, edit.start) + edit.text + list.slice(edit.end)).join();
  };
  assert.equal(nested?.text, `"sudo"  "apt-get"  'sh -c read'  $`);
  assert.equal(put(`, "apt`, ' -E -n'), `"sudo", "-E", "-n", "apt-get", 'sh -c read', x]`);
  assert.equal(put('"apt', 'A=b '), `"sudo", "A=b", "apt-get", 'sh -c read', x]`);
  assert.equal(put(' read', ' -e'), `"sudo", "apt-get", 'sh -c -e read', x]`);
  assert.equal(put(' read', ` 'a'`), undefined);
  assert.equal(put(`, "apt`, ` -N ''`), undefined);
  assert.equal(put(`, "apt`, `;`), undefined);
  assert.equal(put('"apt', ' -y'), undefined);
});
