/** Return codes about what a request names in Classic: servers, storages, addresses, firewalls, user data. */
import { classic, type ReturnCode } from './return-code';

export const classicCodes = {
  23003: classic(
    {
      en: ['Earlier servers are still being terminated.', 'Wait until they are gone, then try again.'],
      ko: ['이전 서버의 반납이 아직 끝나지 않았습니다.', '반납이 끝난 뒤 다시 시도하십시오.'],
    },
    'Since entire return of previous server has yet to be completed, new server cannot be created. Please try again after completing returning process.',
  ),
  23006: classic(
    {
      en: ['Servers cannot be made and terminated at the same time.', 'Wait until the other request is done.'],
      ko: ['서버 생성과 반납을 동시에 요청할 수 없습니다.', '다른 작업이 끝난 뒤 다시 시도하십시오.'],
    },
    'You cannot request for server return and creation at the same time. Please make one request at a time.',
  ),
  24001: classic(
    {
      en: ['The private key does not belong to the login key.', 'Choose the right private key file.'],
      ko: ['개인 키가 서버 인증키와 맞지 않습니다.', '올바른 개인 키 파일을 선택하십시오.'],
    },
    'Invalid authentication key. Please check authentication key or input type and try again.',
    {
      evidence: 'sdk',
    },
  ),
  24002: classic(
    {
      en: ['The storage is still mounted.', 'Unmount it in the server first.'],
      ko: ['스토리지가 아직 마운트되어 있습니다.', '서버에서 먼저 마운트를 해제하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  24069: classic(
    {
      en: ['The internal port is not allowed.', 'Use 22 for Linux or 3389 for Windows.'],
      ko: ['사용할 수 없는 내부 포트입니다.', 'Linux는 22, Windows는 3389를 사용하십시오.'],
    },
    'Invalid internal port has been configured. Usable internal port(LINUX type : 22, WINDOWS type : 3389)',
    { evidence: 'sdk' },
  ),
  24070: classic(
    {
      en: ['Several rules use the same external port.', 'Use another external port.'],
      ko: ['여러 규칙이 같은 외부 포트를 사용합니다.', '다른 외부 포트를 사용하십시오.'],
    },
    'A single external port number is used in multiple rules.',
    { evidence: 'sdk' },
  ),
  24071: classic(
    {
      en: ['The server is in several rules.', 'Keep one rule for each server.'],
      ko: ['한 서버가 여러 규칙에 있습니다.', '서버마다 규칙을 하나만 두십시오.'],
    },
    'Single server is existing in multiple rules.',
    { evidence: 'sdk' },
  ),
  24073: classic(
    {
      en: ['A public IP is assigned to the server.', 'Disassociate the public IP first.'],
      ko: ['서버에 공인 IP가 할당되어 있습니다.', '먼저 공인 IP 할당을 해제하십시오.'],
    },
    'Unable to destroy the server since a public IP is associated with the server. First, please disassociate a public IP from the server.',
    { evidence: 'sdk' },
  ),
  24074: classic(
    {
      en: ['The rule lacks its ports or its server.', 'Give both ports and the server.'],
      ko: ['규칙에 포트나 서버가 없습니다.', '두 포트와 서버를 모두 지정하십시오.'],
    },
    'External internal port as well as server instance number are not designated to port forward rule.',
    {
      evidence: 'sdk',
    },
  ),
  24076: classic(
    {
      en: ['The firewall (ACG) belongs to someone else.', 'Choose one of your own.'],
      ko: ['보유하지 않은 ACG입니다.', '보유한 ACG를 선택하십시오.'],
    },
    'It is ACG(access control group) you do not own.',
    { evidence: 'sdk' },
  ),
  24109: classic(
    {
      en: ['The number of the resource is not valid.', 'Refresh the list and try again.'],
      ko: ['인스턴스 번호가 올바르지 않습니다.', '목록을 새로 고치고 다시 시도하십시오.'],
    },
    'The input parameter instance number is invalid.',
  ),
  24110: classic(
    {
      en: ['The server image does not exist.', 'Choose another image.'],
      ko: ['서버 이미지 번호가 올바르지 않습니다.', '다른 이미지를 선택하십시오.'],
    },
    'The input parameter server image number is invalid.',
    { blames: { classic: 'memberServerImageNo' } },
  ),
  24111: classic(
    {
      en: ['The zone does not exist.', 'Choose another zone.'],
      ko: ['존 번호가 올바르지 않습니다.', '다른 존을 선택하십시오.'],
    },
    'The input parameter zone number is invalid.',
    { blames: { classic: 'zoneNo' } },
  ),
  24120: classic(
    {
      en: ['The server does not exist.', 'Refresh the list and try again.'],
      ko: ['서버 번호가 올바르지 않습니다.', '목록을 새로 고치고 다시 시도하십시오.'],
    },
    'The input parameter server instance number is invalid.',
  ),
  24121: classic(
    {
      en: ['The storage does not exist.', 'Refresh the list and try again.'],
      ko: ['스토리지 번호가 올바르지 않습니다.', '목록을 새로 고치고 다시 시도하십시오.'],
    },
    'The input parameter storage instance number is invalid.',
  ),
  24124: classic(
    {
      en: ['The firewall (ACG) does not exist or belongs to someone else.', 'Choose another firewall.'],
      ko: ['ACG 번호가 올바르지 않습니다.', '다른 ACG를 선택하십시오.'],
    },
    'The input parameter ACG configuration number is invalid.',
    {
      blames: { classic: 'accessControlGroupConfigurationNoList.N' },
    },
  ),
  24138: classic(
    {
      en: ['A storage (NAS) refuses this in its present state.', 'Check its state, then try again.'],
      ko: ['스토리지(NAS)가 이 작업을 할 수 없는 상태입니다.', '상태를 확인하고 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  24300: classic(
    {
      en: ['The description is too long.', 'Shorten it to 1,000 bytes; a Korean letter takes 3.'],
      ko: ['설명이 너무 깁니다.', '1,000바이트 이하로 줄이십시오. 한글 한 글자는 3바이트입니다.'],
    },
    'The length constraints of the parameter description (memo) were violated. The minimum length is 0 byte, the maximum, 1,000 bytes.',
    { blames: { classic: 'serverDescription' } },
  ),
  24301: classic(
    {
      en: ['The user data is too long.', 'Shorten the script to 16,383 bytes (21,847 as base64).'],
      ko: ['사용자 데이터가 너무 깁니다.', '스크립트를 16,383바이트(base64로 21,847) 이하로 줄이십시오.'],
    },
    'The length constraints of the parameter userData were violated. The minimum length is 0 byte, the maximum, 21,847 bytes.',
    { blames: { classic: 'userData' } },
  ),
  24302: classic(
    {
      en: ['The user data is not base64.', 'Encode it as base64.'],
      ko: ['사용자 데이터가 base64가 아닙니다.', 'base64로 인코딩하십시오.'],
    },
    'UserData is not base64-encoded.',
    { blames: { classic: 'userData' } },
  ),
} as const satisfies Readonly<Record<string, ReturnCode>>;
