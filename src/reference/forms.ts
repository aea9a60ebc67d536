/** What the pattern of a parameter asks for, in words. */
import type { Locale } from './types';

export const forms: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  serverName: {
    en: 'Use a–z, 0–9 and -, and start with a letter.',
    ko: '소문자, 숫자, -만 사용하고 소문자로 시작하십시오.',
  },
  keyName: {
    en: 'Use a–z, 0–9 and -, start with a letter and end in a letter or digit.',
    ko: '소문자, 숫자, -만 사용하고, 소문자로 시작하여 소문자나 숫자로 끝내십시오.',
  },
  initScriptName: {
    en: 'Use letters, digits and -, start with a letter and end in a letter or digit.',
    ko: '영문자, 숫자, -만 사용하고, 영문자로 시작하여 영문자나 숫자로 끝내십시오.',
  },
  'networkInterfaceList.N.ip': {
    en: 'Enter an IPv4 address such as 10.0.1.6.',
    ko: '10.0.1.6과 같은 IPv4 주소를 입력하십시오.',
  },
  'blockDevicePartitionList.N.mountPoint': {
    en: 'Enter /, or / with a name of a–z and 0–9 that starts with a letter.',
    ko: '/ 또는 / 뒤에 소문자로 시작하는 소문자와 숫자를 입력하십시오.',
  },
  'blockDevicePartitionList.N.partitionSize': {
    en: 'Enter the size in GiB with digits only.',
    ko: '용량을 GiB 단위의 숫자로만 입력하십시오.',
  },
  'blockStorageMappingList.N.blockStorageSize': {
    en: 'Enter the size in GB with digits only.',
    ko: '크기를 GB 단위의 숫자로만 입력하십시오.',
  },
  'blockStorageMappingList.N.blockStorageName': {
    en: 'Use a–z, 0–9 and -, start with a letter and end in a letter or digit, as NCP asks of storages made alone.',
    ko: '단독 스토리지의 규칙대로 소문자, 숫자, -만 사용하고, 소문자로 시작하여 소문자나 숫자로 끝내십시오.',
  },
};
