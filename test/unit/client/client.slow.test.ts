// The client under many answers: cut at any byte, and with any date.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NcloudError } from '../../../src/client';
import { serverAnswer, toXml } from './answers';
import { bench, create, createBody, listBody, listServers, strictClock } from './bench';

test('a create answer cut at any byte is neither an answer nor a refusal, and is not sent again', async (t) => {
  for (const whole of [createBody, toXml('createServerInstancesResponse', serverAnswer(1)).trimEnd()]) {
    const bytes = Buffer.from(whole);
    for (const truthful of [true, false]) {
      let length = 0;
      const here = await bench(t, (response) => {
        response.writeHead(200, { 'content-length': truthful ? length : bytes.length });
        response.write(bytes.subarray(0, length), () => (truthful ? response.end() : response.destroy()));
      });
      const step = 7;
      for (length = 0; length < bytes.length; length += step) {
        await assert.rejects(
          create(here),
          (error) => error instanceof NcloudError && error.outcome === 'unknown',
          `${length}`,
        );
      }
      assert.equal(here.asked.length, Math.ceil(bytes.length / step));
    }
  }
});

test('whatever date a good answer bears, the next create is signed with the time that was accepted', async (t) => {
  const dates = fc.oneof(
    fc.constantFrom('9999-12-31', 'Thu, 01 Jan 1970 00:00:00 GMT', 'soon', ''),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.integer({ min: -10 * 3_600_000, max: 10 * 3_600_000 }).map((off) => new Date(Date.now() + off).toUTCString()),
  );
  const tally = { runs: 0, creates: 0, refused: 0 };
  // With a clock that is right from the start, and with one that was corrected once.
  for (const ahead of [0, 3_600_000]) {
    let lies: readonly string[] = [];
    const strict = strictClock(ahead);
    const here = await bench(t, (response, asked, count) => {
      const off = Math.abs(Date.now() + ahead - Number(asked.headers['x-ncp-apigw-timestamp']));
      if (off >= 300_000) return strict(response, asked, count);
      response.sendDate = false;
      response.writeHead(200, { date: lies[count % lies.length] ?? '' });
      response.end(asked.url.endsWith('List') ? listBody : createBody);
    });
    await listServers(here);
    await fc.assert(
      fc.asyncProperty(fc.array(dates, { minLength: 1, maxLength: 4 }), async (sample) => {
        lies = sample;
        tally.runs++;
        for (const call of [listServers, create, create, listServers, create]) {
          if (call === create) tally.creates++;
          await call(here).catch((error: unknown) => {
            tally.refused++;
            throw error;
          });
        }
      }),
      { numRuns: 60 },
    );
  }
  t.diagnostic(JSON.stringify(tally));
  assert.equal(tally.refused, 0);
});
