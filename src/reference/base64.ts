/** UTF-8 text as base64, as Classic wants its user data, with what both the extension host and the page have. */

/** The bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The bytes that a text takes once it is base64. */
export function base64Length(text: string): number {
  return 4 * Math.ceil(byteLength(text) / 3);
}

export function toBase64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** True for base64 of the standard alphabet with its padding. */
export function isBase64(text: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
}

/** The text of a base64 value; bytes that are no UTF-8 become replacement characters. The value must be base64. */
export function fromBase64(value: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(value), (character) => character.charCodeAt(0)));
}
