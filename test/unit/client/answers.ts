/** Writes decoded answers the way NCP does, as JSON and as XML, and makes up servers. */
import { itemName } from '../../../src/reference';

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => signs[sign] ?? sign);
}

function element(name: string, value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => element(itemName(name), item, `${indent}  `)).join('');
    return `${indent}<${name}>${items === '' ? '' : `\n${items}${indent}`}</${name}>\n`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([field, item]) => element(field, item, `${indent}  `));
    return `${indent}<${name}>${fields.length === 0 ? '' : `\n${fields.join('')}${indent}`}</${name}>\n`;
  }
  return `${indent}<${name}>${escaped(String(value))}</${name}>\n`;
}

export function toXml(root: string, answer: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, answer, '')}`;
}

export function toJson(root: string, answer: object): string {
  return JSON.stringify({ [root]: answer }, undefined, 2);
}

const code = (text: string, codeName: string) => ({ code: text, codeName });

/** A VPC server with all fields that a KVM server has. */
export function server(index: number): Record<string, unknown> {
  return {
    serverInstanceNo: String(3081226 + index),
    serverName: `web-${index}`,
    serverDescription: index % 3 === 0 ? '' : '한국어 설명 & more',
    cpuCount: 2,
    memorySize: 4294967296,
    platformType: code('LNX64', 'Linux 64 Bit'),
    loginKeyName: 'my-key',
    publicIpInstanceNo: '',
    publicIp: '192.0.2.10',
    serverInstanceStatus: code('RUN', 'Server RUN State'),
    serverInstanceOperation: code('NULL', 'Server NULL OP'),
    serverInstanceStatusName: 'running',
    createDate: '2026-05-26T14:30:13+0900',
    uptime: '2026-05-26T14:36:13+0900',
    serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2204.G003',
    serverProductCode: 'SVR.VSVR.HICPU.C002.M004.G003',
    isProtectServerTermination: index % 2 === 0,
    zoneCode: 'KR-1',
    regionCode: 'KR',
    vpcNo: '12001',
    subnetNo: '23001',
    networkInterfaceNoList: [String(348071 + index)],
    initScriptNo: '',
    serverInstanceType: code('HICPU', 'High CPU'),
    baseBlockStorageDiskType: code('NET', 'Network Storage'),
    baseBlockStorageDiskDetailType: code('SSD', 'SSD'),
    placementGroupNo: '',
    placementGroupName: '',
    memberServerImageInstanceNo: '',
    hypervisorType: code('KVM', 'KVM'),
    serverImageNo: '25495367',
    serverSpecCode: 'c2-g3',
  };
}

/** The answer to a list of that many VPC servers, in the field order of JSON answers. */
export function serverAnswer(count: number): Record<string, unknown> {
  return {
    totalRows: count,
    serverInstanceList: Array.from({ length: count }, (_, index) => server(index)),
    requestId: 'db3554e2-b268-4a5f-a72c-f71383203588',
    returnCode: '0',
    returnMessage: 'success',
  };
}
