/** The one place where rows of `serverInstanceList`, VPC or Classic, become servers. */
import { type Environment, type Row, systemOfCode } from '../reference/index';
import { ipOf } from './ip';
import type { Server } from './server';
import { isBusy, serverState } from './state';

/** Reads a row; a field that is missing or of another type reads as empty. */
export function toServer(environment: Environment, row: Row): Server {
  const status = code(row, 'serverInstanceStatus');
  const operation = code(row, 'serverInstanceOperation');
  const state = serverState(status, operation);
  return {
    environment,
    number: text(row, 'serverInstanceNo'),
    name: text(row, 'serverName'),
    ...optional('description', text(row, 'serverDescription')),
    ...(environment === 'vpc' ? vpcPlace(row) : classicPlace(row)),
    state,
    isChanging: isBusy(state, operation),
    status,
    operation,
    statusName: text(row, 'serverInstanceStatusName'),
    cpuCount: number(row, 'cpuCount'),
    memorySize: number(row, 'memorySize'),
    ...optional('publicIp', address(row, 'publicIp')),
    ...optional('privateIp', address(row, 'privateIp')),
    ...portForwarding(row),
    ...optional('image', text(row, 'serverImageName')),
    ...optional('imageNumber', text(row, 'serverImageNo')),
    ...optional('imageProduct', text(row, 'serverImageProductCode')),
    ...optional('spec', text(row, 'serverSpecCode') || text(row, 'serverProductCode')),
    ...optional('product', text(row, 'serverProductCode')),
    ...optional('vpcNumber', text(row, 'vpcNo')),
    ...optional('subnetNumber', text(row, 'subnetNo')),
    ...os(row),
    ...optional('loginKeyName', text(row, 'loginKeyName')),
    ...optional('initScriptNumber', text(row, 'initScriptNo')),
    ...optional('placementGroupNumber', text(row, 'placementGroupNo')),
    ...optional('memberImageNumber', text(row, 'memberServerImageInstanceNo')),
    ...optional('fabricPoolNumber', text(row, 'fabricClusterPoolNo')),
    isProtected: row.isProtectServerTermination === true,
    createDate: text(row, 'createDate'),
    uptime: text(row, 'uptime'),
  };
}

function vpcPlace(row: Row): { region: string; zone: string } {
  return { region: text(row, 'regionCode'), zone: text(row, 'zoneCode') };
}

function classicPlace(row: Row): { region: string; zone: string; zoneNumber?: string } {
  const zone = nested(row, 'zone');
  return {
    region: text(nested(row, 'region'), 'regionNo') || text(zone, 'regionNo'),
    zone: text(zone, 'zoneCode') || text(zone, 'zoneName'),
    ...optional('zoneNumber', text(zone, 'zoneNo')),
  };
}

/** The port of the remote desktop: what Classic forwards to on a Windows server, and on no other. */
const remoteDesktop = 3389;

function os(row: Row): Pick<Server, 'os'> {
  const system = systemOfCode(code(row, 'platformType'));
  if (system !== undefined) return { os: system === 'WND' ? 'windows' : 'linux' };
  return number(row, 'portForwardingInternalPort') === remoteDesktop ? { os: 'windows' } : {};
}

function portForwarding(row: Row): Pick<Server, 'portForwarding'> {
  const ip = address(row, 'portForwardingPublicIp');
  const externalPort = number(row, 'portForwardingExternalPort');
  const internalPort = number(row, 'portForwardingInternalPort');
  return ip && externalPort && internalPort ? { portForwarding: { ip, externalPort, internalPort } } : {};
}

function optional<K extends string>(key: K, value: string): { readonly [P in K]?: string } {
  return (value === '' ? {} : { [key]: value }) as { readonly [P in K]?: string };
}

function text(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function address(row: Row, field: string): string {
  return ipOf(text(row, field));
}

function number(row: Row, field: string): number {
  const value = Number(row[field]);
  return Number.isFinite(value) ? value : 0;
}

function code(row: Row, field: string): string {
  return text(nested(row, field), 'code');
}

function nested(row: Row, field: string): Row {
  const value = row[field];
  return typeof value === 'object' && value !== null ? (value as Row) : {};
}
