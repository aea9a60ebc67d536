/** A client of the sandbox's tests: signs by its own means, so that a fault in the product's signature shows. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { TestContext } from 'node:test';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A sandbox that is stopped when the test is over. */
export async function sandboxFor(t: TestContext, options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  t.after(() => sandbox.stop());
  return sandbox;
}

export function signatureOf(method: string, target: string, timestamp: string, accessKey: string, secretKey: string) {
  return createHmac('sha256', secretKey).update(`${method} ${target}\n${timestamp}\n${accessKey}`).digest('base64');
}

/** The three headers of a genuine request. */
export function signedHeaders(sandbox: Sandbox, method: string, target: string, now = Date.now()) {
  const timestamp = String(now);
  return {
    'x-ncp-apigw-timestamp': timestamp,
    'x-ncp-iam-access-key': sandbox.accessKey,
    'x-ncp-apigw-signature-v2': signatureOf(method, target, timestamp, sandbox.accessKey, sandbox.secretKey),
  };
}

/** One request on a connection of its own. @throws when the connection breaks. */
export function send(
  sandbox: Sandbox,
  method: string,
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): Promise<Reply> {
  const { hostname, port } = new URL(sandbox.endpoint);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path: target, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const bases: Readonly<Record<string, string>> = {
  server: '/server/v2',
  vserver: '/vserver/v2',
  vpc: '/vpc/v2',
  billing: '/billing/v1/product',
};

export type Params = Readonly<Record<string, string | number | boolean>>;

/** A signed POST of an action. */
export function post(sandbox: Sandbox, service: string, action: string, params: Params = {}): Promise<Reply> {
  const target = `${bases[service]}/${action}`;
  const form = new URLSearchParams(
    Object.entries(params).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  const headers = {
    ...signedHeaders(sandbox, 'POST', target),
    'content-type': 'application/x-www-form-urlencoded',
  };
  return send(sandbox, 'POST', target, headers, form);
}

/** A signed GET of an action. */
export function get(sandbox: Sandbox, service: string, action: string, query = ''): Promise<Reply> {
  const target = `${bases[service]}/${action}${query === '' ? '' : `?${query}`}`;
  return send(sandbox, 'GET', target, signedHeaders(sandbox, 'GET', target));
}

/** Answers are read field by field and compared. */
export type Json = ReturnType<typeof JSON.parse>;

/** The unwrapped JSON answer of an action that must succeed. */
export async function ask(sandbox: Sandbox, service: string, action: string, params: Params = {}): Promise<Json> {
  const reply = await post(sandbox, service, action, { responseFormatType: 'json', ...params });
  assert.equal(reply.status, 200, `${action}: ${reply.body}`);
  return JSON.parse(reply.body)[`${action}Response`];
}

/** The return code of an action that must be refused. */
export async function refused(
  sandbox: Sandbox,
  service: string,
  action: string,
  params: Params = {},
): Promise<{ returnCode: string; returnMessage: string }> {
  const reply = await post(sandbox, service, action, { responseFormatType: 'json', ...params });
  assert.equal(reply.status, 400, `${action}: ${reply.body}`);
  return JSON.parse(reply.body).responseError;
}

/** Parameters that make one XEN server in the first public subnet. */
export async function vpcServerParams(sandbox: Sandbox): Promise<Record<string, string>> {
  const { vpcList } = await ask(sandbox, 'vpc', 'getVpcList');
  const vpcNo = vpcList[0].vpcNo;
  const { subnetList } = await ask(sandbox, 'vpc', 'getSubnetList', { vpcNo, subnetTypeCode: 'PUBLIC' });
  const { accessControlGroupList } = await ask(sandbox, 'vserver', 'getAccessControlGroupList', { vpcNo });
  return {
    vpcNo,
    subnetNo: subnetList[0].subnetNo,
    serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050',
    serverProductCode: 'SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002',
    serverName: 'test-one',
    'networkInterfaceList.1.networkInterfaceOrder': '0',
    'networkInterfaceList.1.accessControlGroupNoList.1': accessControlGroupList[0].accessControlGroupNo,
    loginKeyName: 'demo-key',
  };
}

/** As above without some of them. */
export function without(params: Record<string, string>, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)));
}
