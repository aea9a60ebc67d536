/** Login keys: new ones whose private half NCP tells once, and public halves of keys that the user has. */
import { type Answer, BadAnswerError, type NcloudClient } from '../client/index';
import {
  type Environment,
  fieldText,
  findAction,
  type Problem,
  serverServices,
  validateParameters,
} from '../reference/index';

/** Where login keys are made. */
export interface KeyPlace {
  readonly client: NcloudClient;
  readonly environment: Environment;
  /** `regionCode`; Classic, whose keys belong to no region, does not use it. */
  readonly region: string;
}

function call(place: KeyPlace, action: string, params: Readonly<Record<string, string>>): Promise<Answer> {
  return place.client.call(serverServices[place.environment], action, { ...regionOf(place), ...params });
}

function regionOf({ environment, region }: KeyPlace): Readonly<Record<string, string>> {
  return environment === 'vpc' ? { regionCode: region } : {};
}

/** What is wrong with the name of a key that is to be made; undefined when NCP takes it. */
export function keyNameProblem(environment: Environment, keyName: string): Problem | undefined {
  const action = findAction(serverServices[environment], 'createLoginKey');
  if (!action) throw new Error('The reference has no createLoginKey');
  if (keyName === '') return { name: 'keyName', rule: 'missing', severity: 'error', args: {} };
  return validateParameters(action, { keyName })[0];
}

/**
 * Makes a key pair and gives its private half, a PEM text that NCP never tells again. Sent once.
 * @see https://api.ncloud-docs.com/docs/compute-vserver-server-loginkey-createloginkey
 * @throws NcloudError; when its outcome is `unknown` there may be a key whose private half nobody has.
 */
export async function createLoginKey(place: KeyPlace, keyName: string): Promise<string> {
  const { privateKey } = await call(place, 'createLoginKey', { keyName });
  if (typeof privateKey !== 'string' || !privateKey.includes('PRIVATE KEY')) throw new BadAnswerError('malformed');
  return privateKey;
}

/**
 * Gives NCP the public half of a key. `publicKey` is what `readPublicKey` gave. Sent once.
 * @see https://api.ncloud-docs.com/docs/compute-vserver-server-loginkey-importloginkey
 * @throws NcloudError
 */
export async function importLoginKey(place: KeyPlace, keyName: string, publicKey: string): Promise<void> {
  await call(place, 'importLoginKey', { keyName, publicKey });
}

/** The names of the account's keys. @throws NcloudError */
export async function loginKeyNames(place: KeyPlace): Promise<string[]> {
  const rows = await place.client.list(serverServices[place.environment], 'getLoginKeyList', regionOf(place));
  return rows.map((row) => fieldText(row, 'keyName'));
}

/** A public key as NCP takes it, or why the text is none. `other-type` is a key that is not RSA. */
export type PublicKey =
  | { readonly kind: 'key'; readonly publicKey: string; readonly comment: string }
  | { readonly kind: 'private' | 'other-type' | 'none' };

/** The least that NCP's own keys have; OpenSSH refuses shorter ones. Bits. */
const fewestBits = 1024;

/** Reads the one line of an OpenSSH public key file: `ssh-rsa AAAA… comment`. */
export function readPublicKey(text: string): PublicKey {
  if (/PRIVATE KEY/.test(text)) return { kind: 'private' };
  const line = text.trim();
  const [type = '', data = '', ...comment] = line.split(/[ \t]+/);
  if (/^(ssh-(ed25519|dss)|ecdsa-|sk-)/.test(type)) return { kind: 'other-type' };
  if (type !== 'ssh-rsa' || /[\r\n]/.test(line) || !isRsa(data)) return { kind: 'none' };
  return { kind: 'key', publicKey: line, comment: comment.join(' ') };
}

/** Whether the base64 text holds exactly the three parts of an RSA key: type, exponent, modulus. */
function isRsa(data: string): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return false;
  const blob = Buffer.from(data, 'base64');
  const parts: Buffer[] = [];
  let at = 0;
  while (at + 4 <= blob.length) {
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) return false;
    parts.push(blob.subarray(at + 4, end));
    at = end;
  }
  const [type, exponent, modulus] = parts;
  if (at !== blob.length || parts.length !== 3 || type?.toString() !== 'ssh-rsa') return false;
  return (exponent?.length ?? 0) > 0 && ((modulus?.length ?? 0) - 1) * 8 >= fewestBits;
}
