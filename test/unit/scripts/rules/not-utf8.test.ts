/** Files that are no text of UTF-8. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScript, findingText } from '../../../../src/scripts/index';
import { decode } from '../../../../src/scripts/rules/not-utf8';

test('text is taken as it is, its byte-order mark included', () => {
  assert.equal(decode(new TextEncoder().encode('\ufeffecho 가')), '\ufeffecho 가');
  assert.equal(decode(new Uint8Array()), '');
});

const utf16 = 'UTF-16';

/** Bytes that are no UTF-8, and the encoding that they tell by their beginning. */
const rows: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe, 0x65, 0], utf16],
  [[0xfe, 0xff, 0, 0x65], utf16],
  [[0xff, 0xff], ''],
  [[0xfe, 0xfe], ''],
  [[0xff], ''],
  [[0x65, 0xfe, 0xff], ''],
  [[0xb0, 0xa1], ''],
];

for (const [bytes, encoding] of rows) {
  test(bytes.map((byte) => byte.toString(16)).join(' '), () => {
    assert.deepEqual(decode(Uint8Array.from(bytes)), { start: 0, end: 0, args: { encoding } });
    const [finding, ...others] = checkScript(Uint8Array.from(bytes), { environment: 'vpc', osType: 'LNX' });
    assert.ok(finding);
    assert.deepEqual([finding.rule, others], ['not-utf8', []]);
    const told = (['en', 'ko'] as const).map((language) => findingText(finding, language).what);
    const wanted = encoding
      ? ['The file is saved as UTF-16, not as UTF-8.', '파일이 UTF-8이 아니라 UTF-16 형식으로 저장되어 있습니다.']
      : ['The file is not saved as UTF-8.', '파일이 UTF-8로 저장되어 있지 않습니다.'];
    assert.deepEqual(told, wanted);
  });
}
