import type { Rule } from '../rule';

export const byteOrderMark: Rule = {
  id: 'byte-order-mark',
  severity: 'error',
  what: {
    en: 'The file starts with an invisible byte-order mark.',
    ko: '파일이 보이지 않는 바이트 순서 표시(BOM)로 시작합니다.',
  },
  why: {
    en: 'The server does not recognise the first line behind it and does not run the script. Save the file as UTF-8 without it.',
    ko: '서버가 첫 줄을 인식하지 못하여 스크립트를 실행하지 않습니다. BOM 없는 UTF-8로 저장하십시오.',
  },
  fix: { en: 'Remove the byte-order mark', ko: '바이트 순서 표시 제거' },
  find: ({ text }) =>
    text.charCodeAt(0) === 0xfeff ? [{ start: 0, end: 1, args: {}, edits: [{ start: 0, end: 1, text: '' }] }] : [],
};
