/** Intents as the text of their files. What is read may be cut, hostile, or of a version that is yet to come. */
import { type Intent, intentVersion, type Owner } from './intent';

/** What a file of the journal says. */
export type Parsed =
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** Of a newer version of this extension; told as far as it can be understood. */
  | ({ readonly kind: 'newer' } & Told)
  /** No intent at all. */
  | ({ readonly kind: 'corrupt' } & Told);

/** What can be understood of a file that is no intent of ours. */
export interface Told {
  readonly accountId?: string;
  readonly fingerprint?: string;
  readonly names: readonly string[];
}

/** Longer files are none of ours, in characters. */
const longest = 1_000_000;

export function intentText(intent: Intent): string {
  return `${JSON.stringify(intent, undefined, 2)}\n`;
}

/** What the file of that id says. Never throws. */
export function parseIntent(id: string, text: string): Parsed {
  const value = text.length > longest ? undefined : jsonOf(text);
  if (!isObject(value)) return { kind: 'corrupt', names: [] };
  const { accountId, fingerprint, names, version } = value;
  const told = {
    ...(isText(accountId) ? { accountId } : {}),
    ...(isText(fingerprint) ? { fingerprint } : {}),
    names: isTexts(names) ? names : [],
  };
  if (typeof version === 'number' && version > intentVersion) return { kind: 'newer', ...told };
  const intent = intentOf(value);
  return intent?.id === id ? { kind: 'intent', intent } : { kind: 'corrupt', ...told };
}

function intentOf(value: Readonly<Record<string, unknown>>): Intent | undefined {
  const { version, id, accountId, fingerprint, environment, region, stage } = value;
  const { names, params, askedAt, timestamp, before, made, isLost, isReleased } = value;
  const owner = ownerOf(value.owner);
  if (version !== intentVersion || !isText(id) || !isText(accountId) || !isText(fingerprint)) return undefined;
  if ((environment !== 'vpc' && environment !== 'classic') || !isText(region) || !owner) return undefined;
  if ((stage !== 'claimed' && stage !== 'sent') || !isTexts(names) || names.length === 0) return undefined;
  if (!isTextRecord(params) || !isTextRecord(made) || !isTexts(before)) return undefined;
  if (!isMoment(askedAt) || !isMoment(timestamp)) return undefined;
  return {
    version,
    id,
    accountId,
    fingerprint,
    environment,
    region,
    owner,
    stage,
    names,
    params,
    askedAt,
    timestamp,
    before,
    made,
    ...(isLost === true ? { isLost } : {}),
    ...(isReleased === true ? { isReleased } : {}),
  };
}

function ownerOf(value: unknown): Owner | undefined {
  if (!isObject(value)) return undefined;
  const { pid, host } = value;
  return Number.isSafeInteger(pid) && isText(host) ? { pid: pid as number, host } : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isTextRecord(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every(isText);
}

/** A moment that a date can show. */
function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}
