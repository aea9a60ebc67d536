import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decoder } from '../../../src/client/decode';
import { serverAnswer, toJson, toXml } from './answers';

const decoder = new Decoder();
const decode = (body: string) =>
  decoder.decode({ service: 'vserver', action: 'createServerInstances', status: 200, body, secrets: [] });

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
