import type { CodeWords } from './return-code';

/** What the gateway answers before an action is reached; the status fixes the meaning together with the code. */
export const gatewayCodes = {
  100: {
    status: 400,
    message: 'Bad Request Exception',
    words: {
      en: ['NCP could not read the request.', 'Check that the address of the site starts with https.'],
      ko: ['NCP가 요청을 읽을 수 없습니다.', '사이트 주소가 https로 시작하는지 확인하십시오.'],
    },
  },
  200: {
    status: 401,
    message: 'Authentication Failed',
    words: {
      en: ['NCP does not accept the API key.', 'Check the keys, the site and the clock.'],
      ko: ['NCP가 API 인증키를 거부했습니다.', 'API 인증키, 사이트, 시계를 확인하십시오.'],
    },
  },
  210: {
    status: 401,
    message: 'Permission Denied',
    words: {
      en: ['The API key has no permission for this.', 'Ask the owner of the account for it.'],
      ko: ['이 API 인증키에는 권한이 없습니다.', '계정 관리자에게 권한을 요청하십시오.'],
    },
  },
  230: {
    status: 403,
    message: 'Forbidden',
    words: {
      en: ['Access is forbidden.', 'Ask the owner of the account for the permission.'],
      ko: ['접근이 금지되어 있습니다.', '계정 관리자에게 권한을 요청하십시오.'],
    },
  },
  300: {
    status: 404,
    message: 'Not Found Exception',
    words: {
      en: ['NCP does not know this action at this site.', 'Check the site of the account.'],
      ko: ['이 사이트에는 해당 기능이 없습니다.', '계정의 사이트를 확인하십시오.'],
    },
  },
  400: {
    status: 429,
    message: 'Quota Exceeded',
    words: {
      en: ['The quota of calls is used up.', 'Try again later.'],
      ko: ['호출 한도를 모두 사용했습니다.', '나중에 다시 시도하십시오.'],
    },
  },
  410: {
    status: 429,
    message: 'Throttle Limited',
    words: {
      en: ['There were too many calls in a short time.', 'Wait a moment, then try again.'],
      ko: ['짧은 시간에 호출이 너무 많았습니다.', '잠시 후 다시 시도하십시오.'],
    },
  },
  420: {
    status: 429,
    message: 'Rate Limited',
    words: {
      en: ['There were too many calls in a short time.', 'Wait a moment, then try again.'],
      ko: ['짧은 시간에 호출이 너무 많았습니다.', '잠시 후 다시 시도하십시오.'],
    },
  },
  430: {
    status: 413,
    message: 'Request Entity Too Large',
    words: {
      en: ['The request is too large.', 'Shorten the script.'],
      ko: ['요청이 너무 큽니다.', '스크립트를 줄이십시오.'],
    },
  },
  500: {
    status: 503,
    message: 'Endpoint Error',
    words: {
      en: ['A part of NCP is out of order.', 'Try again later.'],
      ko: ['NCP 일부에 장애가 있습니다.', '나중에 다시 시도하십시오.'],
    },
  },
  510: {
    status: 504,
    message: 'Endpoint Timeout',
    words: {
      en: ['NCP did not answer in time.', 'Look at the list before you try again.'],
      ko: ['NCP가 제한 시간 안에 응답하지 않았습니다.', '다시 시도하기 전에 목록을 확인하십시오.'],
    },
  },
  900: {
    status: 500,
    message: 'Unexpected Error',
    words: {
      en: ['The gateway met an unexpected error.', 'Try again later.'],
      ko: ['게이트웨이에서 예기치 않은 오류가 발생했습니다.', '잠시 후 다시 시도하십시오.'],
    },
  },
} as const satisfies Readonly<Record<string, { status: number; message: string; words: CodeWords }>>;
