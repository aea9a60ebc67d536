// Secrets, and the ways in which the other side may write what it was sent.

export const base64 = (text: string) => Buffer.from(text).toString('base64');
export const hex = (text: string) => Buffer.from(text).toString('hex');
export const form = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);
const lowerHex = (text: string) => text.replace(/%[\dA-F]{2}/g, (escaped) => escaped.toLowerCase());
export const unicode = (text: string) =>
  [...text]
    .flatMap((sign) => sign.split(''))
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** The ways in which the other side may write what it was sent. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  'form, blanks as +': form,
  'form, hex in small letters': (text) => lowerHex(form(text)),
  'address, blanks as %20': encodeURIComponent,
  'address, every byte': (text) => hex(text).replace(/../g, '%$&'),
  'address in an address': (text) => encodeURIComponent(encodeURIComponent(text)),
  base64,
  'base64, for addresses': (text) => Buffer.from(text).toString('base64url'),
  'base64, one byte further': (text) => base64(`:${text}`),
  'base64, two bytes further': (text) => base64(`k=${text} and more`),
  'base64 in a form': (text) => form(base64(text)),
  'base64 of a form': (text) => base64(form(text)),
  'base64 of base64': (text) => base64(base64(text)),
  hex,
  'hex in capitals': (text) => hex(text).toUpperCase(),
  'hex in pairs': (text) => hex(text).replace(/..(?=.)/g, '$& '),
  'hex with colons': (text) => hex(text).replace(/..(?=.)/g, '$&:'),
  'base64 in lines': (text) => base64(text).replace(/.{20}(?=.)/g, '$&\r\n'),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON with \\/': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'JSON, every character': unicode,
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  HTML: (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  'HTML by name': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'HTML, every character': (text) => [...text].map((sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join(''),
};

export const secrets = {
  key: 'CANARY/key+with=signs&more',
  password: 'CANARY pass "word" <1> & \\2',
  script: '#!/bin/bash\nexport CANARY="a b"\n  echo CANARY/한글 & done\nfi\n',
};

/** Whether a line of the secret can be read in the text, in any of the ways to write it. */
export function leaks(text: string, secret: string): boolean {
  const lines = secret
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 5);
  return Object.values(encodings).some((encode) => lines.some((line) => text.includes(encode(line))));
}
