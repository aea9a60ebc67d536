/** What an error tells to the log and to NCP's support. Never a body, a parameter, a key or a name of ours. */
import { NcloudError } from '../client/index';
import { logLine } from './text';

const mostFrames = 6;

/** What NCP's support asks for. */
export interface FaultFacts {
  readonly code?: string;
  /** HTTP status. */
  readonly status?: number;
  /** NCP's own number of the call. */
  readonly requestId?: string;
}

/** The facts of a call that went wrong; none for an error that is no call's. */
export function faultFacts(error: unknown): FaultFacts {
  if (!(error instanceof NcloudError)) return {};
  const { code, requestId } = error;
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  return {
    ...(code ? { code } : {}),
    ...(status === undefined ? {} : { status }),
    ...(requestId ? { requestId } : {}),
  };
}

/** One line for the log: class and facts of a call's error; of any other its masked message and where it came from. */
export function faultLine(error: unknown): string {
  if (error instanceof NcloudError) {
    const { code, status, requestId } = faultFacts(error);
    const facts = [
      error.name,
      code,
      error.outcome,
      ...(status === undefined ? [] : [`HTTP ${status}`]),
      ...(requestId === undefined ? [] : [`request ${requestId}`]),
    ];
    return logLine(facts.filter(Boolean).join(' '));
  }
  if (!(error instanceof Error)) return logLine(typeof error);
  const { code } = error as NodeJS.ErrnoException;
  // JSON.parse quotes the text that it could not read.
  const message = error instanceof SyntaxError ? '' : masked(error.message);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const facts = [error.name, typeof code === 'string' ? code : '', message];
  return logLine(
    [facts.filter(Boolean).join(' '), ...frames.slice(0, mostFrames).map((line) => line.trim())].join(' ← '),
  );
}

/** Without what stands in quotes and without long words: both may be a secret. */
function masked(message: string): string {
  return message.replace(/["'`].*["'`]/s, '***').replace(/[\w+/=-]{16,}/g, '***');
}
