/** What decoding costs beyond the bare parsers, for the list of 1,000 VPC servers. */
import { XMLParser } from 'fast-xml-parser';
import { Decoder } from '../../src/client/decode';
import { parserOptions } from '../../src/client/xml';
import { serverAnswer, toJson, toXml } from '../unit/client/answers';

/** One figure with its limit. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly ok: boolean;
}

const servers = 1_000;
const root = 'getServerInstanceListResponse';

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** Medians of both, run in turns after a warm-up, so that what slows the machine down slows both. */
async function compare(runs: number, one: () => unknown, other: () => unknown): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let run = -Math.ceil(runs / 2); run < runs; run++) {
    for (const [index, work] of [one, other].entries()) {
      const start = performance.now();
      await work();
      if (run >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return [median(times[0]), median(times[1])];
}

function row(name: string, value: number, unit: string, limit: number): Row {
  return { name, value: Math.round(value * 100) / 100, unit, limit, ok: value <= limit };
}

export async function decodeBench(): Promise<Row[]> {
  const decoder = new Decoder();
  const decode = (body: string) =>
    decoder.decode({ service: 'vserver', action: 'getServerInstanceList', status: 200, body, secrets: [] });
  const json = toJson(root, serverAnswer(servers));
  const xml = toXml(root, serverAnswer(servers));

  const [jsonDecode, jsonParse] = await compare(
    60,
    () => decode(json),
    () => JSON.parse(json),
  );
  const [xmlDecode, xmlParse] = await compare(
    16,
    () => decode(xml),
    () => new XMLParser(parserOptions).parse(xml, true),
  );
  return [
    row('JSON answer of 1,000 servers, decoded', jsonDecode, 'ms', 2 * jsonParse),
    row('JSON decoding against JSON.parse', jsonDecode / jsonParse, 'times', 2),
    row('XML answer of 1,000 servers, decoded', xmlDecode, 'ms', 1.3 * xmlParse),
    row('XML decoding against the validating parser', xmlDecode / xmlParse, 'times', 1.3),
  ];
}
