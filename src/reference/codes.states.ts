/** Return codes about things of Classic that are busy, in a fault or in a state that does not allow what was asked for. */
import { classic, common, type ReturnCode } from './return-code';

export const stateCodes = {
  25008: classic(
    {
      en: ['The server is running or busy.', 'Stop the server, then make the image.'],
      ko: ['서버가 운영 중이거나 작업 중입니다.', '서버를 정지한 뒤 이미지를 생성하십시오.'],
    },
    'Unable to create server image since server is either not in suspended status or in operation.',
    {
      evidence: 'sdk',
    },
  ),
  25013: classic(
    {
      en: ['The server is busy or in a fault.', 'Wait for the other operation, then try again.'],
      ko: ['서버가 작업 중이거나 장애 상태입니다.', '다른 작업이 끝난 뒤 다시 시도하십시오.'],
    },
    'Unable to change server specification since (other) user is either operating the target server or due to an error in target server.',
  ),
  25017: classic(
    {
      en: ['The server is busy.', 'Wait for the other operation, then try again.'],
      ko: ['서버가 작업 중입니다.', '다른 작업이 끝난 뒤 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  25018: classic(
    {
      en: ['The server is busy or an image of it is being made.', 'Wait for the other operation, then try again.'],
      ko: ['서버가 작업 중이거나 이미지를 생성하고 있습니다.', '다른 작업이 끝난 뒤 다시 시도하십시오.'],
    },
    'Operation is currently unavailable since (other) user is either operating server or creating server image of the server.',
    { evidence: 'sdk' },
  ),
  25022: classic(
    {
      en: [
        'The server cannot be terminated: it is busy or in a fault.',
        'Check the state of the server and its storage.',
      ],
      ko: ['서버가 작업 중이거나 장애 상태여서 반납할 수 없습니다.', '서버와 스토리지의 상태를 확인하십시오.'],
    },
    'Unable to return the server since (other) user is either operating target server or an error in the target server. Please confirm the status of server/ storage.',
    { evidence: 'sdk' },
  ),
  25031: common(
    {
      en: ['The public IP is still being changed.', 'Try again in a moment.'],
      ko: ['공인 IP를 변경하는 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'seen' },
  ),
  25032: common(
    {
      en: ['The public IP is still being changed.', 'Try again in a moment.'],
      ko: ['공인 IP를 변경하는 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'seen' },
  ),
  25033: classic(
    {
      en: ['The port forwarding is busy.', 'Wait for the other operation, then try again.'],
      ko: ['포트 포워딩 작업이 진행 중입니다.', '다른 작업이 끝난 뒤 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  25038: classic(
    {
      en: ['The server image is damaged.', 'Choose another image.'],
      ko: ['서버 이미지가 정상 상태가 아닙니다.', '다른 이미지를 선택하십시오.'],
    },
    'Currently the server image is not existing normally.',
    {
      blames: { classic: 'memberServerImageNo' },
    },
  ),
  25040: classic(
    {
      en: ['The server image is in use by another operation.', 'Wait until it is done, then try again.'],
      ko: ['서버 이미지에 다른 작업이 진행 중입니다.', '작업이 끝난 뒤 다시 시도하십시오.'],
    },
    'Unable to create server since server image is being manipulated or the server is being created from.',
    { blames: { classic: 'memberServerImageNo' } },
  ),
  25041: classic(
    {
      en: [
        'The server is busy or in a state that does not allow this.',
        'Check the state of the server, then try again.',
      ],
      ko: ['서버가 작업 중이거나 이 작업을 할 수 없는 상태입니다.', '서버의 상태를 확인하고 다시 시도하십시오.'],
    },
    'Unable to perform operation command since (other) user is either manipulating the target server or a problem in target server. Please confirm server status once again.',
    { evidence: 'sdk' },
  ),
  26040: classic(
    {
      en: ['A storage refuses this in its present state.', 'Check its state, then try again.'],
      ko: ['스토리지가 이 작업을 할 수 없는 상태입니다.', '상태를 확인하고 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  28102: classic(
    {
      en: ['The public IP is already disassociated.', 'Nothing is left to do.'],
      ko: ['공인 IP 할당이 이미 해제되어 있습니다.', '추가로 할 작업이 없습니다.'],
    },
    'The public IP is already disassociated from the server.',
    { evidence: 'sdk' },
  ),
  50120: classic(
    {
      en: ['Auto scaling refuses this in its present state.', 'Check the auto scaling group, then try again.'],
      ko: ['Auto Scaling이 이 작업을 할 수 없는 상태입니다.', 'Auto Scaling Group을 확인하고 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  50150: classic(
    {
      en: ['The auto scaling group is in use.', 'Wait until it is free.'],
      ko: ['Auto Scaling Group을 사용 중입니다.', '사용이 끝난 뒤 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  50160: classic(
    {
      en: ['The auto scaling group is scaling.', 'Wait until it is done.'],
      ko: ['Auto Scaling이 진행 중입니다.', '끝난 뒤 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
} as const satisfies Readonly<Record<string, ReturnCode>>;
