/** All that the sandbox simulates, by service and action. */
import { type Action, findAction } from '../reference/index';
import { createClassicServers } from './actions/classic-create';
import { classicListings } from './actions/classic-lists';
import { createInitScript, deleteInitScripts } from './actions/init-scripts';
import { createLoginKey, deleteLoginKeys, getRootPassword, importLoginKey } from './actions/keys';
import { changeName, changeSpec, operation, setProtection } from './actions/operate';
import { vpcAttachedListings } from './actions/vpc-attached-lists';
import { createVpcServers } from './actions/vpc-create';
import { vpcListings } from './actions/vpc-lists';
import type { Call, Handler } from './call';
import type { LookUp } from './create';
import { type Listing, listHandler } from './listing';
import { Params } from './parameters';

/** Every list action. */
export const listings: Readonly<Record<string, Listing>> = {
  ...vpcListings,
  ...vpcAttachedListings,
  ...classicListings,
};

const onServers: Readonly<Record<string, Handler>> = {
  startServerInstances: operation('start'),
  stopServerInstances: operation('stop'),
  rebootServerInstances: operation('reboot'),
  terminateServerInstances: operation('terminate'),
  changeServerInstanceSpec: changeSpec,
  setProtectServerTermination: setProtection,
  getRootPassword,
  createLoginKey,
  importLoginKey,
};

const vpcOnly: Readonly<Record<string, Handler>> = {
  ...onServers,
  createServerInstances: (call) => createVpcServers(call, lookUpIn(call)),
  changeServerInstanceName: changeName,
  deleteLoginKeys,
  createInitScript,
  deleteInitScripts,
};

const classicOnly: Readonly<Record<string, Handler>> = {
  ...onServers,
  createServerInstances: (call) => createClassicServers(call, lookUpIn(call)),
  deleteLoginKey: deleteLoginKeys,
};

/** What an action does, or undefined when it is not simulated. */
export function findHandler({ service, name }: Pick<Action, 'service' | 'name'>): Handler | undefined {
  const listing = listings[`${service}/${name}`];
  if (listing) return listHandler(listing);
  if (service === 'vserver') return vpcOnly[name];
  return service === 'server' ? classicOnly[name] : undefined;
}

function lookUpIn(call: Call): LookUp {
  return (service, name, params) => {
    const action = findAction(service, name);
    const handler = action && findHandler(action);
    if (!handler) throw new TypeError(`the source ${service}/${name} is not simulated`);
    return handler({ ...call, action, params: new Params(params) });
  };
}
