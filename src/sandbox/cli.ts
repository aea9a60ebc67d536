/** The sandbox as a program: prints one line of JSON with its endpoint and keys, then serves until it is interrupted. */
import { appendFileSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readFaults } from './fault-file';
import { type Fault, type SandboxOptions, startSandbox } from './index';

const usage =
  'Usage: sandbox-cli [--port 0] [--speed instant|real|NUMBER] [--servers 4] [--commit-log FILE] [--seed 1] [--language en|ko] [--strict] [--faults FILE]';

/** Faults that were planned and did not come about. */
const exitPending = 3;

/** @throws when a flag is unknown or its value is wrong. */
function readFlags(args: readonly string[]): { options: SandboxOptions; faults: readonly Fault[] } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      speed: { type: 'string', default: 'instant' },
      servers: { type: 'string', default: '4' },
      'commit-log': { type: 'string' },
      seed: { type: 'string', default: '1' },
      language: { type: 'string', default: 'en' },
      strict: { type: 'boolean', default: false },
      faults: { type: 'string' },
    },
  });
  const commitLog = values['commit-log'];
  if (commitLog !== undefined) checkWritable('commit-log', commitLog);
  const options: SandboxOptions = {
    port: whole('port', values.port, 65535),
    speed: values.speed === 'instant' || values.speed === 'real' ? values.speed : positive('speed', values.speed),
    servers: whole('servers', values.servers, 10_000),
    seed: whole('seed', values.seed, 4294967295),
    language: language(values.language),
    strict: values.strict,
    ...(commitLog === undefined ? {} : { commitLog }),
  };
  return { options, faults: values.faults === undefined ? [] : faultsOf(values.faults) };
}

function faultsOf(file: string): readonly Fault[] {
  try {
    return readFaults(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new RangeError(`--faults ${file}: ${error instanceof Error ? error.message : error}`);
  }
}

function whole(flag: string, text: string, max: number): number {
  if (!/^\d+$/.test(text) || Number(text) > max) throw new RangeError(`--${flag} takes a number from 0 to ${max}`);
  return Number(text);
}

function language(text: string): 'en' | 'ko' {
  if (text !== 'en' && text !== 'ko') throw new RangeError('--language takes en or ko');
  return text;
}

function positive(flag: string, text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text) || Number(text) === 0) {
    throw new RangeError(`--${flag} takes instant, real or a number above 0`);
  }
  return Number(text);
}

/** Before the endpoint is told: the program that starts the sandbox would otherwise see the first change fail. */
function checkWritable(flag: string, file: string): void {
  try {
    appendFileSync(file, '');
  } catch (error) {
    throw new RangeError(`--${flag} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}

async function main(): Promise<void> {
  let flags: ReturnType<typeof readFlags>;
  try {
    flags = readFlags(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const sandbox = await startSandbox(flags.options);
  const { endpoint, accessKey, secretKey, faults } = sandbox;
  faults.add(...flags.faults);
  faults.onStrike = (fault, action) => console.error(JSON.stringify({ struck: action ?? 'connection', fault }));
  console.log(JSON.stringify({ endpoint, accessKey, secretKey }));
  const stop = () => {
    for (const fault of faults.pending()) console.error(JSON.stringify({ pending: fault }));
    if (faults.pending().length > 0) process.exitCode = exitPending;
    return sandbox.stop();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(`The sandbox could not start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
