import { figure, type Rule } from '../rule';
import { offsetOfByte, scriptSize } from '../size';

/** Marks the rest of the line on which the script outgrows its limit. */
export const size: Rule<{ bytes: number; limit: number; encodedBytes?: number; encodedLimit?: number }> = {
  id: 'size',
  severity: 'error',
  what: {
    en: ({ bytes, limit }) => `The script has ${figure(bytes)} bytes; ${figure(limit)} are allowed.`,
    ko: ({ bytes, limit }) => `스크립트 크기는 ${figure(bytes)}바이트이며, ${figure(limit)}바이트까지 허용됩니다.`,
  },
  why: {
    en: ({ encodedBytes, encodedLimit = 0 }) =>
      encodedBytes === undefined
        ? 'NCP refuses init scripts over 1024 KB. Let the script download what is large.'
        : `It is sent as base64, which makes it ${figure(encodedBytes)} bytes; NCP takes ${figure(encodedLimit)}. Let the script download what is large.`,
    ko: ({ encodedBytes, encodedLimit = 0 }) =>
      encodedBytes === undefined
        ? 'NCP는 1024 KB를 넘는 초기화 스크립트를 거부합니다. 큰 파일은 스크립트에서 내려받도록 하십시오.'
        : `base64로 전송되어 ${figure(encodedBytes)}바이트가 되며, NCP는 ${figure(encodedLimit)}바이트까지 받습니다. 큰 파일은 스크립트에서 내려받도록 하십시오.`,
  },
  find({ text, environment }) {
    const sizes = scriptSize(text, environment);
    if (sizes.bytes <= sizes.limit) return [];
    const start = offsetOfByte(text, sizes.limit);
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    return [{ start, end: Math.max(end, start + 1), args: { ...sizes } }];
  },
};
