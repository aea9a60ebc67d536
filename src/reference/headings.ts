/** The titles of what holds parameters in the form. */
import type { Choice, Localized, Section } from './types';

export const sectionTitles: Readonly<Record<Section, Localized>> = {
  basics: { en: 'Basics', ko: '기본 정보' },
  image: { en: 'Image and spec', ko: '이미지와 스펙' },
  network: { en: 'Network', ko: '네트워크' },
  storage: { en: 'Storage', ko: '스토리지' },
  access: { en: 'Access', ko: '접속' },
  script: { en: 'Init script', ko: '초기화 스크립트' },
  protection: { en: 'Protection and billing', ko: '보호 및 요금' },
  advanced: { en: 'Advanced', ko: '고급' },
};

/** The sections of the form, in the order in which it shows them. */
export const sections = Object.keys(sectionTitles) as readonly Section[];

/** What one item of each list of the wire holds. */
const lists: Readonly<Record<string, Localized>> = {
  networkInterfaceList: { en: 'Network interface', ko: '네트워크 인터페이스' },
  blockStorageMappingList: { en: 'Block storage', ko: '블록 스토리지' },
  blockDevicePartitionList: { en: 'Partition', ko: '파티션' },
  instanceTagList: { en: 'Tag', ko: '태그' },
};

/** What one item of each list is called in a line and in a problem; `{}` stands for its number. */
const items: Readonly<Record<string, Localized>> = {
  networkInterfaceList: { en: 'eth{}', ko: 'eth{}' },
  blockStorageMappingList: { en: 'Storage {}', ko: '스토리지 {}' },
};

/** What people call an item of a list; of an unknown one its wire name. */
export function listTitle(list: string): Localized {
  return lists[list] ?? { en: list, ko: list };
}

/** What people call one item of a list: its list's title and `{}` for its number, where it has no shorter name. */
export function itemTitle(list: string): Localized {
  const { en, ko } = listTitle(list);
  return items[list] ?? { en: `${en} {}`, ko: `${ko} {}` };
}

export const choiceTitles: Readonly<Record<Choice, Localized>> = {
  image: { en: 'What the servers are made from', ko: '서버 생성에 사용할 이미지' },
  script: { en: 'Where the script comes from', ko: '스크립트 지정 방법' },
};
