import type { Environment } from '../reference/types';

/** The size of a script and what its environment allows. */
export interface ScriptSize {
  /** Bytes of the script as UTF-8. */
  readonly bytes: number;
  /** Bytes that the script may have. */
  readonly limit: number;
  /** Bytes of the base64 text that is sent; Classic only. */
  readonly encodedBytes?: number;
  /** Bytes that the base64 text may have; Classic only. */
  readonly encodedLimit?: number;
}

/** 1024 KB of `initScriptContent` (createInitScript); which KB is not documented, so the larger one holds. */
const vpcLimit = 1_048_576;

/** `userData` of the Classic createServerInstances, counted as base64 text. */
const classicEncodedLimit = 21_847;

/** The largest script whose base64 text, always a multiple of four, stays within the limit: 16,383 bytes. */
const classicLimit = Math.floor(classicEncodedLimit / 4) * 3;

/** The size of a script in the given environment, both in bytes. */
export function scriptSize(text: string, environment: Environment): ScriptSize {
  const bytes = utf8Length(text);
  if (environment === 'vpc') return { bytes, limit: vpcLimit };
  return {
    bytes,
    limit: classicLimit,
    encodedBytes: Math.ceil(bytes / 3) * 4,
    encodedLimit: classicEncodedLimit,
  };
}

/** The UTF-16 offset of the first character that no longer fits into the given number of UTF-8 bytes. */
export function offsetOfByte(text: string, limit: number): number {
  let bytes = 0;
  for (let i = 0; i < text.length; ) {
    const units = isPair(text, i) ? 2 : 1;
    bytes += units === 2 ? 4 : unitLength(text.charCodeAt(i));
    if (bytes > limit) return i;
    i += units;
  }
  return text.length;
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (isPair(text, i)) {
      bytes += 2;
      i++;
    } else bytes += unitLength(code) - 1;
  }
  return bytes;
}

/** A surrogate without its partner is written as U+FFFD, three bytes. */
function unitLength(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}

function isPair(text: string, index: number): boolean {
  return (
    (text.charCodeAt(index) & 0xfc00) === 0xd800 &&
    index + 1 < text.length &&
    (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
  );
}
