/** Login keys of both environments, and the passwords that they open. Keys are real RSA keys that open nothing. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fieldText, type Row } from '../../reference/index';
import type { Call, Handler } from '../call';
import { koreanTime } from '../clock';
import { refuse } from '../rules';
import type { MutableRow } from '../shelf';
import { serverOf } from './operate';

const keysOf = ({ environment, world }: Call): MutableRow[] => world[environment].loginKeys;

/** Makes a key pair. The private half is told once, with SANDBOX behind its PEM block. */
export const createLoginKey: Handler = (call) => {
  const name = newName(call);
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  add(call, name, publicKey, fingerprintOf(publicKey));
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' });
  const told = `${pem}SANDBOX throw-away key ${name}, opens nothing\n`;
  return call.environment === 'vpc' ? { keyName: name, privateKey: told } : { privateKey: told };
};

/** Takes over an RSA public key in OpenSSH form. Classic shows `-` as its fingerprint (documented). */
export const importLoginKey: Handler = (call) => {
  const name = newName(call);
  const publicKey = readPublicKey(call.params.required('publicKey'));
  if (!publicKey) return refuse('publicKey', call.environment);
  const row = add(call, name, publicKey, call.environment === 'vpc' ? fingerprintOf(publicKey) : '-');
  const { publicKey: _, ...shown } = row;
  return { totalRows: 1, loginKeyList: [call.environment === 'vpc' ? row : shown] };
};

/** VPC: several keys; Classic: one. Keys that a server was made with stay. */
export const deleteLoginKeys: Handler = (call) => {
  const { params, environment, world } = call;
  const keys = keysOf(call);
  const names = environment === 'vpc' ? params.list('keyNameList') : [params.required('keyName')];
  for (const value of names) {
    if (!keys.some((key) => key.keyName === value)) refuse('keyMissing', environment, { value });
    const user = world.servers(environment).find(({ loginKeyName }) => loginKeyName === value);
    if (user) refuse('keyUsed', environment, { value, server: user.name });
  }
  for (const name of names) {
    keys.splice(
      keys.findIndex((key) => key.keyName === name),
      1,
    );
  }
  return {};
};

/** A made-up password, told to whoever has the login key of the server. The encrypted form is not simulated. */
export const getRootPassword: Handler = (call) => {
  const { params, environment } = call;
  const machine = serverOf(call, params.required('serverInstanceNo'));
  const key = keysOf(call).find(({ keyName }) => keyName === machine.loginKeyName);
  const given = readPrivateKey(params.text('privateKey') ?? '');
  if (!given || !key || fieldText(key, 'publicKey') !== openSshOf(given, machine.loginKeyName)) {
    return refuse('privateKey', environment, { server: machine.number });
  }
  return { rootPassword: `SANDBOX-${machine.number}` };
};

function newName({ params, environment, world }: Call): string {
  const name = params.text('keyName') ?? `key-${world.random.hex(8)}`;
  if (world[environment].loginKeys.some((key) => key.keyName === name))
    refuse('keyTaken', environment, { value: name });
  return name;
}

function add(call: Call, keyName: string, publicKey: KeyObject, fingerprint: string): Row {
  const row = {
    keyName,
    fingerprint,
    publicKey: openSshOf(publicKey, keyName),
    createDate: koreanTime(call.world.clock.now()),
  };
  keysOf(call).push(row);
  return row;
}

/** `ssh-rsa … SANDBOX-name`: length-prefixed type, exponent and modulus. */
function openSshOf(key: KeyObject, name: string): string {
  return `ssh-rsa ${blobOf(key).toString('base64')} SANDBOX-${name}`;
}

function blobOf(key: KeyObject): Buffer {
  const { e = '', n = '' } = key.export({ format: 'jwk' });
  const positive = (number: Buffer) => ((number[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), number]) : number);
  const parts = [Buffer.from('ssh-rsa'), positive(Buffer.from(e, 'base64url')), positive(Buffer.from(n, 'base64url'))];
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}

function fingerprintOf(key: KeyObject): string {
  return createHash('md5')
    .update(blobOf(key))
    .digest('hex')
    .replace(/(..)(?=.)/g, '$1:');
}

/** Reads `ssh-rsa AAAA… comment`; undefined when it is anything else. */
function readPublicKey(text: string): KeyObject | undefined {
  const [type, data = ''] = text.trim().split(/\s+/);
  const blob = Buffer.from(data, 'base64');
  const parts: Buffer[] = [];
  for (let at = 0; at + 4 <= blob.length; ) {
    const length = blob.readUInt32BE(at);
    parts.push(blob.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const [name, e, n] = parts;
  if (type !== 'ssh-rsa' || name?.toString() !== 'ssh-rsa' || !e || !n || n.length < 128) return undefined;
  const encode = (part: Buffer) => part.toString('base64url');
  return createPublicKey({ key: { kty: 'RSA', e: encode(e), n: encode(n) }, format: 'jwk' });
}

/** A PEM text, with real line feeds or with `\n` as documented. */
function readPrivateKey(text: string): KeyObject | undefined {
  const pem = text.replaceAll('\\n', '\n');
  try {
    return createPrivateKey(pem.slice(Math.max(pem.indexOf('-----BEGIN'), 0)));
  } catch {
    return undefined;
  }
}
