/** Return codes about servers of VPC and what belongs to them. */
import { type ReturnCode, vpc } from './return-code';

export const vpcCodes = {
  1001007: vpc(
    {
      en: ['The VPC has a subnet with this address block already.', 'Choose another address block.'],
      ko: ['VPC에 같은 주소 범위의 Subnet이 있습니다.', '다른 주소 범위를 입력하십시오.'],
    },
    'Subnet CIDR cannot be duplicated within VPC.',
    { evidence: 'seen' },
  ),
  1001015: vpc(
    {
      en: ['The VPC is busy.', 'Try again in a moment.'],
      ko: ['VPC에 다른 작업이 진행 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  1001019: vpc(
    {
      en: ['The subnet is in use.', 'Terminate what is in the subnet first.'],
      ko: ['사용 중인 Subnet입니다.', '먼저 Subnet의 리소스를 반납하십시오.'],
    },
    'There is a product in operation on Subnet.',
    { evidence: 'seen' },
  ),
  1001020: vpc(
    {
      en: ['A VPC of that name exists already.', 'Choose another name.'],
      ko: ['같은 이름의 VPC가 있습니다.', '다른 이름을 입력하십시오.'],
    },
    undefined,
    { evidence: 'seen' },
  ),
  1002022: vpc(
    {
      en: ['The network interface is still being changed.', 'Try again in a moment.'],
      ko: ['네트워크 인터페이스를 변경하는 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    'Network Interface status is changing and cannot proceed.',
    { evidence: 'seen' },
  ),
  1002035: vpc(
    {
      en: [
        'A network interface must keep at least one firewall (ACG).',
        'Add the new firewall before you remove the old one.',
      ],
      ko: ['네트워크 인터페이스에는 ACG가 하나 이상 있어야 합니다.', '기존 ACG를 빼기 전에 새 ACG를 추가하십시오.'],
    },
    'At least one Acg must remain on the network interface.',
    { evidence: 'sdk' },
  ),
  1003016: vpc(
    {
      en: ['The public IP is still being changed.', 'Try again in a moment.'],
      ko: ['공인 IP를 변경하는 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  1007000: vpc(
    {
      en: ['The firewall (ACG) does not exist.', 'Choose another firewall.'],
      ko: ['ACG를 찾을 수 없습니다.', '다른 ACG를 선택하십시오.'],
    },
    undefined,
    { evidence: 'sdk', blames: { vpc: 'networkInterfaceList.N.accessControlGroupNoList.N' } },
  ),
  1007009: vpc(
    {
      en: ['The firewall (ACG) is being changed.', 'Try again in a moment.'],
      ko: ['ACG 설정을 변경하는 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    'If the Acg settings are being changed, you cannot change other settings at the same time.',
    {
      evidence: 'sdk',
    },
  ),
  1011002: vpc(
    {
      en: ['The network ACL cannot be reached.', 'Check that it exists, then try again.'],
      ko: ['Network ACL에 접근할 수 없습니다.', 'Network ACL이 있는지 확인하고 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  1012005: vpc(
    {
      en: ['The network ACL is being changed.', 'Try again in a moment.'],
      ko: ['Network ACL을 변경하는 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    'Rule information is being changed.',
    { evidence: 'seen' },
  ),
  1015009: vpc(
    {
      en: ['The account has reached a limit of NCP.', 'Ask NCP for a higher limit.'],
      ko: ['계정의 생성 한도에 도달했습니다.', 'NCP에 한도 증설을 요청하십시오.'],
    },
    undefined,
    { evidence: 'seen' },
  ),
  1017007: vpc(
    {
      en: ['The route table does not exist.', 'Choose another route table.'],
      ko: ['Route Table을 찾을 수 없습니다.', '다른 Route Table을 선택하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  1017013: vpc(
    {
      en: ['The route table is busy.', 'Try again in a moment.'],
      ko: ['Route Table에 다른 작업이 진행 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  1080101: vpc(
    {
      en: ['The public IP is still being set up.', 'Try again in a moment.'],
      ko: ['공인 IP를 준비하는 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'seen' },
  ),
  1100000: vpc(
    {
      en: ['NCP did not accept a value.', 'With KVM, use a new network interface in place of an existing one.'],
      ko: ['NCP가 값을 거부했습니다.', 'KVM에서는 기존 네트워크 인터페이스 대신 새 인터페이스를 사용하십시오.'],
    },
    'Parameter is invalid. invalid overlayIp',
    {
      evidence: 'sdk',
      blames: { vpc: 'networkInterfaceList.N.networkInterfaceNo' },
    },
  ),
  1100031: vpc(
    {
      en: ['The server is being set up or changed.', 'Wait until it has settled, then try again.'],
      ko: ['서버를 설정하거나 변경하는 중입니다.', '작업이 끝난 뒤 다시 시도하십시오.'],
    },
    'The server cannot be controlled by the NCLOD API.',
    { evidence: 'seen' },
  ),
  1101064: vpc(
    {
      en: ['NCP does not sell Micro servers by the hour.', 'Choose FXSUM or a bigger spec.'],
      ko: ['Micro 서버는 시간 요금제로 생성할 수 없습니다.', 'FXSUM을 선택하거나 더 큰 스펙을 선택하십시오.'],
    },
    'MICRO servers cannot be created on a time plan.',
    {
      evidence: 'seen',
      blames: { vpc: 'feeSystemTypeCode' },
    },
  ),
  1104037: vpc(
    {
      en: ['The server image does not exist.', 'Choose another image.'],
      ko: ['서버 이미지를 찾을 수 없습니다.', '다른 이미지를 선택하십시오.'],
    },
    'The server image could not be found.',
    { evidence: 'seen', blames: { vpc: 'serverImageNo' } },
  ),
  1200004: vpc(
    {
      en: ['The load balancer is busy.', 'Try again in a moment.'],
      ko: ['Load Balancer에 다른 작업이 진행 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  1205009: vpc(
    {
      en: ['The target group is not valid.', 'Choose another target group.'],
      ko: ['Target Group이 올바르지 않습니다.', '다른 Target Group을 선택하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  1250000: vpc(
    {
      en: ['The service is busy.', 'Try again in a moment.'],
      ko: ['서비스에 다른 작업이 진행 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  1250700: vpc(
    {
      en: ['The auto scaling group is in use.', 'Wait until it is free.'],
      ko: ['Auto Scaling Group을 사용 중입니다.', '사용이 끝난 뒤 다시 시도하십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  3000100: vpc(
    {
      en: ['A system behind NCP is out of order.', 'Try again later or ask NCP.'],
      ko: ['NCP의 연동 시스템에 장애가 있습니다.', '잠시 후 다시 시도하거나 NCP에 문의하십시오.'],
    },
    'External interworking failed.',
    { evidence: 'sdk', status: 500 },
  ),
  3001008: vpc(
    {
      en: ['The storage of the server is still being prepared or changed.', 'Try again in a moment.'],
      ko: ['서버의 스토리지를 준비하거나 변경하는 중입니다.', '잠시 후 다시 시도하십시오.'],
    },
    'The storage allocated to the server is being manipulated.',
    { evidence: 'seen' },
  ),
  3005004: vpc(
    {
      en: [
        'The account may not make any more servers of this kind.',
        'Ask NCP for a higher limit or choose another spec.',
      ],
      ko: ['이 유형의 서버를 더 생성할 수 없습니다.', 'NCP에 한도 증설을 요청하거나 다른 스펙을 선택하십시오.'],
    },
    'Cannot create any more than the creation limit of Server (VPC).',
    {
      evidence: 'seen',
      blames: { vpc: 'serverSpecCode' },
    },
  ),
  5001017: vpc(
    {
      en: ['The database does not exist.', 'Refresh the list.'],
      ko: ['데이터베이스를 찾을 수 없습니다.', '목록을 새로 고치십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
  5001269: vpc(
    {
      en: ['The database does not exist.', 'Refresh the list.'],
      ko: ['데이터베이스를 찾을 수 없습니다.', '목록을 새로 고치십시오.'],
    },
    undefined,
    { evidence: 'sdk' },
  ),
} as const satisfies Readonly<Record<string, ReturnCode>>;
