/** For Windows NCP documents Visual Basic only. */
import { guessLanguage, looksLikeBatch } from '../language';
import type { Rule } from '../rule';

export const windowsShebang: Rule = {
  id: 'windows-shebang',
  severity: 'warning',
  what: {
    en: 'A Windows server does not know interpreter lines (#!).',
    ko: 'Windows 서버는 인터프리터 줄(#!)을 인식하지 못합니다.',
  },
  why: {
    en: 'NCP documents Visual Basic scripts for Windows. Choose a Linux script type if this script is for Linux.',
    ko: 'NCP는 Windows에 Visual Basic 스크립트를 안내합니다. Linux용 스크립트라면 운영체제를 Linux로 선택하십시오.',
  },
  find: ({ osType, opening: { kind, first } }) =>
    osType === 'WND' && kind === 'interpreter' ? [{ start: first.start, end: first.end, args: {} }] : [],
};

export const windowsLanguage: Rule<{ language: string }> = {
  id: 'windows-language',
  severity: 'warning',
  what: {
    en: ({ language }) =>
      language === 'batch' ? 'This looks like a batch file.' : `This looks like a ${language} script.`,
    ko: ({ language }) => (language === 'batch' ? '배치 파일로 보입니다.' : `${language} 스크립트로 보입니다.`),
  },
  why: {
    en: 'NCP documents only Visual Basic scripts for Windows servers: write it in that language, or start it from such a script.',
    ko: 'NCP는 Windows 서버에 Visual Basic 스크립트만 안내합니다. Visual Basic으로 작성하거나 Visual Basic 스크립트에서 실행하십시오.',
  },
  find({ text, osType, opening: { kind, first } }) {
    if (osType !== 'WND' || kind !== 'code') return [];
    const isPowershell = guessLanguage(text) === 'powershell';
    if (!isPowershell && !looksLikeBatch(text)) return [];
    return [{ start: first.start, end: first.end, args: { language: isPowershell ? 'PowerShell' : 'batch' } }];
  },
};
