// How the rows of servers read in a narrow view, and what their tooltips tell: words, and nothing that takes a request.
import assert from 'node:assert/strict';
import test from 'node:test';
import { NcloudClient } from '../../../../src/client/index';
import { startSandbox } from '../../../../src/sandbox/index';
import { Catalog, listServers, PriceList, type Server, toServer } from '../../../../src/servers/index';
import type { Account } from '../../../../src/ui/accounts/account';
import { accountItem } from '../../../../src/ui/accounts/item';
import { accountTooltip } from '../../../../src/ui/accounts/tooltip';
import { serverItem } from '../../../../src/ui/servers/nodes';
import { serverTooltip } from '../../../../src/ui/servers/tooltip';
import { dateWords } from '../../../../src/ui/time';

const account: Account = { id: 'a', label: 'SANDBOX VPC', site: 'sandbox', environment: 'vpc', region: 'KR' };

/** So many characters of a row of the view are seen beside a short name at its usual width, with an icon on the row. */
const seen = 31;

async function open(t: { after: (end: () => Promise<void>) => void }) {
  const sandbox = await startSandbox();
  t.after(() => sandbox.stop());
  const client = new NcloudClient(sandbox);
  let calls = 0;
  const list = client.list.bind(client);
  client.list = (...args) => {
    calls += 1;
    return list(...args);
  };
  const catalog = new Catalog(client, 'vpc', 'KR');
  const prices = new PriceList(client, true);
  return { client, catalog, prices, calls: () => calls };
}

const description = (server: Server) => String(serverItem(server, undefined, 0, false).description);

test('the address comes before the size, and a server that cannot be reached from outside says so', async (t) => {
  const { client } = await open(t);
  const running = (await listServers(client, 'vpc', 'KR')).filter(({ state }) => state === 'running');
  const [open_] = running.filter(({ publicIp }) => publicIp);
  const [closed] = running.filter(({ publicIp }) => !publicIp);
  assert.ok(open_?.publicIp && closed);
  assert.equal(description(open_).indexOf(open_.publicIp), 'running · '.length);
  assert.match(description(open_), /^running · [\d.]+ · \d+ vCPU \d+ GB$/);
  assert.ok('running · 255.255.255.255'.length <= seen);
  assert.match(description(closed), /^running · no public IP · /);
  const forwarded = { ip: '198.51.100.7', externalPort: 1025, internalPort: 22 };
  assert.match(description({ ...closed, portForwarding: forwarded }), /^running · 198\.51\.100\.7:1025 · /);
  assert.equal(description({ ...open_, state: 'stopped' }), 'stopped');
});

test('a tooltip has words in place of codes, and names once lists have told them', async (t) => {
  const { client, catalog, prices, calls } = await open(t);
  const [server] = (await listServers(client, 'vpc', 'KR')).filter(({ publicIp }) => publicIp);
  assert.ok(server?.imageNumber && server.vpcNumber && server.subnetNumber && server.product);
  const before = calls();
  const unread = serverTooltip(server, account, { catalog, prices });
  assert.equal(unread, serverTooltip(server, account, undefined));
  assert.doesNotMatch(unread, /NULL|\bRUN\b|undefined|\+0900/);
  assert.match(unread, /^State: running$/m);
  assert.match(unread, new RegExp(`^Server image number: ${server.imageNumber}$`, 'm'));
  assert.match(unread, new RegExp(`^VPC: ${server.vpcNumber}$`, 'm'));
  assert.doesNotMatch(unread, /Price/);
  assert.equal(calls(), before, 'a tooltip has asked');

  await catalog.rows('serverImageNo', {});
  await catalog.rows('vpcNo', {});
  await catalog.rows('subnetNo', { vpcNo: server.vpcNumber });
  await prices.price('KR', server.product);
  const told = serverTooltip(server, account, { catalog, prices });
  assert.match(told, /^Server image: [a-z]/m);
  assert.match(told, new RegExp(`^VPC: [a-z].* \\(${server.vpcNumber}\\)$`, 'm'));
  assert.match(told, new RegExp(`^Subnet: [a-z].* \\(${server.subnetNumber}\\)$`, 'm'));
  assert.match(told, /^Price: ≈ ₩ [\d.,]+ \/ hour/m);
});

test('an image that no list has told of is named as what it is: a number or a code', () => {
  const tooltip = (row: object) => serverTooltip(toServer('vpc', { serverName: 'web', ...row }), account, undefined);
  assert.match(tooltip({ serverImageProductCode: 'SW.A.B' }), /^Server image code: SW\.A\.B$/m);
  assert.match(tooltip({ serverImageName: 'ubuntu' }), /^Server image: ubuntu$/m);
  assert.doesNotMatch(tooltip({}), /image/);
});

test('a server of which less is known tells what is known, once', () => {
  const tooltip = (row: object) => serverTooltip(toServer('vpc', { serverName: 'web', ...row }), account, undefined);
  const size = { cpuCount: 2, memorySize: 4 * 1024 ** 3 };
  assert.match(tooltip({ ...size, serverSpecCode: 'c2-g3' }), /^Server spec: 2 vCPU 4 GB \(c2-g3\)$/m);
  assert.match(tooltip(size), /^Server spec: 2 vCPU 4 GB$/m);
  assert.doesNotMatch(tooltip({}), /Public IP/);
  const running = { serverInstanceStatus: { code: 'RUN' }, serverInstanceOperation: { code: 'NULL' } };
  assert.match(tooltip(running), /^Public IP: none$/m);
});

test('a date is told in the words of the language and the time zone of this computer; what is none as given', () => {
  assert.match(dateWords('2026-11-22T01:59:43+0900'), /^Nov 2[12], 2026, \d\d:59 \S+$/);
  assert.equal(dateWords('soon'), 'soon');
});

test('the sandbox says in its row that it is none of the real ones, and in its tooltip that it forgets', () => {
  const row = accountItem(account, false);
  assert.equal(row.description, 'simulated · KR');
  assert.ok(`${row.label} ${row.description}`.length <= seen);
  const tooltip = accountTooltip(account, undefined) ?? '';
  assert.match(
    tooltip,
    /Site: Sandbox\nEnvironment: VPC\nRegion: Korea \(KR\)\nList: not read yet\n.*Reloading the window empties it/s,
  );
  const real: Account = { ...account, label: 'company', site: 'public' };
  const told = accountTooltip(real, { readAt: Date.now(), problem: 'NCP did not answer in time.' }) ?? '';
  assert.match(told, /^company\nSite: Public\n.*List: as of \d\d:\d\d\. NCP did not answer in time\.$/s);
  assert.equal(accountTooltip(undefined, undefined), undefined);
});
