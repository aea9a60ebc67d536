import type { Place, Rule } from '../rule';

/** Such a file has no text in which anything else could be found. */
export const notUtf8: Rule<{ encoding: string }> = {
  id: 'not-utf8',
  severity: 'error',
  what: {
    en: ({ encoding }) =>
      encoding ? `The file is saved as ${encoding}, not as UTF-8.` : 'The file is not saved as UTF-8.',
    ko: ({ encoding }) =>
      encoding
        ? `파일이 UTF-8이 아니라 ${encoding} 형식으로 저장되어 있습니다.`
        : '파일이 UTF-8로 저장되어 있지 않습니다.',
  },
  why: {
    en: 'Its characters would arrive garbled on the server. Save it with the encoding UTF-8.',
    ko: '서버에서 글자가 깨집니다. 인코딩을 UTF-8로 바꾸어 저장하십시오.',
  },
};

/** The text of a file, a byte-order mark included, or the finding that it has none. */
export function decode(bytes: Uint8Array): string | Place<{ encoding: string }> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return { start: 0, end: 0, args: { encoding: isUtf16 ? 'UTF-16' : '' } };
  }
}
