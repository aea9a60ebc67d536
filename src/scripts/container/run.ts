/** Runs a script in a container, and ends it at its limit or when nobody wants it any more. */
import { execFile, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { runArguments, startMark, stopArguments, type Trial } from './command';
import type { Engine } from './engine';

/**
 * How a run ended. `ended`: by itself, with its code. `limit`: it was stopped at its limit. `cancelled`: it was stopped
 * before. `unstarted`: there was no container for it, with the last words of the program that makes them.
 */
export type Ending =
  | { readonly kind: 'ended'; readonly code: number }
  | { readonly kind: 'limit' | 'cancelled' }
  | { readonly kind: 'unstarted'; readonly reason: string };

/** Is told what happens while it does. */
export interface Watcher {
  /** A line of the script, or of what comes before it: an image is downloaded. */
  line(text: string): void;
  /** From now on all lines are those of the script. */
  started(): void;
}

/** Milliseconds for a container to end that was told to. */
const patience = 10_000;

/** Characters after which a line without an end counts as one. */
const longestLine = 10_000;

/** Resolves when nothing of the run is left. `signal` ends it; `wait` is how long what is told to end may take. Never rejects. */
export function runTrial(
  { path }: Engine,
  trial: Trial,
  watcher: Watcher,
  signal: AbortSignal,
  env: NodeJS.ProcessEnv = process.env,
  wait = patience,
): Promise<Ending> {
  const child = spawn(path, runArguments(trial), { env, stdio: 'pipe', windowsHide: true });
  let isStarted = false;
  let stopped: 'limit' | 'cancelled' | undefined;
  let lastWords = '';
  const timers: NodeJS.Timeout[] = [];

  const stop = (kind: 'limit' | 'cancelled') => {
    if (stopped) return;
    stopped = kind;
    execFile(path, stopArguments(trial), { env, timeout: wait, windowsHide: true }, (error) => {
      // Without a container yet, what makes one is ended.
      if (error) child.kill();
    });
    timers.push(
      setTimeout(() => {
        child.kill('SIGKILL');
        // Something that it has started may hold on to them.
        for (const stream of child.stdio) stream?.destroy();
      }, wait),
    );
  };
  const cancel = () => stop('cancelled');

  eachLine(child.stdout, (text) => {
    if (isStarted || text !== startMark) {
      watcher.line(text);
      return;
    }
    isStarted = true;
    timers.push(setTimeout(() => stop('limit'), trial.limit));
    watcher.started();
  });
  eachLine(child.stderr, (text) => {
    if (text.trim() !== '') lastWords = text.trim();
    watcher.line(text);
  });
  // A container that ends early does not read all of it; how it ended is told by its code.
  child.stdin.on('error', () => {});
  child.stdin.end(trial.script);
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);

  return new Promise((resolve) => {
    const finish = (ending: Ending) => {
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      resolve(stopped ? { kind: stopped } : ending);
    };
    child.on('error', ({ message }) => finish({ kind: 'unstarted', reason: message }));
    child.on('close', (code) => {
      finish(isStarted ? { kind: 'ended', code: code ?? 1 } : { kind: 'unstarted', reason: lastWords });
    });
  });
}

/** Hands on each line of a stream; a carriage return ends one too, as bars of progress write it. */
function eachLine(stream: Readable, take: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
    if (rest.length < longestLine) return;
    take(rest);
    rest = '';
  });
  stream.on('end', () => {
    if (rest !== '') take(rest);
  });
}
