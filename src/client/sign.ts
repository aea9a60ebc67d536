/** The signature of NAVER Cloud's API gateway, version 2. */
import { createHmac } from 'node:crypto';

export interface SignInput {
  /** HTTP method; upper-cased before signing. */
  readonly method: string;
  /** Full URL or path with query. It is signed byte for byte as it stands on the request line, without a fragment. */
  readonly url: string;
  /** Milliseconds since the epoch, the same as in the header `x-ncp-apigw-timestamp`. */
  readonly timestamp: string | number;
  readonly accessKey: string;
  readonly secretKey: string;
}

const fields = ['method', 'url', 'timestamp', 'accessKey', 'secretKey'] as const;

/** The path and query of a URL, as they are written. */
function pathAndQuery(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '');
  return path.startsWith('/') ? path : `/${path}`;
}

/**
 * The value of the header `x-ncp-apigw-signature-v2`: Base64 of the HMAC-SHA256 over method, path with query,
 * timestamp and access key. A form body is not part of it.
 * @throws TypeError that names the first field that is missing
 * https://api.ncloud-docs.com/docs/en/common-ncpapi
 */
export function sign(input: SignInput): string {
  for (const name of fields) {
    // Of a value that came from untyped code only the name is told: it may be a secret.
    const type = typeof input[name];
    if (type !== 'string' && !(name === 'timestamp' && type === 'number')) {
      throw new TypeError(`sign: ${name} must be a string, but is ${type}`);
    }
  }
  const { method, url, timestamp, accessKey, secretKey } = input;
  const text = `${method.toUpperCase()} ${pathAndQuery(url)}\n${timestamp}\n${accessKey}`;
  return createHmac('sha256', secretKey).update(text).digest('base64');
}
