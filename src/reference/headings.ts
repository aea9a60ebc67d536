/** The titles of what holds parameters in the form. */
import type { Localized, Section } from './types';

const titles: Readonly<Record<Section, Localized>> = {
  basics: { en: 'Basics', ko: '기본 정보' },
  image: { en: 'Image and spec', ko: '이미지와 스펙' },
  network: { en: 'Network', ko: '네트워크' },
  storage: { en: 'Storage', ko: '스토리지' },
  access: { en: 'Access', ko: '접속' },
  script: { en: 'Start-up script', ko: '초기화 스크립트' },
  protection: { en: 'Protection and billing', ko: '보호 및 요금' },
  advanced: { en: 'Advanced', ko: '고급' },
};

/** The sections of the form, in the order in which it shows them. */
export const sections = Object.keys(titles) as readonly Section[];

export function sectionTitle(section: Section): Localized {
  return titles[section];
}
