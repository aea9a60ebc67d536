import type { Rule } from '../rule';

export const cloudInitHeader: Rule<{ header: string }> = {
  id: 'cloud-init-header',
  severity: 'warning',
  what: {
    en: ({ header }) => `NCP does not document scripts that start with “${header}”.`,
    ko: ({ header }) => `‘${header}’ 형식은 NCP 안내에 없습니다.`,
  },
  why: {
    en: 'Documented are scripts that name an interpreter (#!). This one may be ignored without any message. Write it as a shell script.',
    ko: 'NCP는 인터프리터(#!)를 적은 스크립트만 안내합니다. 이 파일은 아무 알림 없이 무시될 수 있으므로 셸 스크립트로 작성하십시오.',
  },
  find({ opening: { kind, first } }) {
    if (kind !== 'cloud-init') return [];
    return [{ start: first.start, end: first.end, args: { header: first.text.trim().slice(0, 60) } }];
  },
};
