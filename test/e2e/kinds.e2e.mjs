// Every kind of server through the form: what is filled in is what is sent, what is sent is what the sandbox makes,
// and each is made once.
import assert from 'node:assert/strict';
import { FormPage } from './form-page.mjs';
import { recordSandbox } from './recorder.mjs';
import { openWorkbench } from './workbench.mjs';

const script = '#!/bin/sh\necho "made by the form" > /tmp/e2e\n';
/** What every request holds unless the form says otherwise. */
const always = {
  feeSystemTypeCode: 'MTRAT',
  isProtectServerTermination: 'false',
  responseFormatType: 'json',
  serverCreateCount: '1',
};
const inVpc = {
  ...always,
  associateWithPublicIp: 'false',
  loginKeyName: 'demo-old-key',
  'networkInterfaceList.1.networkInterfaceOrder': '0',
  regionCode: 'KR',
  vpcNo: 'demo-vpc',
};
/** What the API tells of a server in VPC unless more was asked for. */
const plainServer = {
  description: '',
  key: 'demo-old-key',
  protected: false,
  publicIp: false,
  script: '',
  placementGroup: '',
  partitions: [],
};

/**
 * Each creation: `fill` is what a person does to the form that the one before has left, `sent` the whole request and
 * `made` what the API then tells of each server, both with names in the place of the sandbox's numbers.
 */
const creations = [
  {
    account: 'VPC',
    names: ['e2e-kvm'],
    /** @param {import('./form-page.mjs').FormPage} form */
    async fill(form) {
      await form.fill({
        serverName: 'e2e-kvm',
        serverDescription: 'two interfaces',
        serverImageNo: 'ubuntu-20.04-base',
        serverSpecCode: 's4-g3',
        vpcNo: 'demo-vpc',
        subnetNo: 'demo-vpc-kr-1-public',
        'networkInterfaceList.1.accessControlGroupNoList.1': 'demo-vpc-default-acg',
        loginKeyName: 'demo-old-key',
        associateWithPublicIp: true,
      });
      await form.press('Add network interface');
      await form.fill({
        'networkInterfaceList.2.subnetNo': 'demo-vpc-kr-1-private',
        'networkInterfaceList.2.ip': '10.10.16.77',
        'networkInterfaceList.2.accessControlGroupNoList.1': 'demo-vpc-web-acg',
      });
      await form.press('Add block storage');
      await form.fill({
        'blockStorageMappingList.1.order': '0',
        'blockStorageMappingList.1.blockStorageSize': '20',
        'blockStorageMappingList.1.blockStorageVolumeTypeCode': 'CB1',
      });
      await form.press('Add block storage');
      await form.fill({
        'blockStorageMappingList.2.order': '1',
        'blockStorageMappingList.2.blockStorageSize': '50',
        'blockStorageMappingList.2.blockStorageName': 'e2e-data',
        'blockStorageMappingList.2.blockStorageVolumeTypeCode': 'FB1',
      });
    },
    sent: {
      ...inVpc,
      serverName: 'e2e-kvm',
      serverDescription: 'two interfaces',
      serverImageNo: '17552318',
      serverSpecCode: 's4-g3',
      subnetNo: 'demo-vpc-kr-1-public',
      associateWithPublicIp: 'true',
      'networkInterfaceList.1.accessControlGroupNoList.1': 'demo-vpc-default-acg',
      'networkInterfaceList.2.networkInterfaceOrder': '1',
      'networkInterfaceList.2.subnetNo': 'demo-vpc-kr-1-private',
      'networkInterfaceList.2.ip': '10.10.16.77',
      'networkInterfaceList.2.accessControlGroupNoList.1': 'demo-vpc-web-acg',
      'blockStorageMappingList.1.order': '0',
      'blockStorageMappingList.1.blockStorageSize': '20',
      'blockStorageMappingList.1.blockStorageVolumeTypeCode': 'CB1',
      'blockStorageMappingList.2.order': '1',
      'blockStorageMappingList.2.blockStorageSize': '50',
      'blockStorageMappingList.2.blockStorageName': 'e2e-data',
      'blockStorageMappingList.2.blockStorageVolumeTypeCode': 'FB1',
    },
    made: {
      ...plainServer,
      description: 'two interfaces',
      kind: 'KVM 17552318 s4-g3',
      publicIp: true,
      interfaces: [
        'eth0 demo-vpc-kr-1-public demo-vpc-default-acg',
        'eth1 demo-vpc-kr-1-private demo-vpc-web-acg 10.10.16.77',
      ],
      storages: ['CB1 20 GB', 'FB1 50 GB e2e-data'],
    },
  },
  {
    account: 'VPC',
    names: ['e2e-xen'],
    // The storage stays in the form; it means nothing to XEN and is not sent.
    /** @param {import('./form-page.mjs').FormPage} form */
    async fill(form) {
      await form.press('Remove network interface eth1');
      await form.choose('serverImageProductCode');
      await form.fill({
        serverName: 'e2e-xen',
        serverDescription: 'by product codes',
        serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050',
        serverProductCode: 'SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002',
        initScriptNo: 'demo-linux-hello',
        placementGroupNo: 'demo-spread-1',
        isProtectServerTermination: true,
        associateWithPublicIp: false,
      });
    },
    sent: {
      ...inVpc,
      serverName: 'e2e-xen',
      serverDescription: 'by product codes',
      serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050',
      serverProductCode: 'SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002',
      subnetNo: 'demo-vpc-kr-1-public',
      isEncryptedBaseBlockStorageVolume: 'false',
      'networkInterfaceList.1.accessControlGroupNoList.1': 'demo-vpc-default-acg',
      initScriptNo: 'demo-linux-hello',
      placementGroupNo: 'demo-spread-1',
      isProtectServerTermination: 'true',
    },
    made: {
      ...plainServer,
      description: 'by product codes',
      kind: 'XEN SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050 SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002',
      protected: true,
      script: 'demo-linux-hello',
      placementGroup: 'demo-spread-1',
      interfaces: ['eth0 demo-vpc-kr-1-public demo-vpc-default-acg'],
      storages: ['SSD 50 GB'],
    },
  },
  {
    account: 'VPC',
    names: ['e2e-metal'],
    /** @param {import('./form-page.mjs').FormPage} form */
    async fill(form) {
      await form.fill({
        serverName: 'e2e-metal',
        serverDescription: 'two partitions',
        serverImageProductCode: 'SW.VSVR.BM.LNX64.ROCKY.0810.G001',
        serverProductCode: 'SVR.VSVR.BM.C048.M512.LOCAL.SSD.B15564.G001',
        subnetNo: 'demo-vpc-kr-1-bm',
        initScriptNo: '',
        placementGroupNo: '',
        isProtectServerTermination: false,
        raidTypeName: 'RAID 1+0',
      });
      await form.press('Add partition');
      await form.fill({
        'blockDevicePartitionList.1.mountPoint': '/',
        'blockDevicePartitionList.1.partitionSize': '100',
      });
      await form.press('Add partition');
      await form.fill({
        'blockDevicePartitionList.2.mountPoint': '/data',
        'blockDevicePartitionList.2.partitionSize': '200',
      });
    },
    sent: {
      ...inVpc,
      serverName: 'e2e-metal',
      serverDescription: 'two partitions',
      serverImageProductCode: 'SW.VSVR.BM.LNX64.ROCKY.0810.G001',
      serverProductCode: 'SVR.VSVR.BM.C048.M512.LOCAL.SSD.B15564.G001',
      subnetNo: 'demo-vpc-kr-1-bm',
      'networkInterfaceList.1.accessControlGroupNoList.1': 'demo-vpc-default-acg',
      raidTypeName: '1',
      'blockDevicePartitionList.1.mountPoint': '/',
      'blockDevicePartitionList.1.partitionSize': '100',
      'blockDevicePartitionList.2.mountPoint': '/data',
      'blockDevicePartitionList.2.partitionSize': '200',
    },
    made: {
      ...plainServer,
      description: 'two partitions',
      kind: 'BM SW.VSVR.BM.LNX64.ROCKY.0810.G001 SVR.VSVR.BM.C048.M512.LOCAL.SSD.B15564.G001',
      partitions: ['/ 100', '/data 200'],
      interfaces: ['eth0 demo-vpc-kr-1-bm demo-vpc-default-acg'],
      storages: [],
    },
  },
  {
    account: 'VPC',
    names: ['e2e-web001', 'e2e-web002', 'e2e-web003'],
    /** @param {import('./form-page.mjs').FormPage} form */
    async fill(form) {
      await form.choose('serverImageNo');
      await form.press('Remove block storage 2');
      await form.press('Remove block storage 1');
      await form.fill({
        serverName: 'e2e-web',
        serverDescription: '',
        serverCreateCount: '3',
        serverCreateStartNo: '1',
        serverImageNo: 'rocky-8.10-base · KVM',
        serverSpecCode: 'c2-g3',
        subnetNo: 'demo-vpc-kr-2-private',
        'networkInterfaceList.1.accessControlGroupNoList.1': 'demo-vpc-web-acg',
      });
    },
    sent: {
      ...inVpc,
      serverName: 'e2e-web',
      serverCreateCount: '3',
      serverCreateStartNo: '1',
      serverImageNo: '25495367',
      serverSpecCode: 'c2-g3',
      subnetNo: 'demo-vpc-kr-2-private',
      'networkInterfaceList.1.accessControlGroupNoList.1': 'demo-vpc-web-acg',
    },
    made: {
      ...plainServer,
      kind: 'KVM 25495367 c2-g3',
      interfaces: ['eth0 demo-vpc-kr-2-private demo-vpc-web-acg'],
      storages: ['CB1 10 GB'],
    },
  },
  {
    account: 'Classic',
    names: ['e2e-classic'],
    /** @param {import('./form-page.mjs').FormPage} form */
    async fill(form) {
      await form.fill({
        serverName: 'e2e-classic',
        serverImageProductCode: 'ubuntu-16.04-64-server',
        serverProductCode: 'SPSVRSSD00000003',
        zoneNo: 'KR-2',
        'accessControlGroupConfigurationNoList.1': 'ncloud-default-acg',
        userData: script,
      });
      await form.press('Add firewall (ACG)');
      await form.fill({ 'accessControlGroupConfigurationNoList.2': 'demo-web-acg' });
      await form.press('Add tag');
      await form.fill({ 'instanceTagList.1.tagKey': 'team', 'instanceTagList.1.tagValue': 'e2e' });
      await form.press('Add tag');
      await form.fill({ 'instanceTagList.2.tagKey': 'tier', 'instanceTagList.2.tagValue': '웹' });
    },
    sent: {
      ...always,
      serverName: 'e2e-classic',
      serverImageProductCode: 'SPSW0LINUX000067',
      serverProductCode: 'SPSVRSSD00000003',
      loginKeyName: 'demo-classic-key',
      zoneNo: '3',
      'accessControlGroupConfigurationNoList.1': 'ncloud-default-acg',
      'accessControlGroupConfigurationNoList.2': 'demo-web-acg',
      userData: Buffer.from(script).toString('base64'),
      'instanceTagList.1.tagKey': 'team',
      'instanceTagList.1.tagValue': 'e2e',
      'instanceTagList.2.tagKey': 'tier',
      'instanceTagList.2.tagValue': '웹',
    },
    made: {
      kind: 'ubuntu-16.04-64-server SPSVRSSD00000003',
      key: 'demo-classic-key',
      zone: 'KR-2',
      accessControlGroups: ['ncloud-default-acg', 'demo-web-acg'],
      script,
      tags: ['team=e2e', 'tier=웹'],
    },
  },
];

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'Kinds: KVM, XEN, bare metal and three at once in VPC, and Classic, each once and as the form says',
    async run(tools) {
      const record = recordSandbox(tools.editor);
      const workbench = await openWorkbench(tools);
      await workbench.openView('NCLOUD');
      await workbench.page.locator('.welcome-view-content a', { hasText: 'Try it without an account' }).click();
      await workbench.treeRow('Classic').first().waitFor();

      let form;
      for (const { account, names, fill, sent } of creations) {
        if (form?.account !== account) form = await FormPage.open(workbench, account);
        await fill(form);
        await workbench.screenshot(`kinds-${names[0]}`);
        const question = await form.create();
        for (const name of names) assert.ok(question.includes(name), question);
        const requests = record.creations();
        assert.equal(requests.length, creations.findIndex((creation) => creation.names === names) + 1);
        const { path, params } = requests.at(-1) ?? assert.fail('nothing was sent');
        assert.match(path, account === 'VPC' ? /^\/vserver\/v2\// : /^\/server\/v2\//);
        const known = await readNames(record.client());
        const named = Object.entries(params).map(([name, value]) => [name, known.get(value) ?? value]);
        assert.deepEqual(Object.fromEntries(named), sent);
      }

      const wanted = creations.flatMap(({ account, names, made }) => names.map((name) => ({ account, name, made })));
      for (const { name } of wanted) {
        await workbench.treeRow(name).filter({ hasText: 'running' }).first().waitFor();
      }
      const commits = record.commits();
      assert.equal(commits.length, wanted.length, 'each server is made once, and nothing else happens');
      const client = record.client();
      const known = await readNames(client);
      for (const [place, { account, name, made }] of wanted.entries()) {
        const { action, serverInstanceNo } = commits[place];
        assert.equal(action, 'createServerInstances');
        const read = account === 'VPC' ? readVpc : readClassic;
        assert.deepEqual(await read(client, known, serverInstanceNo), { name, ...made });
      }
      await workbench.screenshot('kinds-running');
      await workbench.close();
    },
  },
];

/**
 * The client; the rows of its lists are taken as they come.
 * @typedef {{list(service: string, action: string, params?: object): Promise<Record<string, any>[]>}} Asked
 */

/**
 * Names of what the sandbox has numbered itself, by number.
 * @param {Asked} client
 */
async function readNames(client) {
  const region = { regionCode: 'KR' };
  const lists = await Promise.all([
    client.list('vpc', 'getVpcList', region),
    client.list('vpc', 'getSubnetList', region),
    client.list('vserver', 'getAccessControlGroupList', region),
    client.list('vserver', 'getInitScriptList', region),
    client.list('vserver', 'getPlacementGroupList', region),
    client.list('server', 'getAccessControlGroupList'),
  ]);
  const field = (row, ending) => row[Object.keys(row).find((name) => ending.test(name)) ?? ''];
  return new Map(
    lists.flatMap((rows, list) =>
      rows.map((row) => [field(row, list === 1 ? /^subnetNo$/ : /No$/), field(row, /Name$/)]),
    ),
  );
}

/**
 * @param {Asked} client
 * @param {Map<string, string>} known
 * @param {string} serverInstanceNo
 */
async function readVpc(client, known, serverInstanceNo) {
  const region = { regionCode: 'KR' };
  const [[server], interfaces, storages] = await Promise.all([
    client.list('vserver', 'getServerInstanceList', { ...region, serverInstanceNoList: [serverInstanceNo] }),
    client.list('vserver', 'getNetworkInterfaceList', { ...region, instanceNo: serverInstanceNo }),
    client.list('vserver', 'getBlockStorageInstanceList', { ...region, serverInstanceNo }),
  ]);
  const named = (number) => known.get(number) ?? number;
  const words = (...parts) => parts.filter((part) => part !== undefined).join(' ');
  const hypervisor = server.hypervisorType.code;
  return {
    name: server.serverName,
    description: server.serverDescription,
    kind:
      hypervisor === 'KVM'
        ? words(hypervisor, server.serverImageNo, server.serverSpecCode)
        : words(hypervisor, server.serverImageProductCode, server.serverProductCode),
    key: server.loginKeyName,
    protected: server.isProtectServerTermination,
    publicIp: server.publicIp !== '',
    script: named(server.initScriptNo),
    placementGroup: named(server.placementGroupNo),
    partitions: server.blockDevicePartitionList.map(({ mountPoint, partitionSize }) =>
      words(mountPoint, partitionSize),
    ),
    // Only of further interfaces an address was asked for.
    interfaces: interfaces.map(({ deviceName, subnetNo, accessControlGroupNoList, ip }) =>
      words(
        deviceName,
        named(subnetNo),
        ...accessControlGroupNoList.map(named),
        deviceName === 'eth0' ? undefined : ip,
      ),
    ),
    // A base storage is named after its server.
    storages: storages.map(({ blockStorageVolumeType, blockStorageSize, blockStorageName }) =>
      words(
        blockStorageVolumeType.code,
        `${blockStorageSize / 1024 ** 3} GB`,
        blockStorageName === server.serverName ? undefined : blockStorageName,
      ),
    ),
  };
}

/**
 * @param {Asked} client
 * @param {unknown} _known
 * @param {string} serverInstanceNo
 */
async function readClassic(client, _known, serverInstanceNo) {
  const place = { regionNo: '1', zoneNo: '3' };
  const [server] = await client.list('server', 'getServerInstanceList', {
    ...place,
    serverInstanceNoList: [serverInstanceNo],
  });
  return {
    name: server.serverName,
    kind: `${server.serverImageName} ${server.serverProductCode}`,
    key: server.loginKeyName,
    zone: server.zone.zoneCode,
    accessControlGroups: server.accessControlGroupList.map((group) => group.accessControlGroupName),
    script: Buffer.from(server.userData, 'base64').toString(),
    tags: server.instanceTagList.map(({ tagKey, tagValue }) => `${tagKey}=${tagValue}`),
  };
}
