// A good answer that ends too early is no answer: a create is neither made nor refused, and no list is shorter.
import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { NcloudClient, NcloudError } from '../../../src/client';
import { Decoder } from '../../../src/client/decode';
import type { Environment, Service } from '../../../src/reference';
import { createServers } from '../../../src/servers/creation/create';
import { serveTcp } from '../../support/fault-server';
import { server, toXml } from './answers';

type Format = 'json' | 'xml';

const createAction = 'createServerInstances';
const services = ['vserver', 'server'] as const;
const environments: Readonly<Record<'vserver' | 'server', Environment>> = { vserver: 'vpc', server: 'classic' };

/** One good answer. */
interface Sample {
  readonly service: Service;
  readonly action: string;
  readonly format: Format;
  readonly bytes: Buffer;
}

const zone = (number: number) => ({
  zoneNo: String(number),
  zoneName: `평촌-${number}`,
  zoneCode: `KR-${number}`,
  regionNo: '1',
  regionCode: 'KR',
});
const description = '서버 \u{1f375}';
/** A server of few fields, with letters of several bytes. */
const small = (number: number) => ({
  serverInstanceNo: String(number),
  serverName: `web-00${number}`,
  serverDescription: description,
  serverInstanceStatus: { code: 'INIT' },
});
const tiny = (number: number) => ({ serverInstanceNo: String(number), serverName: `웹-${number}` });
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function sample(
  service: Service,
  action: string,
  format: Format,
  list: string,
  rows: readonly object[],
  total = rows.length,
): Sample {
  const fields = { totalRows: total, [list]: rows, requestId: 'id', returnCode: '0', returnMessage: 'success' };
  const root = `${action}Response`;
  const text =
    format === 'json' ? JSON.stringify({ [root]: fields }) : toXml(root, fields).trimEnd().replace(/\n\s*/g, '');
  return { service, action, format, bytes: Buffer.from(text) };
}

const decoder = new Decoder();
const utf8 = new TextDecoder('utf-8', { fatal: true });

function readable(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

test('the decoder takes no beginning of a good answer for an answer, at any byte', async (t) => {
  const samples = services.flatMap((service) =>
    (['json', 'xml'] as const).flatMap((format) => [
      ...[1, 5].map((count) =>
        sample(service, createAction, format, 'serverInstanceList', upTo(count).map(count === 1 ? server : small)),
      ),
      sample(service, 'getServerInstanceList', format, 'serverInstanceList', upTo(3).map(small)),
      sample(service, 'getServerInstanceList', format, 'serverInstanceList', []),
      sample(service, 'getZoneList', format, 'zoneList', upTo(3).map(zone)),
    ]),
  );
  let prefixes = 0;
  for (const { service, action, bytes } of samples) {
    const decode = (length: number) =>
      decoder.decode({ service, action, status: 200, body: readable(bytes.subarray(0, length)), secrets: [] });
    for (let length = 0; length < bytes.length; length++, prefixes++) {
      await assert.rejects(decode(length), (error) => isUnknown(error), `${service} ${action} ${length}`);
    }
    await decode(bytes.length);
  }
  t.diagnostic(`${samples.length} answers, ${prefixes} beginnings: none is an answer, none a refusal`);
});

function isUnknown(error: unknown): boolean {
  return error instanceof NcloudError && error.outcome === 'unknown';
}

const framings = {
  /** The length that is told is that of the beginning. */
  true: (body: Buffer) => [`Content-Length: ${body.length}\r\n\r\n`, body],
  /** The length that is told is that of the whole. */
  short: (body: Buffer, whole: number) => [`Content-Length: ${whole}\r\n\r\n`, body],
  /** In two chunks, and ended as if it were whole. */
  chunked: (body: Buffer) => ['Transfer-Encoding: chunked\r\n\r\n', ...chunks(body), '0\r\n\r\n'],
  /** In two chunks, of which the end is missing. */
  endless: (body: Buffer) => ['Transfer-Encoding: chunked\r\n\r\n', ...chunks(body)],
  /** Ended by the end of the connection. */
  closed: (body: Buffer) => ['\r\n', body],
} as const satisfies Readonly<Record<string, (body: Buffer, whole: number) => readonly (string | Buffer)[]>>;
type Framing = keyof typeof framings;

function chunks(body: Buffer): (string | Buffer)[] {
  const middle = Math.ceil(body.length / 2);
  return [body.subarray(0, middle), body.subarray(middle)]
    .filter(({ length }) => length > 0)
    .flatMap((part) => [`${part.length.toString(16)}\r\n`, part, '\r\n']);
}

/** How one call is to be answered; its number goes along with the call and comes back with each of its requests. */
interface Cut {
  /** The answers to its requests, the last one also to any further. */
  readonly answers: readonly Sample[];
  /** Which of them is cut, from 0. */
  readonly at: number;
  readonly length: number;
  readonly framing: Framing;
  asked: number;
}

/** A service that answers by the cut whose number the request bears, as `cut-NUMBER-`. */
async function serveCuts(t: TestContext, cuts: readonly Cut[]): Promise<string> {
  const port = await serveTcp(t, (socket: Socket) => {
    let request = '';
    socket.on('data', (data) => {
      request += data;
      const [head = '', body] = request.split('\r\n\r\n');
      if (body === undefined || body.length < Number(/content-length: (\d+)/i.exec(head)?.[1])) return;
      const cut = cuts[Number(/cut-(\d+)-/.exec(body)?.[1])];
      assert.ok(cut);
      const index = Math.min(cut.asked++, cut.answers.length - 1);
      const bytes = cut.answers[index]?.bytes ?? Buffer.alloc(0);
      const part = index === cut.at ? bytes.subarray(0, cut.length) : bytes;
      const parts = framings[index === cut.at ? cut.framing : 'true'](part, bytes.length);
      socket.end(
        Buffer.concat(['HTTP/1.1 200 OK\r\nConnection: close\r\n', ...parts].map((piece) => Buffer.from(piece))),
      );
    });
  });
  return `http://127.0.0.1:${port}`;
}

/** Every length, or every seventh with those before which an element or a value begins or ends. */
function lengths(bytes: Buffer, isEach: boolean): number[] {
  const borders = new Set(Buffer.from('<{,}]'));
  return Array.from(bytes.keys()).filter((length) => isEach || length % 7 === 0 || borders.has(bytes[length] ?? 0));
}

/** Makes all calls, some at a time; gives how many calls there were, and requests. */
async function callAll(t: TestContext, cuts: Cut[], call: (client: NcloudClient, number: number) => Promise<unknown>) {
  const endpoint = await serveCuts(t, cuts);
  const client = new NcloudClient({ endpoint, accessKey: 'access', secretKey: 'secret', pause: async () => undefined });
  let next = 0;
  const worker = async () => {
    for (let number = next++; number < cuts.length; number = next++) await call(client, number);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return { calls: cuts.length, requests: cuts.reduce((sum, { asked }) => sum + asked, 0) };
}

const names = Object.keys(framings) as Framing[];

/** Framings that show by themselves that something is missing. */
const telling: ReadonlySet<Framing> = new Set(['short', 'endless']);

/** The cuts of an answer among others, in all framings. */
function cutsOf(answers: readonly Sample[], at: number, isEach: (framing: Framing) => boolean): Cut[] {
  const { bytes } = answers[at] as Sample;
  return names.flatMap((framing) =>
    lengths(bytes, isEach(framing)).map((length) => ({ answers, at, length, framing, asked: 0 })),
  );
}

/** A creation as the product makes it, or in XML, which it never asks for, by the client alone. */
async function created(
  client: NcloudClient,
  { service, format }: Sample,
  count: number,
  number: number,
): Promise<string> {
  const serverName = count === 1 ? 'web-001' : 'web-';
  const values = { serverName, serverDescription: description, loginKeyName: `cut-${number}-` };
  if (format === 'json' && (service === 'vserver' || service === 'server')) {
    const environment = environments[service];
    const several = count === 1 ? {} : { serverCreateCount: String(count), serverCreateStartNo: '1' };
    const outcome = await createServers(
      client,
      environment,
      'KR',
      { ...values, ...several },
      { environment, rows: {} },
    );
    return outcome.kind;
  }
  return client.call(service, createAction, values, { format }).then(
    () => 'created',
    (error: unknown) => (error instanceof NcloudError ? error.outcome : 'fault'),
  );
}

test('over sockets no beginning of the answer to a create is Created or Rejected, and it is sent once', async (t) => {
  for (const format of ['json', 'xml'] as const) {
    const tally = { answers: 0, calls: 0, requests: 0, created: 0, rejected: 0, unknown: 0 };
    for (const service of services) {
      for (const count of [1, 5]) {
        const whole = sample(service, createAction, format, 'serverInstanceList', upTo(count).map(small));
        const cuts = cutsOf([whole], 0, (framing) => format === 'json' && (count === 1 || !telling.has(framing)));
        for (const framing of names.filter((name) => name !== 'endless')) {
          cuts.push({ answers: [whole], at: 0, length: whole.bytes.length, framing, asked: 0 });
        }
        tally.answers++;
        const { calls, requests } = await callAll(t, cuts, async (client, number) => {
          const outcome = await created(client, whole, count, number);
          const isWhole = cuts[number]?.length === whole.bytes.length;
          const { framing, length } = cuts[number] as Cut;
          assert.equal(outcome, isWhole ? 'created' : 'unknown', `${service} ${format} ${count} ${framing} ${length}`);
          tally[outcome as 'created' | 'rejected' | 'unknown']++;
        });
        assert.equal(requests, calls);
        tally.calls += calls;
        tally.requests += requests;
      }
    }
    t.diagnostic(`${format}: ${JSON.stringify(tally)}`);
    assert.deepEqual([tally.created, tally.rejected], [4 * tally.answers, 0]);
  }
});

/** Lists as they come: the answers to the requests of one reading, and how many rows they are together. */
function lists(format: Format): [name: string, answers: Sample[], rows: number][] {
  const servers = 'getServerInstanceList';
  return services.flatMap((service) => {
    const page = (rows: number[]) => sample(service, servers, format, 'serverInstanceList', rows.map(tiny), 4);
    return [
      [`${service} servers`, [sample(service, servers, format, 'serverInstanceList', upTo(2).map(tiny))], 2],
      [`${service} no servers`, [sample(service, servers, format, 'serverInstanceList', [])], 0],
      [`${service} zones`, [sample(service, 'getZoneList', format, 'zoneList', upTo(1).map(zone))], 1],
      [`${service} pages`, [page([1, 2]), page([1, 2]), page([3, 4]), page([1, 2])], 4],
    ] satisfies [string, Sample[], number][];
  });
}

test('over sockets no beginning of a list, and of no page of one, is a shorter list', async (t) => {
  for (const format of ['json', 'xml'] as const) {
    const tally = { lists: 0, calls: 0, requests: 0, unknown: 0, whole: 0 };
    for (const [name, answers, rows] of lists(format)) {
      const [{ service, action }] = answers as [Sample];
      // The second answer is the first page, which is read like the one after it.
      const cuts: Cut[] = answers.flatMap((_, at) =>
        at === 1 ? [] : cutsOf(answers, at, () => false).filter(({ framing }) => framing !== 'endless'),
      );
      cuts.push({ answers, at: -1, length: 0, framing: 'true', asked: 0 });
      tally.lists++;
      const { calls, requests } = await callAll(t, cuts, async (client, number) => {
        const params = { regionCode: `cut-${number}-` };
        const { at, framing, length } = cuts[number] as Cut;
        const told = await client.list(service, action, params, { format }).then(
          ({ length: count }) => count,
          (error: unknown) => isUnknown(error),
        );
        assert.equal(told, at === -1 ? rows : true, `${name} ${format} ${at} ${framing} ${length}`);
        tally[at === -1 ? 'whole' : 'unknown']++;
      });
      tally.calls += calls;
      tally.requests += requests;
    }
    t.diagnostic(`${format}: ${JSON.stringify(tally)}`);
    assert.equal(tally.whole, tally.lists);
  }
});
