/**
 * The return codes that server actions are known to answer with. `message` is what NCP writes, as far as it is known;
 * `{location}`, `{0}` and `{1}` stand for names. A code without a status or message is only known by number.
 */
import type { Environment, Evidence } from './types';

export interface ReturnCode {
  readonly environments: readonly Environment[];
  readonly status?: number;
  readonly message?: string;
  readonly evidence: Evidence;
  /** The create parameter to blame (wire name with `N`). */
  readonly blames?: Readonly<Partial<Record<Environment, string>>>;
}

const code =
  (...environments: readonly Environment[]) =>
  (message?: string, more: Partial<ReturnCode> = {}): ReturnCode => ({
    environments,
    evidence: 'documented',
    ...(message === undefined ? {} : { status: 400, message }),
    ...more,
  });
const classic = code('classic');
const vpc = code('vpc');
const common = code('classic', 'vpc');

export const returnCodes = {
  1: classic('Please try your call again later. Temporarily out of service.', { evidence: 'sdk', status: 500 }),
  800: classic('Expired url.', { evidence: 'sdk', status: 401 }),
  900: classic('Required field is not specified. location : {location}', { evidence: 'sdk' }),
  905: classic('Length constraints: Minimum length of 3. Maximum length of 15. location : {location}', {
    evidence: 'seen',
    blames: { classic: 'serverName' },
  }),
  1000: classic('Please try your call again later.', { evidence: 'sdk', status: 500 }),
  1103: common('Forbidden.', { evidence: 'seen', status: 403 }),
  1300: classic(
    'Please try your call again later. Temporarily out of service. If error continue, Please contact our customer service center.',
    { evidence: 'sdk' },
  ),
  1401: vpc('Not found server product.', { evidence: 'seen', blames: { vpc: 'serverProductCode' } }),
  1413: classic('Cannot find matched product code matching server image', {
    evidence: 'sdk',
    blames: { classic: 'serverProductCode' },
  }),
  3000: vpc(undefined, { evidence: 'sdk' }),
  10102: classic('Unable to create server anymore since creation limitation setting has been exceeded.', {
    evidence: 'sdk',
    blames: { classic: 'serverCreateCount' },
  }),
  10300: classic('Instance name is already in use. please use other name.', { blames: { classic: 'serverName' } }),
  10400: classic('Invalid authentication key. Please check authentication key or input type and try again.'),
  10401: classic(),
  10402: classic(),
  10403: classic(),
  10404: classic(),
  10405: classic('The key name already exists.', { evidence: 'sdk' }),
  10406: classic('The authentication key does not exist.'),
  10407: classic('{0} is the authentication key being used by {1} server.'),
  10408: classic('{0} is the authentication key being used {1} launch configuration.'),
  10500: classic(
    'Unable to use server specification change function. You may freely change server specification on paid servers.',
  ),
  10501: common('After deleting additional storage, please try again. Additional storage must be deleted by customer.'),
  10502: classic('Selected server does not allow spec change.'),
  10503: classic('You may not change to spec of same level.'),
  10504: classic('You may not change the spec to a different disk type.'),
  10702: classic('You are not allowed to create server of spec with selected image.', {
    blames: { classic: 'serverProductCode' },
  }),
  10706: classic(
    'The starting number or the number of servers cannot be entered because the combination makes more than 3 digits.',
    { blames: { classic: 'serverCreateStartNo' } },
  ),
  10707: classic('More than 20 servers are unable to be created at a time.', {
    blames: { classic: 'serverCreateCount' },
  }),
  10710: classic('Not found login key.', { blames: { classic: 'loginKeyName' } }),
  10711: classic('Invalid fee system.', { blames: { classic: 'feeSystemTypeCode' } }),
  10712: common('Not found product. Please check your input product.', {
    blames: { vpc: 'serverImageProductCode', classic: 'serverProductCode' },
  }),
  10713: classic('Not found contract information. Please check your input parameter.', { evidence: 'sdk' }),
  10714: classic('Paid license software products can be purchased for a fee only server.', {
    blames: { classic: 'feeSystemTypeCode' },
  }),
  10715: classic('MSSQL software product not be able to create a contract of hourly rate.', {
    blames: { classic: 'feeSystemTypeCode' },
  }),
  10716: classic('Cannot create VDS(Virtual Dedicated Server) with specific price plan.', {
    blames: { classic: 'feeSystemTypeCode' },
  }),
  10721: classic('Can not use global internet line. Please contract customer service center.'),
  10722: classic('This type of product is not available on the global internet line.'),
  10724: classic(
    "The server image contains additional storage so you can't create a server. Additional storage is not available for Micro Server.",
    { blames: { classic: 'serverProductCode' } },
  ),
  10800: classic('This name is already in use.', { blames: { classic: 'serverName' } }),
  23003: classic(
    'Since entire return of previous server has yet to be completed, new server cannot be created. Please try again after completing returning process.',
  ),
  23006: classic(
    'You cannot request for server return and creation at the same time. Please make one request at a time.',
  ),
  24001: classic('Invalid authentication key. Please check authentication key or input type and try again.', {
    evidence: 'sdk',
  }),
  24002: classic(undefined, { evidence: 'sdk' }),
  24069: classic(
    'Invalid internal port has been configured. Usable internal port(LINUX type : 22, WINDOWS type : 3389)',
    { evidence: 'sdk' },
  ),
  24070: classic('A single external port number is used in multiple rules.', { evidence: 'sdk' }),
  24071: classic('Single server is existing in multiple rules.', { evidence: 'sdk' }),
  24073: classic(
    'Unable to destroy the server since a public IP is associated with the server. First, please disassociate a public IP from the server.',
    { evidence: 'sdk' },
  ),
  24074: classic('External internal port as well as server instance number are not designated to port forward rule.', {
    evidence: 'sdk',
  }),
  24076: classic('It is ACG(access control group) you do not own.', { evidence: 'sdk' }),
  24109: classic('The input parameter instance number is invalid.'),
  24110: classic('The input parameter server image number is invalid.', { blames: { classic: 'memberServerImageNo' } }),
  24111: classic('The input parameter zone number is invalid.', { blames: { classic: 'zoneNo' } }),
  24120: classic('The input parameter server instance number is invalid.'),
  24121: classic('The input parameter storage instance number is invalid.'),
  24124: classic('The input parameter ACG configuration number is invalid.', {
    blames: { classic: 'accessControlGroupConfigurationNoList.N' },
  }),
  24138: classic(undefined, { evidence: 'sdk' }),
  24300: classic(
    'The length constraints of the parameter description (memo) were violated. The minimum length is 0 byte, the maximum, 1,000 bytes.',
    { blames: { classic: 'serverDescription' } },
  ),
  24301: classic(
    'The length constraints of the parameter userData were violated. The minimum length is 0 byte, the maximum, 21,847 bytes.',
    { blames: { classic: 'userData' } },
  ),
  24302: classic('UserData is not base64-encoded.', { blames: { classic: 'userData' } }),
  25008: classic('Unable to create server image since server is either not in suspended status or in operation.', {
    evidence: 'sdk',
  }),
  25013: classic(
    'Unable to change server specification since (other) user is either operating the target server or due to an error in target server.',
  ),
  25017: classic(undefined, { evidence: 'sdk' }),
  25018: classic(
    'Operation is currently unavailable since (other) user is either operating server or creating server image of the server.',
    { evidence: 'sdk' },
  ),
  25022: classic(
    'Unable to return the server since (other) user is either operating target server or an error in the target server. Please confirm the status of server/ storage.',
    { evidence: 'sdk' },
  ),
  25031: common(undefined, { evidence: 'seen' }),
  25032: common(undefined, { evidence: 'seen' }),
  25033: classic(undefined, { evidence: 'sdk' }),
  25038: classic('Currently the server image is not existing normally.', {
    blames: { classic: 'memberServerImageNo' },
  }),
  25040: classic(
    'Unable to create server since server image is being manipulated or the server is being created from.',
    { blames: { classic: 'memberServerImageNo' } },
  ),
  25041: classic(
    'Unable to perform operation command since (other) user is either manipulating the target server or a problem in target server. Please confirm server status once again.',
    { evidence: 'sdk' },
  ),
  26040: classic(undefined, { evidence: 'sdk' }),
  28102: classic('The public IP is already disassociated from the server.', { evidence: 'sdk' }),
  50120: classic(undefined, { evidence: 'sdk' }),
  50150: classic(undefined, { evidence: 'sdk' }),
  50160: classic(undefined, { evidence: 'sdk' }),
  1001007: vpc('Subnet CIDR cannot be duplicated within VPC.', { evidence: 'seen' }),
  1001015: vpc(undefined, { evidence: 'sdk' }),
  1001019: vpc('There is a product in operation on Subnet.', { evidence: 'seen' }),
  1001020: vpc(undefined, { evidence: 'seen' }),
  1002022: vpc('Network Interface status is changing and cannot proceed.', { evidence: 'seen' }),
  1002035: vpc('At least one Acg must remain on the network interface.', { evidence: 'sdk' }),
  1003016: vpc(undefined, { evidence: 'sdk' }),
  1007000: vpc(undefined, { evidence: 'sdk', blames: { vpc: 'networkInterfaceList.N.accessControlGroupNoList.N' } }),
  1007009: vpc('If the Acg settings are being changed, you cannot change other settings at the same time.', {
    evidence: 'sdk',
  }),
  1011002: vpc(undefined, { evidence: 'sdk' }),
  1012005: vpc('Rule information is being changed.', { evidence: 'seen' }),
  1015009: vpc(undefined, { evidence: 'seen' }),
  1017007: vpc(undefined, { evidence: 'sdk' }),
  1017013: vpc(undefined, { evidence: 'sdk' }),
  1080101: vpc(undefined, { evidence: 'seen' }),
  1100000: vpc('Parameter is invalid. invalid overlayIp', {
    evidence: 'sdk',
    blames: { vpc: 'networkInterfaceList.N.networkInterfaceNo' },
  }),
  1100031: vpc('The server cannot be controlled by the NCLOD API.', { evidence: 'seen' }),
  1101064: vpc('MICRO servers cannot be created on a time plan.', {
    evidence: 'seen',
    blames: { vpc: 'feeSystemTypeCode' },
  }),
  1104037: vpc('The server image could not be found.', { evidence: 'seen', blames: { vpc: 'serverImageNo' } }),
  1200004: vpc(undefined, { evidence: 'sdk' }),
  1205009: vpc(undefined, { evidence: 'sdk' }),
  1250000: vpc(undefined, { evidence: 'sdk' }),
  1250700: vpc(undefined, { evidence: 'sdk' }),
  3000100: vpc('External interworking failed.', { evidence: 'sdk', status: 500 }),
  3001008: vpc('The storage allocated to the server is being manipulated.', { evidence: 'seen' }),
  3005004: vpc('Cannot create any more than the creation limit of Server (VPC).', {
    evidence: 'seen',
    blames: { vpc: 'serverSpecCode' },
  }),
  5001017: vpc(undefined, { evidence: 'sdk' }),
  5001269: vpc(undefined, { evidence: 'sdk' }),
} as const satisfies Readonly<Record<string, ReturnCode>>;

export type KnownCode = keyof typeof returnCodes;

/** What the gateway answers before an action is reached; the status fixes the meaning together with the code. */
export const gatewayCodes = {
  100: { status: 400, message: 'Bad Request Exception' },
  200: { status: 401, message: 'Authentication Failed' },
  210: { status: 401, message: 'Permission Denied' },
  230: { status: 403, message: 'Forbidden' },
  300: { status: 404, message: 'Not Found Exception' },
  400: { status: 429, message: 'Quota Exceeded' },
  410: { status: 429, message: 'Throttle Limited' },
  420: { status: 429, message: 'Rate Limited' },
  430: { status: 413, message: 'Request Entity Too Large' },
  500: { status: 503, message: 'Endpoint Error' },
  510: { status: 504, message: 'Endpoint Timeout' },
  900: { status: 500, message: 'Unexpected Error' },
} as const;

export type GatewayCode = keyof typeof gatewayCodes;

/** The facts about a return code of an action; undefined for one that is not known in that environment. */
export function findReturnCode(environment: Environment, code: string): ReturnCode | undefined {
  const known: Readonly<Record<string, ReturnCode>> = returnCodes;
  const found = Object.hasOwn(known, code) ? known[code] : undefined;
  return found?.environments.includes(environment) ? found : undefined;
}
