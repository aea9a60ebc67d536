/** What the sandbox refuses, and with which code where one is known. */
import type { Environment, Evidence } from '../reference/index';

/** A code of the reference; with a message of its own where that names values of the refusal: `{x}` takes one. */
type Documented = string | { readonly code: string; readonly message: string };

/** One reason to refuse. Without a documented code for an environment, `say` and a fake code are used. */
export interface Rule {
  readonly say: string;
  /** How sure we are that NCP refuses this at all. */
  readonly evidence: Evidence;
  /** Slug of the docs page, or the SDK that the evidence is from. */
  readonly source?: string;
  readonly classic?: Documented;
  readonly vpc?: Documented;
  /** The only environment in which it can come up. */
  readonly only?: Environment;
}

const noServer = '24120';
const noProduct = '10712';
const noKey = '10406';
const operateBusy = '25041';
const classicCreate = 'compute-server-createserverinstances';
const vpcCreate = 'compute-vserver-server-createserverinstances';

/**
 * The rules that need the simulated account; those on the values alone are the reference's. Order matters: the fake
 * code of a rule is 9900101 plus its place.
 */
export const rules = {
  badIndex: { say: 'The list indices of {name} do not run from 1 without gaps.', evidence: 'guess' },
  repeatedParameter: { say: 'The parameter {name} was sent more than once.', evidence: 'guess' },
  missing: {
    say: 'The required parameter {name} is missing.',
    evidence: 'sdk',
    source: 'ncloud-sdk-go (test)',
    classic: { code: '900', message: 'Required field is not specified. location : {name}' },
  },
  sortedBy: { say: 'sortedBy must be one of: {allowed}.', evidence: 'guess' },
  pageSize: {
    say: 'pageSize is required with pageNo.',
    evidence: 'documented',
    source: 'networking-vpc-subnetmanagement-getsubnetlist',
  },
  region: { say: 'There is no region {value}.', evidence: 'guess' },
  zone: {
    say: 'There is no zone {value}.',
    evidence: 'documented',
    source: classicCreate,
    classic: '24111',
  },
  server: {
    say: 'There is no server {server}.',
    evidence: 'sdk',
    source: 'ncloud-sdk-go (test)',
    classic: noServer,
  },
  repeatedServer: { say: 'Server {server} is listed twice.', evidence: 'guess' },
  operateStatus: {
    say: 'Server {server} has status {status}, which does not allow this.',
    evidence: 'documented',
    source: 'compute-vserver-server-startserverinstances',
    classic: operateBusy,
  },
  operateBusy: {
    say: 'Server {server} is in operation {operation}.',
    evidence: 'sdk',
    source: 'ncloud-sdk-go (test)',
    classic: operateBusy,
    vpc: {
      code: '3001008',
      message:
        'Operation of 1 servers failed. {name}({server}) : The storage allocated to the server is being manipulated.',
    },
  },
  terminateStatus: {
    say: 'Server {server} has status {status}; only stopped servers can be terminated.',
    evidence: 'documented',
    source: 'compute-vserver-server-terminateserverinstances',
    classic: '25022',
  },
  terminateBusy: {
    say: 'Server {server} is in operation {operation}.',
    evidence: 'sdk',
    source: 'terraform-provider-ncloud',
    classic: '25017',
    vpc: '1100031',
  },
  terminateProtected: {
    say: 'Server {server} is protected against termination.',
    evidence: 'documented',
    source: 'compute-vserver-server-terminateserverinstances',
  },
  terminatePublicIp: {
    only: 'classic',
    say: 'Server {server} holds public IP {ip}.',
    evidence: 'documented',
    source: 'compute-server-terminateserverinstances',
    classic: {
      code: '24073',
      message:
        'Unable to destroy the server since a public IP is associated with the server. First, please disassociate a public IP from the server. publicIpInstanceNo = {ip}',
    },
  },
  specBusy: {
    say: 'Server {server} is not stopped or is in operation.',
    evidence: 'documented',
    source: 'compute-server-changeserverinstancespec',
    classic: '25013',
  },
  specSame: {
    say: 'Server {server} has this spec already.',
    evidence: 'documented',
    source: 'compute-server-changeserverinstancespec',
    classic: '10503',
  },
  specDisk: {
    say: 'The new spec has another kind of disk.',
    evidence: 'documented',
    source: 'compute-server-changeserverinstancespec',
    classic: '10504',
  },
  specKind: {
    only: 'vpc',
    say: 'The spec {value} is of kind {kind}; this server is of kind {present}.',
    evidence: 'documented',
    source: 'compute-vserver-server-changeserverinstancespec',
  },
  specChoice: {
    only: 'vpc',
    say: 'Exactly one of serverSpecCode and serverProductCode is needed.',
    evidence: 'documented',
    source: 'compute-vserver-server-changeserverinstancespec',
  },
  image: {
    say: 'There is no server image {value}.',
    evidence: 'documented',
    source: classicCreate,
    classic: noProduct,
    vpc: noProduct,
  },
  imageNo: {
    only: 'vpc',
    say: 'There is no server image {value}.',
    evidence: 'seen',
    source: 'terraform-provider-ncloud (issue 567, of a launch configuration)',
    vpc: '1104037',
  },
  memberImage: {
    say: 'There is no own server image {value}.',
    evidence: 'documented',
    source: classicCreate,
    classic: '24110',
  },
  spec: {
    say: 'There is no server spec {value}.',
    evidence: 'seen',
    source: 'terraform-provider-ncloud (issue 219)',
    classic: noProduct,
    vpc: '1401',
  },
  kvmProductCode: {
    only: 'vpc',
    say: 'The spec {value} is one for KVM and goes by its spec code.',
    evidence: 'seen',
    source: 'terraform-provider-ncloud (issue 422)',
    vpc: {
      code: '1401',
      message: 'Not found server product. Please check the product code, region, and zone.',
    },
  },
  specForImage: {
    say: 'The spec {value} does not fit the image.',
    evidence: 'documented',
    source: classicCreate,
    classic: '10702',
  },
  loginKey: {
    say: 'There is no login key {value}.',
    evidence: 'documented',
    source: classicCreate,
    classic: '10710',
  },
  accessControlGroup: {
    only: 'classic',
    say: 'There is no ACG {value} in this VPC.',
    evidence: 'documented',
    source: classicCreate,
    classic: '24124',
  },
  reference: { say: '{name} names {value}, which does not exist or does not fit the rest.', evidence: 'guess' },
  notApplicable: {
    say: '{name} does not apply to this kind of server.',
    evidence: 'guess',
  },
  takenName: {
    only: 'classic',
    say: 'The name {value} is taken.',
    evidence: 'documented',
    source: classicCreate,
    classic: '10300',
  },
  takenIp: {
    only: 'vpc',
    say: 'The address {value} is taken or not in the subnet.',
    evidence: 'documented',
    source: 'compute-vserver-networkinterface-createnetworkinterface',
  },
  usedInterface: {
    only: 'vpc',
    say: 'Network interface {value} is in use.',
    evidence: 'documented',
    source: vpcCreate,
  },
  fullSubnet: { say: 'Network {value} has not enough free addresses.', evidence: 'guess' },
  quota: {
    say: 'Creation limitation: {limit} Created: {made}.',
    evidence: 'sdk',
    source: 'ncloud-sdk-go (test)',
    classic: {
      code: '10102',
      message:
        'Unable to create server anymore since creation limitation setting has been exceeded. Creation limitation: {limit} Created : {made}',
    },
    vpc: {
      code: '3005004',
      message:
        'Cannot create any more than the creation limit of Server (VPC). Product Type: {product} Creation Limit: {limit}',
    },
  },
  scriptText: {
    only: 'vpc',
    say: 'An init script may hold ASCII text only.',
    evidence: 'documented',
    source: 'compute-vserver-initscript-createinitscript',
  },
  script: { only: 'vpc', say: 'There is no init script {value}.', evidence: 'guess' },
  takenScriptName: { only: 'vpc', say: 'There is an init script {value} already.', evidence: 'guess' },
  keyMissing: {
    say: 'There is no login key {value}.',
    evidence: 'documented',
    source: 'compute-server-deleteloginkey',
    classic: noKey,
  },
  keyTaken: {
    say: 'There is a login key {value} already.',
    evidence: 'documented',
    source: 'compute-vserver-server-loginkey-createloginkey',
    classic: '10405',
  },
  keyUsed: {
    say: 'Login key {value} is used by server {server}.',
    evidence: 'documented',
    source: 'compute-server-deleteloginkey',
    classic: { code: '10407', message: '{value} is the authentication key being used by {server} server.' },
  },
  publicKey: { say: 'publicKey is not an RSA key in OpenSSH form.', evidence: 'guess' },
  privateKey: {
    say: 'privateKey is not the login key of server {server}.',
    evidence: 'sdk',
    source: 'ncloud-sdk-go (test)',
    classic: '24001',
  },
  accessControlGroupUnknown: {
    say: 'There is no ACG {value}.',
    evidence: 'sdk',
    source: 'terraform-provider-ncloud',
    classic: '24124',
    vpc: '1007000',
  },
} as const satisfies Readonly<Record<string, Rule>>;
