/** Return codes of any action: what is wrong with the request itself, and NCP at fault. */
import { classic, common, type ReturnCode, vpc } from './return-code';

export const requestCodes = {
  1: classic(
    {
      en: ['NCP has a temporary fault.', 'Try again later.'],
      ko: ['NCP에 일시적인 장애가 있습니다.', '잠시 후 다시 시도하십시오.'],
    },
    'Please try your call again later. Temporarily out of service.',
    { evidence: 'sdk', status: 500 },
  ),
  800: classic(
    {
      en: ['NCP did not accept the key or the time of the request.', 'Check the API key and the clock.'],
      ko: ['NCP가 API 인증키 또는 요청 시각을 거부했습니다.', 'API 인증키와 시계를 확인하십시오.'],
    },
    'Expired url.',
    { evidence: 'sdk', status: 401 },
  ),
  900: classic(
    { en: ['A required value is missing.', 'Fill it in.'], ko: ['필수 값이 없습니다.', '값을 입력하십시오.'] },
    'Required field is not specified. location : {location}',
    { evidence: 'sdk' },
  ),
  905: classic(
    {
      en: [
        'The name is too short or too long for the operating system of the image.',
        'Use 3 to 15 characters with Windows, serial number included.',
      ],
      ko: [
        '이미지 운영체제에서 사용할 수 없는 길이의 이름입니다.',
        'Windows 서버는 일련번호를 포함하여 3~15자로 입력하십시오.',
      ],
    },
    'Length constraints: Minimum length of 3. Maximum length of 15. location : {location}',
    {
      evidence: 'seen',
      blames: { classic: 'serverName' },
    },
  ),
  1000: classic(
    {
      en: ['NCP has a temporary fault.', 'Try again later.'],
      ko: ['NCP에 일시적인 장애가 있습니다.', '잠시 후 다시 시도하십시오.'],
    },
    'Please try your call again later.',
    { evidence: 'sdk', status: 500 },
  ),
  1103: common(
    {
      en: ['The API key may not do this.', 'Ask the owner of the account for the permission.'],
      ko: ['이 API 인증키에는 권한이 없습니다.', '계정 관리자에게 권한을 요청하십시오.'],
    },
    'Forbidden.',
    { evidence: 'seen', status: 403 },
  ),
  1300: classic(
    {
      en: ['NCP is out of service for the moment.', 'Try again later.'],
      ko: ['NCP 서비스를 일시적으로 사용할 수 없습니다.', '잠시 후 다시 시도하십시오.'],
    },
    'Please try your call again later. Temporarily out of service. If error continue, Please contact our customer service center.',
    { evidence: 'sdk' },
  ),
  1401: vpc(
    {
      en: ['The spec does not exist.', 'Choose another spec.'],
      ko: ['서버 스펙을 찾을 수 없습니다.', '다른 스펙을 선택하십시오.'],
    },
    'Not found server product.',
    { evidence: 'seen', blames: { vpc: 'serverProductCode' } },
  ),
  1413: classic(
    {
      en: ['The spec does not go with the image.', 'Choose another spec.'],
      ko: ['서버 스펙이 이미지와 맞지 않습니다.', '다른 스펙을 선택하십시오.'],
    },
    'Cannot find matched product code matching server image',
    {
      evidence: 'sdk',
      blames: { classic: 'serverProductCode' },
    },
  ),
  3000: vpc(
    {
      en: ['NCP is busy.', 'Try again in a moment.'],
      ko: ['NCP가 다른 작업을 처리하고 있습니다.', '잠시 후 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
} as const satisfies Readonly<Record<string, ReturnCode>>;
