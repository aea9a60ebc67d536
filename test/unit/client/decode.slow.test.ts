import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAnswer, toJson, toXml } from './answers';
import { decode as decodeAny } from './decoded';

const decode = (body: string) => decodeAny(body, 200, 'createServerInstances');

test('no prefix of a good create answer is an answer or a refusal', async () => {
  const answer = { ...serverAnswer(2), totalRows: 2 };
  for (const write of [toJson, toXml]) {
    const whole = write('createServerInstancesResponse', answer).trimEnd();
    for (let length = 0; length < whole.length; length++) {
      await assert.rejects(decode(whole.slice(0, length)), { outcome: 'unknown' }, `${length}`);
    }
    assert.equal(((await decode(whole)).serverInstanceList as unknown[]).length, 2);
  }
});
