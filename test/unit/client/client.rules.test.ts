// What holds for any call: how it is sent, how often in an outage, and by which clock.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GatewayError, NcloudClient, NcloudError } from '../../../src/client';
import { actions } from '../../../src/reference';
import { startSandbox } from '../../../src/sandbox/index';
import { serve } from '../../support/fault-server';
import { accessKey, bench, create, listBody, listServers, refuse, secretKey, strictClock } from './bench';

test('every action that there is goes by POST, once, with nothing in its address', async (t) => {
  const { endpoint, asked } = await serve(t, (response) => response.end('{}'));
  const client = new NcloudClient({ endpoint, accessKey, secretKey });
  for (const { service, name } of actions) {
    await assert.rejects(client.call(service, name, { serverName: 'web', regionCode: 'KR' }), NcloudError);
  }
  assert.equal(asked.length, actions.length);
  for (const { method, url } of asked) assert.deepEqual([method, /[?#]|web|KR/.test(url)], ['POST', false], url);
});

test('an outage of 5 minutes costs as many requests as questions and 35 more, and no wait longer than 20 s', async (t) => {
  const end = 300_000;
  let now = 0;
  const { endpoint, asked } = await serve(t, (response) => {
    now += 10;
    if (now < end) refuse(response, 503, '500');
    else response.end(listBody);
  });
  const waits: number[] = [];
  const pause = async (ms: number) => {
    waits.push(ms);
    now += ms;
  };
  const client = new NcloudClient({ endpoint, accessKey, secretKey, pause });
  const ask = () => client.list('vserver', 'getServerInstanceList').catch((error: unknown) => error);
  let questions = 0;
  for (; now < end; now += 3_000, questions++) assert.ok((await ask()) instanceof GatewayError);
  assert.ok(questions >= 90 && questions <= 100, `${questions}`);
  assert.equal(asked.length, questions + 35);
  assert.ok(Math.max(...waits) <= 20_000);
  // After it the service is asked once a question, and each success earns a token of the 14 that a retry costs.
  const before = asked.length;
  for (let question = 0; question < 20; question++) await ask();
  assert.equal(asked.length, before + 20);
});

for (const minutes of [4, -4]) {
  test(`a clock that is ${minutes} min off needs no correction`, async (t) => {
    const here = await bench(t, strictClock(minutes * 60_000));
    await listServers(here);
    await create(here);
    assert.equal(here.asked.length, 2);
  });
}

for (const minutes of [6, -60]) {
  test(`a clock that is ${minutes} min off stays as it is where no answer bears a date; nothing is sent again`, async (t) => {
    const here = await bench(t, (response, asked) => {
      response.sendDate = false;
      const off = Math.abs(Date.now() + minutes * 60_000 - Number(asked.headers['x-ncp-apigw-timestamp']));
      if (off >= 300_000) refuse(response, 401, '200');
      else response.end(listBody);
    });
    for (const call of [listServers, create]) {
      await assert.rejects(call(here), (error) => {
        assert.ok(error instanceof GatewayError);
        assert.deepEqual([error.outcome, error.clockOffset], ['rejected', undefined]);
        return true;
      });
    }
    assert.equal(here.asked.length, 2);
  });
}

test('a service that fails for good sees a read three times, whoever asks for it, and a create once', async (t) => {
  const sandbox = await startSandbox();
  t.after(() => sandbox.stop());
  const client = new NcloudClient({ ...sandbox, pause: async () => undefined });
  const body = '{"error":{"errorCode":"500","message":"Endpoint Error"}}';
  for (const action of ['getServerInstanceList', 'createServerInstances']) {
    sandbox.faults.add({ action, where: 'before-commit', what: { status: 503, body }, times: 9 });
  }
  const count = (name: string) => sandbox.requests.filter(({ action }) => action === name).length;
  await assert.rejects(client.list('vserver', 'getServerInstanceList', { regionCode: 'KR' }), { errorCode: '500' });
  assert.equal(count('getServerInstanceList'), 3);
  await assert.rejects(client.call('vserver', 'createServerInstances', { regionCode: 'KR' }), { outcome: 'unknown' });
  assert.deepEqual([count('createServerInstances'), sandbox.commits.length], [1, 0]);
});
