/** Return codes about what a new server consists of: its name, login key, spec, image and price plan. */
import { classic, common, type ReturnCode } from './return-code';

export const creationCodes = {
  10102: classic(
    {
      en: [
        'The account has reached the number of servers that it may have.',
        'Terminate servers or ask NCP for a higher limit.',
      ],
      ko: ['계정에서 생성할 수 있는 서버 수를 초과했습니다.', '서버를 반납하거나 NCP에 한도 증설을 요청하십시오.'],
    },
    'Unable to create server anymore since creation limitation setting has been exceeded.',
    {
      evidence: 'sdk',
      blames: { classic: 'serverCreateCount' },
    },
  ),
  10300: classic(
    {
      en: ['The name is already in use.', 'Choose another name.'],
      ko: ['이미 사용 중인 이름입니다.', '다른 이름을 입력하십시오.'],
    },
    'Instance name is already in use. please use other name.',
    { blames: { classic: 'serverName' } },
  ),
  10400: classic(
    {
      en: ['The login key is not valid.', 'Check the key and try again.'],
      ko: ['서버 인증키가 유효하지 않습니다.', '서버 인증키를 확인하고 다시 시도하십시오.'],
    },
    'Invalid authentication key. Please check authentication key or input type and try again.',
  ),
  10401: classic({
    en: ['The login key does not match the message.', 'Check the key and try again.'],
    ko: ['서버 인증키와 인증 메시지가 일치하지 않습니다.', '서버 인증키를 확인하고 다시 시도하십시오.'],
  }),
  10402: classic({
    en: ['The time for the login key is over.', 'Try again.'],
    ko: ['서버 인증키의 인증 시간이 지났습니다.', '다시 시도하십시오.'],
  }),
  10403: classic({ en: ['The session has ended.', 'Try again.'], ko: ['세션이 끝났습니다.', '다시 시도하십시오.'] }),
  10404: classic({
    en: ['The request was not authenticated.', 'Check the login key.'],
    ko: ['인증되지 않은 요청입니다.', '서버 인증키를 확인하십시오.'],
  }),
  10405: classic(
    {
      en: ['A login key of that name exists already.', 'Choose another name.'],
      ko: ['같은 이름의 서버 인증키가 있습니다.', '다른 이름을 입력하십시오.'],
    },
    'The key name already exists.',
    { evidence: 'sdk' },
  ),
  10406: classic(
    {
      en: ['The login key does not exist.', 'Choose another login key.'],
      ko: ['서버 인증키가 없습니다.', '다른 서버 인증키를 선택하십시오.'],
    },
    'The authentication key does not exist.',
  ),
  10407: classic(
    {
      en: ['A server still uses the login key.', 'Keep the key, or terminate the server first.'],
      ko: ['서버에서 사용 중인 서버 인증키입니다.', '서버 인증키를 그대로 두거나 먼저 서버를 반납하십시오.'],
    },
    '{0} is the authentication key being used by {1} server.',
  ),
  10408: classic(
    {
      en: [
        'A launch configuration still uses the login key.',
        'Keep the key, or delete the launch configuration first.',
      ],
      ko: [
        'Launch Configuration에서 사용 중인 서버 인증키입니다.',
        '서버 인증키를 그대로 두거나 먼저 Launch Configuration을 삭제하십시오.',
      ],
    },
    '{0} is the authentication key being used {1} launch configuration.',
  ),
  10500: classic(
    {
      en: ['The spec of this server cannot be changed.', 'Use a server that is charged for.'],
      ko: ['이 서버의 스펙은 변경할 수 없습니다.', '유료 서버를 사용하십시오.'],
    },
    'Unable to use server specification change function. You may freely change server specification on paid servers.',
  ),
  10501: common(
    {
      en: ['The server has additional storage.', 'Delete the additional storage and try again.'],
      ko: ['서버에 추가 스토리지가 있습니다.', '추가 스토리지를 삭제한 뒤 다시 시도하십시오.'],
    },
    'After deleting additional storage, please try again. Additional storage must be deleted by customer.',
  ),
  10502: classic(
    {
      en: ['This server does not allow another spec.', 'Make a new server with the spec you want.'],
      ko: ['스펙을 변경할 수 없는 서버입니다.', '원하는 스펙으로 새 서버를 생성하십시오.'],
    },
    'Selected server does not allow spec change.',
  ),
  10503: classic(
    {
      en: ['The server has a spec of this level already.', 'Choose another spec.'],
      ko: ['같은 등급의 스펙으로는 변경할 수 없습니다.', '다른 스펙을 선택하십시오.'],
    },
    'You may not change to spec of same level.',
  ),
  10504: classic(
    {
      en: ['The new spec has another type of disk.', 'Choose a spec with the same type of disk.'],
      ko: ['디스크 유형이 다른 스펙으로는 변경할 수 없습니다.', '같은 디스크 유형의 스펙을 선택하십시오.'],
    },
    'You may not change the spec to a different disk type.',
  ),
  10702: classic(
    {
      en: ['The spec does not go with the image.', 'Choose another spec or image.'],
      ko: ['선택한 이미지와 함께 사용할 수 없는 스펙입니다.', '다른 스펙이나 이미지를 선택하십시오.'],
    },
    'You are not allowed to create server of spec with selected image.',
    {
      blames: { classic: 'serverProductCode' },
    },
  ),
  10706: classic(
    {
      en: [
        'The serial numbers would have more than three digits.',
        'Lower the first serial number or the number of servers.',
      ],
      ko: ['일련번호가 세 자리를 넘습니다.', '시작 번호나 서버 수를 줄이십시오.'],
    },
    'The starting number or the number of servers cannot be entered because the combination makes more than 3 digits.',
    { blames: { classic: 'serverCreateStartNo' } },
  ),
  10707: classic(
    {
      en: ['At most 20 servers can be made at once.', 'Make fewer servers.'],
      ko: ['한 번에 20대까지 생성할 수 있습니다.', '서버 수를 줄이십시오.'],
    },
    'More than 20 servers are unable to be created at a time.',
    {
      blames: { classic: 'serverCreateCount' },
    },
  ),
  10710: classic(
    {
      en: ['The login key does not exist.', 'Choose another login key or make one.'],
      ko: ['서버 인증키를 찾을 수 없습니다.', '다른 서버 인증키를 선택하거나 새로 생성하십시오.'],
    },
    'Not found login key.',
    { blames: { classic: 'loginKeyName' } },
  ),
  10711: classic(
    {
      en: ['The price plan is not valid.', 'Choose MTRAT or FXSUM.'],
      ko: ['요금제가 올바르지 않습니다.', 'MTRAT 또는 FXSUM을 선택하십시오.'],
    },
    'Invalid fee system.',
    { blames: { classic: 'feeSystemTypeCode' } },
  ),
  10712: common(
    {
      en: ['The image or spec does not exist.', 'Choose another image or spec.'],
      ko: ['이미지 또는 스펙 상품을 찾을 수 없습니다.', '다른 이미지나 스펙을 선택하십시오.'],
    },
    'Not found product. Please check your input product.',
    {
      blames: { vpc: 'serverImageProductCode', classic: 'serverProductCode' },
    },
  ),
  10713: classic(
    {
      en: ['NCP finds no contract for this.', 'Check the server or address and try again.'],
      ko: ['계약 정보를 찾을 수 없습니다.', '서버나 IP를 확인하고 다시 시도하십시오.'],
    },
    'Not found contract information. Please check your input parameter.',
    { evidence: 'sdk' },
  ),
  10714: classic(
    {
      en: ['Software with a paid licence needs a server with a flat rate.', 'Choose FXSUM or another image.'],
      ko: [
        '유료 라이선스 소프트웨어는 월 정액 요금제 서버에서만 사용할 수 있습니다.',
        'FXSUM을 선택하거나 다른 이미지를 선택하십시오.',
      ],
    },
    'Paid license software products can be purchased for a fee only server.',
    {
      blames: { classic: 'feeSystemTypeCode' },
    },
  ),
  10715: classic(
    {
      en: ['Images with MSSQL are not sold by the hour.', 'Choose FXSUM.'],
      ko: ['MSSQL 이미지는 시간 요금제로 사용할 수 없습니다.', 'FXSUM을 선택하십시오.'],
    },
    'MSSQL software product not be able to create a contract of hourly rate.',
    {
      blames: { classic: 'feeSystemTypeCode' },
    },
  ),
  10716: classic(
    {
      en: ['This price plan does not go with a dedicated server (VDS).', 'Choose the other price plan.'],
      ko: ['VDS 서버에 사용할 수 없는 요금제입니다.', '다른 요금제를 선택하십시오.'],
    },
    'Cannot create VDS(Virtual Dedicated Server) with specific price plan.',
    {
      blames: { classic: 'feeSystemTypeCode' },
    },
  ),
  10721: classic(
    {
      en: ['The global internet line cannot be used.', 'Ask the customer service of NCP.'],
      ko: ['글로벌 인터넷 회선을 사용할 수 없습니다.', 'NCP 고객센터에 문의하십시오.'],
    },
    'Can not use global internet line. Please contract customer service center.',
  ),
  10722: classic(
    {
      en: ['This product is not sold with the global internet line.', 'Choose another product.'],
      ko: ['글로벌 인터넷 회선에서 사용할 수 없는 상품입니다.', '다른 상품을 선택하십시오.'],
    },
    'This type of product is not available on the global internet line.',
  ),
  10724: classic(
    {
      en: [
        'The image has additional storage, which a Micro server does not take.',
        'Choose a bigger spec or another image.',
      ],
      ko: [
        '이미지에 추가 스토리지가 있어 Micro 서버로 생성할 수 없습니다.',
        '더 큰 스펙이나 다른 이미지를 선택하십시오.',
      ],
    },
    "The server image contains additional storage so you can't create a server. Additional storage is not available for Micro Server.",
    { blames: { classic: 'serverProductCode' } },
  ),
  10800: classic(
    {
      en: ['The name is already in use.', 'Choose another name.'],
      ko: ['이미 사용 중인 이름입니다.', '다른 이름을 입력하십시오.'],
    },
    'This name is already in use.',
    { blames: { classic: 'serverName' } },
  ),
} as const satisfies Readonly<Record<string, ReturnCode>>;
