/** Which addresses a server reaches without the internet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScript } from '../../../../src/scripts/index';

const options = { environment: 'vpc', osType: 'LNX', reach: 'none' } as const;

function needsInternet(lines: string): boolean {
  return checkScript(`#!/bin/bash\n${lines}\n`, options).some(({ rule }) => rule === 'network-unreachable');
}

const local = [
  ...['curl http://localhost/x', 'curl localhost:8080', 'curl http://127.0.0.1', 'curl http://10.0.0.1/a'],
  ...['curl 192.168.1.2', 'curl http://172.16.0.1', 'curl http://172.31.9.9', 'curl http://172.20.1.1'],
  ...[
    'curl http://169.254.169.254/latest',
    'curl http://0.0.0.0:80',
    'curl http://[::1]:80/',
    'curl http://[::0]/',
    'curl http://[0:0:0:0:0:0:0:1]:8080/',
    'curl http://[ff02::1]/',
    'curl http://[fd00::1]/',
  ],
  ...['curl http://[fe80::1]/', 'curl http://repo.internal/x', 'curl http://a.b.local', 'curl http://app.default.svc'],
  ...[
    'curl http://nas.lan',
    'curl http://x.home.arpa',
    'curl http://me:secret@10.0.0.1/x',
    'curl -o x --url=http://10.0.0.1',
  ],
  ...['curl file:///etc/hosts', 'curl FILE:///etc/hosts', 'curl http://registry/x', 'curl http://LOCALHOST'],
  ...[
    'BASE=http://10.0.0.1; curl $BASE/x',
    'BASE=10.0.0.1; curl "http://${BASE}/x"',
    'curl "${URL:-http://10.0.0.1}/x"',
  ],
  ...[
    'curl ${URL-http://10.0.0.1}',
    'curl http://$SERVER_IP/x',
    'curl http://${MASTER_HOST}:6443',
    'curl http://$host',
  ],
  ...[
    'A=10.0.0.1; B=$A; curl http://$B/x',
    'curl http://$dbServer',
    'curl http://$NODES',
    'curl http://$API_ENDPOINT/x',
  ],
  'git clone http://10.0.0.1/a.git',
];

const remote = [
  ...['curl https://example.com', 'curl example.com/localhost', 'curl http://172.15.0.1', 'curl http://172.32.0.1'],
  ...['curl http://11.0.0.1', 'curl http://192.169.1.1', 'curl http://[2001:db8::1]/', 'curl http://local.example.com'],
  ...['curl http://10.0.0.1@example.com', 'curl http://localhost.example.com', 'curl $URL'],
  ...['URL=https://example.com; curl $URL/x', 'curl http://$NAME/x', 'curl "http://${VERSION:-1}.example.com"'],
  ...[
    'curl http://10.0.0.1 https://example.com',
    'curl http://a$X.example.com',
    'curl http://web$N',
    'curl s3://bucket/x',
  ],
  ...[
    'A=https://example.com; B=$A; curl $B',
    'curl $SERVER_IP',
    'curl http://$ipx/x',
    'git clone https://github.com/a/b',
  ],
  ...['URL=http://10.0.0.1; URL=https://example.com; curl $URL', 'curl -d x=http://10.0.0.1 https://example.com'],
];

test('private addresses and names of the own network are reached', () => {
  assert.deepEqual(local.filter(needsInternet), []);
});

test('others are not, and what is not known is taken for one of them', () => {
  assert.deepEqual(
    remote.filter((line) => !needsInternet(line)),
    [],
  );
});

test('a variable that holds itself is looked into a few times', () => {
  assert.ok(needsInternet('A=$A; curl http://$A.example.com/x'));
  assert.ok(!needsInternet('A=10.0.0.1; B=$A; C=$B; curl http://$C/x'));
});
