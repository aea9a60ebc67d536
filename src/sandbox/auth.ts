/** The check of the three signature headers, as the API gateway does it. */
import { randomInt, timingSafeEqual } from 'node:crypto';
import { sign } from '../client/sign';

/** A key pair of this session. Both halves start with SANDBOX so that nobody takes them for real ones. */
export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A fresh pair: 20 and 40 characters, random even when the rest of the sandbox is seeded. */
export function makeKeys(): Keys {
  const filled = (length: number) =>
    'SANDBOX'.padEnd(length, '*').replace(/\*/g, () => alphabet.charAt(randomInt(alphabet.length)));
  return { accessKey: filled(20), secretKey: filled(40) };
}

/** What is signed of a request: the method, the target exactly as it stood on the request line, and the headers. */
export interface SignedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** User data in a query that is base64 but not percent-encoded makes the signature invalid (documented for Classic). */
const rawUserData = /[?&]userData=[^&]*[+/=]/;

const tolerance = 5 * 60 * 1000;

/**
 * Checks a request against the session's keys. `now` is the gateway's clock in milliseconds; a timestamp five minutes
 * off or more is refused (documented: common-ncpapi). The older header name `-v1` carries the same signature (SDK).
 * Returns the `details` of the refusal, or undefined when the request is genuine.
 */
export function refuseSignature(request: SignedRequest, keys: Keys, now: number): string | undefined {
  const timestamp = single(request.headers['x-ncp-apigw-timestamp']);
  const accessKey = single(request.headers['x-ncp-iam-access-key']);
  const signature =
    single(request.headers['x-ncp-apigw-signature-v2']) ?? single(request.headers['x-ncp-apigw-signature-v1']);
  if (!timestamp || !accessKey || !signature) return 'Authentication information are missing.';

  const expected = sign({ method: request.method, url: request.target, timestamp, ...keys });
  const isGenuine =
    isSame(accessKey, keys.accessKey) &&
    isSame(signature, expected) &&
    !rawUserData.test(request.target) &&
    /^\d+$/.test(timestamp) &&
    Math.abs(Number(timestamp) - now) < tolerance;
  return isGenuine ? undefined : 'Invalid authentication information.';
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
