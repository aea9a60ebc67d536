/** What a server is for us: one shape for VPC and Classic. */
import type { Environment } from '../reference/types';

/** Where a server is in its life. `other` is a status that we do not know; it is shown as NCP said it. */
export type ServerState =
  | 'creating'
  | 'running'
  | 'stopped'
  | 'starting'
  | 'stopping'
  | 'rebooting'
  | 'changing'
  | 'terminating'
  | 'failed'
  | 'other';

/** A server, read from a row of `serverInstanceList`. Optional fields are left out when NCP leaves them empty. */
export interface Server {
  readonly environment: Environment;
  /** `serverInstanceNo`: unique in its account and environment. */
  readonly number: string;
  readonly name: string;
  readonly description?: string;
  /** `regionCode` in VPC, `regionNo` in Classic: what the API takes. */
  readonly region: string;
  /** The zone's code, for people. */
  readonly zone: string;
  /** Classic only: `zoneNo`, what the API takes. */
  readonly zoneNumber?: string;
  readonly state: ServerState;
  /** True while NCP is at work on it, so that it is worth looking again soon. */
  readonly isChanging: boolean;
  /** `serverInstanceStatus.code`, as given. */
  readonly status: string;
  /** `serverInstanceOperation.code`, as given. */
  readonly operation: string;
  /** `serverInstanceStatusName`, as given. */
  readonly statusName: string;
  readonly cpuCount: number;
  /** Bytes. */
  readonly memorySize: number;
  readonly publicIp?: string;
  readonly privateIp?: string;
  /** Classic's shared address: SSH goes to `ip:externalPort`. */
  readonly portForwarding?: { readonly ip: string; readonly externalPort: number; readonly internalPort: number };
  /** The image by its name, where the row has one; the other two tell of it otherwise. */
  readonly image?: string;
  readonly imageNumber?: string;
  readonly imageProduct?: string;
  readonly spec?: string;
  /** `serverProductCode`: what the price list knows the spec by. */
  readonly product?: string;
  /** VPC only, as the subnet. */
  readonly vpcNumber?: string;
  readonly subnetNumber?: string;
  /** Left out when neither its platform nor its forwarded port tells. */
  readonly os?: 'linux' | 'windows';
  readonly loginKeyName?: string;
  readonly initScriptNumber?: string;
  readonly placementGroupNumber?: string;
  /** Of the server image that a user has made. */
  readonly memberImageNumber?: string;
  readonly fabricPoolNumber?: string;
  readonly isProtected: boolean;
  /** As given: `2017-12-01T14:36:40+0900`. */
  readonly createDate: string;
  readonly uptime: string;
}
