import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { concreteName, createParameters } from '../../../../src/reference/index';
import { createRequest } from '../../../../src/servers/creation/create';
import type { ExportRequest } from '../../../../src/servers/exports/request';
import { terraform, terraformImport } from '../../../../src/servers/exports/terraform';
import { type HclBlock, type HclValue, readHcl } from '../../../support/hcl';
import { unformatted } from '../../../support/hcl-format';

const interpolation = ['$', '{file("/etc/passwd")}'].join('');
const nasty: readonly (readonly [name: string, text: string])[] = JSON.parse(
  readFileSync('test/fixtures/nasty-strings.json', 'utf8'),
);
const hostile = [
  interpolation,
  `$${interpolation}`,
  `$$${interpolation}`,
  '%{ for x in y }',
  '%%{ if true }',
  '"}\nresource "ncloud_login_key" "x" {\nname = "',
  'a\\" b',
  'a\\',
  'a\nb\r\n\tc',
  '\u0000\u0007\b\f\u001b[31m\u007f',
  '# not a comment',
  '/* */ //',
  '<<EOF\nEOF',
  '한글 이름 😀',
  '\ud800',
  '\u2028',
  '',
  ...nasty.map(([, text]) => text),
];

function request(more: Record<string, string>, names = ['web-1'], rest: Partial<ExportRequest> = {}): ExportRequest {
  const values = { regionCode: 'KR', subnetNo: '2', serverName: 'web-1', ...more };
  return { environment: 'vpc', endpoint: 'https://ncloud.apigw.ntruss.com', values, names, ...rest };
}

function blocksOf(text: string, type: string): HclBlock[] {
  return readHcl(text).blocks.filter((block) => block.labels[0] === type || block.type === type);
}

function server(text: string): Readonly<Record<string, HclValue>> {
  const [block] = blocksOf(text, 'ncloud_server');
  assert.ok(block);
  return block.body.attributes;
}

test('a request becomes a server with what it needs', () => {
  const text = terraform(
    request(
      {
        serverImageNo: '16187005',
        serverSpecCode: 's2-g3',
        vpcNo: '1',
        serverName: 'web-',
        serverCreateCount: '2',
        isProtectServerTermination: 'true',
        associateWithPublicIp: 'false',
        'networkInterfaceList.1.networkInterfaceOrder': '0',
        'networkInterfaceList.1.accessControlGroupNoList.1': '3',
        'networkInterfaceList.2.networkInterfaceOrder': '1',
        'networkInterfaceList.2.networkInterfaceNo': '77',
      },
      ['web-001', 'web-002'],
    ),
    'public',
    'KR',
  );
  const servers = blocksOf(text, 'ncloud_server');
  assert.deepEqual(
    servers.map(({ labels, body }) => [labels, body.attributes.name]),
    [
      [['ncloud_server', 'web-001'], 'web-001'],
      [['ncloud_server', 'web-002'], 'web-002'],
    ],
  );
  assert.deepEqual(servers[1]?.body, {
    attributes: {
      name: 'web-002',
      subnet_no: '2',
      server_image_number: '16187005',
      server_spec_code: 's2-g3',
      is_protect_server_termination: true,
    },
    blocks: [
      {
        type: 'network_interface',
        labels: [],
        body: {
          attributes: { network_interface_no: { ref: 'ncloud_network_interface.web-002_eth0.id' }, order: 0 },
          blocks: [],
        },
      },
      {
        type: 'network_interface',
        labels: [],
        body: { attributes: { network_interface_no: '77', order: 1 }, blocks: [] },
      },
    ],
  });
  const [first, ...others] = blocksOf(text, 'ncloud_network_interface');
  assert.deepEqual(first?.body.attributes, { subnet_no: '2', access_control_groups: ['3'] });
  assert.equal(others.length, 1);
  const [provider] = blocksOf(text, 'provider');
  assert.deepEqual(provider?.body.attributes, { region: 'KR', site: 'public' });
});

test('a new public IP is a resource that refers to the server', () => {
  const [ip] = blocksOf(terraform(request({ associateWithPublicIp: 'true' }), 'gov', 'KR'), 'ncloud_public_ip');
  assert.deepEqual(ip?.body.attributes, { server_instance_no: { ref: 'ncloud_server.web-1.id' } });
});

test('Classic names its zone by code, its firewalls and its tags', () => {
  const classic = request(
    {
      zoneNo: '2',
      'accessControlGroupConfigurationNoList.1': '9',
      'instanceTagList.1.tagKey': 'a',
      'instanceTagList.1.tagValue': 'b',
    },
    ['web-1'],
    { environment: 'classic', zoneCode: 'KR-1' },
  );
  const text = terraform(classic, 'public', 'KR');
  const attributes = server(text);
  assert.equal(attributes.zone, 'KR-1');
  assert.deepEqual(attributes.access_control_group_configuration_no_list, ['9']);
  assert.equal(blocksOf(text, 'provider')[0]?.body.attributes.support_vpc, false);
});

test('what the provider cannot express is said', () => {
  assert.match(terraform(request({ fabricClusterPoolNo: '1' }), 'public', 'KR'), /# fabricClusterPoolNo is part/);
});

/** The comments of a configuration. */
const comments = (text: string) => text.split('\n').filter((line) => /^\s*#/.test(line));

test('a script that would have a public IP at once is told that it has none yet', () => {
  const said = /script runs before ncloud_public_ip exists, and therefore without the internet/;
  const block = (more: Record<string, string>) => {
    const text = terraform(request(more), 'public', 'KR');
    assert.equal(readHcl(text).blocks.length, more.associateWithPublicIp === 'true' ? 4 : 3);
    return text.slice(text.indexOf('resource "ncloud_server"')).split('\n}\n')[0] ?? '';
  };
  assert.match(block({ initScriptNo: '7', associateWithPublicIp: 'true' }), said);
  for (const more of [
    { initScriptNo: '7', associateWithPublicIp: 'false' },
    { associateWithPublicIp: 'true' },
    { initScriptNo: '', associateWithPublicIp: 'true' },
  ]) {
    assert.doesNotMatch(block(more), said);
  }
});

test('what is made in another order, or one by one, is said', () => {
  const several = terraform(request({ associateWithPublicIp: 'true' }, ['web-001', 'web-002']), 'public', 'KR');
  assert.ok(
    comments(several).some((line) => /these 2 servers at once.*each is made by a request of its own/.test(line)),
  );
  assert.equal(comments(several).filter((line) => /Comes when the server runs/.test(line)).length, 2);
  const one = terraform(request({ 'networkInterfaceList.1.networkInterfaceOrder': '0' }), 'public', 'KR');
  assert.ok(comments(one).some((line) => /Made before the server/.test(line)));
  assert.ok(!comments(one).some((line) => /at once/.test(line)));
});

test('the base storage has arguments, in a provider that knows them; other storages are told', () => {
  const storages = {
    serverImageNo: '16187005',
    'blockStorageMappingList.1.order': '0',
    'blockStorageMappingList.1.blockStorageSize': '100',
    'blockStorageMappingList.1.blockStorageVolumeTypeCode': 'CB1',
    'blockStorageMappingList.1.blockStorageName': 'root',
    'blockStorageMappingList.2.order': '1',
    'blockStorageMappingList.2.blockStorageSize': '200',
  };
  const text = terraform(request(storages), 'public', 'KR');
  assert.equal(server(text).base_block_storage_size, 100);
  assert.equal(server(text).base_block_storage_volume_type, 'CB1');
  assert.match(text, /version = "> 4\.0\.5"/);
  assert.match(text, /# blockStorageMappingList\.1\.blockStorageName is part of the request, but/);
  assert.match(text, /# blockStorageMappingList\.2 is part of the request, but .* ncloud_block_storage/);
  assert.doesNotMatch(text, /200/);
  const without = terraform(
    request({ ...storages, serverImageNo: '', memberServerImageInstanceNo: '9' }),
    'public',
    'KR',
  );
  assert.equal(server(without).base_block_storage_size, undefined);
  assert.match(without, /# blockStorageMappingList\.1\.blockStorageSize is part of the request, but/);
  assert.match(without, /version = ">= 4\.0\.0"/);
  const odd = request({ ...storages, 'blockStorageMappingList.1.blockStorageSize': '1\n x = 2' });
  assert.equal(server(terraform(odd, 'public', 'KR')).base_block_storage_size, '1\n x = 2');
});

test("Classic's user data is the script itself, which the provider encodes", () => {
  const script = `#!/bin/sh\necho 안녕 ${interpolation}\n`;
  const { params } = createRequest('classic', '1', { userData: script }, { environment: 'classic', rows: {} });
  const text = terraform(
    request({ userData: params.userData ?? '' }, ['web-1'], { environment: 'classic' }),
    'public',
    'KR',
  );
  assert.equal(server(text).user_data, script);
});

/** What stands in a configuration for a parameter without its value. */
const standIns: Readonly<Record<string, RegExp>> = {
  vpcNo: /subnet_no += "/,
  serverName: /name += "web-1"/,
  serverCreateCount: /name += "web-1"/,
  serverCreateStartNo: /name += "web-1"/,
  associateWithPublicIp: /resource "ncloud_public_ip"/,
  regionCode: /region += "KR"/,
  'blockStorageMappingList.N.order': /# blockStorageMappingList\.1 is part|base_block_storage_/,
};

for (const environment of ['vpc', 'classic'] as const) {
  for (const { name, supplied, type } of createParameters[environment]) {
    if (supplied) continue;
    test(`${environment}: ${name} is in the configuration, or is said to be left out`, () => {
      const wire = concreteName(name, 1, 1);
      const value = type === 'boolean' ? 'true' : type === 'integer' ? '4711' : 'marker-4711';
      const values: Record<string, string> = { serverName: 'web-1', subnetNo: '2', [wire]: value };
      if (/^blockStorageMappingList\.1\.(?!order)/.test(wire)) values['blockStorageMappingList.1.order'] = '0';
      const text = terraform({ ...request({}), environment, values }, 'public', 'KR');
      assert.ok(readHcl(text).blocks.length >= 3);
      const written = new RegExp(`= \\[?"?${value}"?`).test(text.replace(/is_\w+ = false/g, ''));
      const isSaid = comments(text).some(
        (line) => line.includes(`# ${wire} is`) || line.includes(`# ${wire.split('.')[0]} is`),
      );
      assert.ok(written || isSaid || standIns[name]?.test(text), text);
    });
  }
}

test('hostile texts stay text', () => {
  for (const value of hostile) {
    const text = terraform(request({ serverDescription: value, loginKeyName: value }, [value]), 'public', 'KR');
    const attributes = server(text);
    const expected = value.replace('\ud800', '\ufffd');
    assert.equal(attributes.description, expected, JSON.stringify(value));
    assert.equal(attributes.name, expected);
    assert.equal(readHcl(text).blocks.length, 3, JSON.stringify(value));
  }
});

test("Terraform's own parser reads what is exported", async () => {
  for (const value of hostile) {
    const more = { serverDescription: value, associateWithPublicIp: 'true' };
    const config = await parse('server.tf', terraform(request(more, [value]), 'public', 'KR'));
    const [created] = Object.values<Record<string, unknown>[]>(config.resource.ncloud_server).flat();
    assert.ok(created && 'description' in created, JSON.stringify(value));
    const existing = terraformImport(
      'vpc',
      [{ number: '100', name: value, values: { subnetNo: '2' } }],
      'public',
      'KR',
    );
    assert.equal((await parse('import.tf', existing)).import[0].id, '100');
  }
  await assert.rejects(parse('broken.tf', 'resource "ncloud_server" "web" {'));
});

test('any text survives, as the name of a server too', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .array(fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', 'b', 'f', 'u'), { maxLength: 12 })
      .map((list) => list.join('')),
  );
  fc.assert(
    fc.property(texts, (value) => {
      assert.equal(server(terraform(request({ serverDescription: value }, [value]), 'public', 'KR')).name, value);
    }),
    { numRuns: 300 },
  );
});

test('values that should be numbers or true and false are quoted when they are not', () => {
  const text = terraform(
    request({
      isProtectServerTermination: 'true\n  x = 1',
      'networkInterfaceList.1.networkInterfaceOrder': '0 # ',
      'networkInterfaceList.1.networkInterfaceNo': '5',
    }),
    'public',
    'KR',
  );
  assert.equal(server(text).is_protect_server_termination, 'true\n  x = 1');
});

test('servers that exist get an import block and what is known of them', () => {
  const values = {
    subnetNo: '2',
    loginKeyName: 'my-key',
    'networkInterfaceList.1.networkInterfaceOrder': '0',
    'networkInterfaceList.1.networkInterfaceNo': '77',
  };
  const text = terraformImport(
    'vpc',
    [
      { number: '100', name: 'web 1', values },
      { number: '101', name: 'web_1', values: {} },
    ],
    'fin',
    'FKR',
  );
  const imports = blocksOf(text, 'import').map(({ body }) => body.attributes);
  assert.deepEqual(imports, [
    { to: { ref: 'ncloud_server.web_1' }, id: '100' },
    { to: { ref: 'ncloud_server.web_1_2' }, id: '101' },
  ]);
  const [first, second] = blocksOf(text, 'ncloud_server');
  assert.deepEqual(first?.labels, ['ncloud_server', 'web_1']);
  assert.equal(first?.body.attributes.login_key_name, 'my-key');
  assert.equal(first?.body.blocks[0]?.body.attributes.network_interface_no, '77');
  assert.deepEqual(second?.body, { attributes: { name: 'web_1' }, blocks: [] });
});

test('what is not taken over with a server that exists is said', () => {
  const values = { subnetNo: '2', initScriptNo: '7', associateWithPublicIp: 'true' };
  const text = terraformImport('vpc', [{ number: '100', name: 'web-1', values }], 'public', 'KR');
  assert.ok(comments(text).some((line) => /public IP of this server .* is not taken over/.test(line)));
  assert.ok(comments(text).some((line) => /Left out is what NCP does not tell/.test(line)));
  assert.ok(!comments(text).some((line) => /script runs before/.test(line)));
  assert.equal(blocksOf(text, 'ncloud_public_ip').length, 0);
});

test('the reader refuses what Terraform would refuse or run', () => {
  const refused = [
    'a = "x',
    `a = "${interpolation}"`,
    'a = "%{ if true }"',
    'a = "\\x"',
    'a = "\\ud800"',
    'a = [1 2]',
    'a = 1 b = 2',
    'a = 1\na = 2',
    'resource "x" {\n',
    '}',
    'a = b',
    'a = ',
    '1 = 2',
  ];
  for (const text of refused) assert.throws(() => readHcl(text), JSON.stringify(text));
});

const storages = {
  'blockStorageMappingList.1.order': '1',
  'blockStorageMappingList.1.blockStorageSize': '50',
  'blockStorageMappingList.1.blockStorageVolumeTypeCode': 'CB2',
  'blockStorageMappingList.1.blockStorageName': 'data',
  'blockStorageMappingList.2.order': '2',
  'blockStorageMappingList.2.blockStorageVolumeTypeCode': 'CB1',
  'blockStorageMappingList.3.order': '3',
  'blockStorageMappingList.3.blockStorageSize': '10',
  'blockStorageMappingList.3.blockStorageVolumeTypeCode': 'CB1',
  'blockStorageMappingList.3.emptyBlockStorage': 'true',
};

test('a storage beside the base one is a resource, if the provider can make such a one', () => {
  const text = terraform(request(storages, ['web-001', 'web-002'], { zoneCode: 'KR-1' }), 'public', 'KR');
  const blocks = blocksOf(text, 'ncloud_block_storage');
  assert.deepEqual(
    blocks.map(({ labels }) => labels[1]),
    ['web-001_storage1', 'web-002_storage1'],
  );
  assert.deepEqual(blocks[1]?.body.attributes, {
    server_instance_no: { ref: 'ncloud_server.web-002.id' },
    hypervisor_type: 'KVM',
    zone: 'KR-1',
    size: 50,
    name: 'data',
    volume_type: 'CB2',
  });
  assert.match(text, /version = ">= 4\.0\.5"/);
  assert.equal(server(text).zone, undefined);
  for (const left of [2, 3]) {
    assert.ok(comments(text).some((line) => line.includes(`# blockStorageMappingList.${left} is part of the request`)));
  }
  const unknown = terraform(request(storages), 'public', 'KR');
  assert.equal(blocksOf(unknown, 'ncloud_block_storage').length, 0);
  assert.ok(comments(unknown).some((line) => line.includes('# blockStorageMappingList.1 is part of the request')));
});

test('a script that runs before its storages are attached is said to', () => {
  const said = /script runs before ncloud_block_storage is attached/;
  const text = (more: object) =>
    terraform(request({ ...storages, ...more }, ['a'], { zoneCode: 'KR-1' }), 'public', 'KR');
  assert.match(text({ initScriptNo: '7' }), said);
  assert.doesNotMatch(text({}), said);
});

test('a storage is a resource for its size only when that is a number', () => {
  const odd = { ...storages, 'blockStorageMappingList.1.blockStorageSize': '1\n x = 2' };
  const text = terraform(request(odd, ['a'], { zoneCode: 'KR-1' }), 'public', 'KR');
  assert.equal(blocksOf(text, 'ncloud_block_storage').length, 0);
});

for (const environment of ['vpc', 'classic'] as const) {
  test(`${environment}: whatever it holds, a configuration is as terraform fmt leaves it`, () => {
    const values = fc.dictionary(
      fc
        .tuple(fc.constantFrom(...createParameters[environment]), fc.nat(2), fc.nat(2))
        .map(([{ name }, item, inner]) => concreteName(name, item + 1, inner + 1)),
      fc.oneof(
        fc.constantFrom('true', 'false', '0', '1', '50', 'CB1', 'a = b', '[', '{', '# x', ...hostile),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      ),
      { maxKeys: 25 },
    );
    const names = fc.array(fc.constantFrom('web', 'web-001', 'a = {', ...hostile), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(values, names, fc.constantFrom('KR-1', undefined), (given, called, zoneCode) => {
        const more = { environment, values: given, ...(zoneCode === undefined ? {} : { zoneCode }) };
        const made = terraform({ ...request({}, called), ...more }, 'public', 'KR');
        const taken = called.map((name, place) => ({ number: String(place), name, values: given }));
        for (const text of [made, terraformImport(environment, taken, 'gov', 'KR')]) {
          assert.deepEqual(unformatted(text), [], text);
          readHcl(text);
        }
      }),
      { numRuns: 150 },
    );
  });
}

test('the check of the form finds what terraform fmt would change', () => {
  assert.deepEqual(unformatted('a {\n  b   = 1\n  ccc = [2]\n\n  d = 1\n  # e\n  ff = 1\n}\n'), []);
  const changed = [
    'a = 1\nbb = 2\n',
    'a  = 1\n',
    'a {\nb = 1\n}\n',
    'a {\n  b =  1\n}\n',
    'a = 1 \n',
    'a = 1',
    'a {\n  b = 1\n',
    'a {\n  b  = 1\n  c {\n    dd = 1\n  }\n}\n',
  ];
  for (const text of changed) assert.notDeepEqual(unformatted(text), [], JSON.stringify(text));
});
