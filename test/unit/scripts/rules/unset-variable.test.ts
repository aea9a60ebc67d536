/** Variables that a script uses and never sets, and those of nginx in what it writes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, findingText } from '../../../../src/scripts/index';
import { findingsOf } from './marks';

const head = '#!/bin/bash\n';

function findingsIn(lines: string) {
  return findingsOf('unset-variable', `${head}${lines}\n`);
}

test('what is never set is told at its first use, and with set -u it ends the script', () => {
  const [empty, ...others] = findingsIn('echo "$version" $version');
  assert.ok(empty);
  assert.deepEqual([empty.severity, empty.args, others], ['information', { variable: '$version', ends: 0 }, []]);
  const [ends] = findingsIn('set -u\necho "$version"');
  assert.ok(ends);
  assert.deepEqual([ends.severity, ends.args], ['warning', { variable: '$version', ends: 1 }]);
  const told = [empty, ends].flatMap((one) =>
    (['en', 'ko'] as const).map((language) => findingText(one, language).what),
  );
  assert.deepEqual(told, [
    'The script never sets $version, which is empty here.',
    '‘$version’ 변수에 값을 지정하는 곳이 없어 여기서 빈 값이 됩니다.',
    'The script never sets $version, and set -u ends it here.',
    '‘$version’ 변수에 값을 지정하는 곳이 없어 set -u 때문에 스크립트가 여기서 종료됩니다.',
  ]);
  assert.equal(findingsIn(`echo $${'a'.repeat(100)}`)[0]?.args.variable, `$${'a'.repeat(59)}`);
});

test('what is set, has a default, or comes with the system is not told', () => {
  const silent = [
    ...['version=1\necho $version', 'echo ${version:-1}', 'echo $http_proxy $no_proxy', 'echo $PATH'],
    ...[
      'for x in 1; do echo $x; done',
      'read name\necho $name',
      "echo '$version' \\$version",
      '[ -n "$x" ] && echo $x',
    ],
  ];
  for (const lines of silent) assert.deepEqual(findingsIn(lines), [], lines);
});

/** What the fix makes of a configuration that a here-document writes; empty when there is none. */
function mended(body: string, before = 'apt-get install -y nginx'): string {
  const lines = `${before}\ncat > /etc/nginx/a.conf <<EOF\n${body}\nEOF`;
  const fix = findingsIn(lines).find((finding) => finding.fix)?.fix;
  return fix ? (applyFix(`${head}${lines}\n`, fix).split('EOF\n')[1]?.trimEnd() ?? '') : '';
}

test('all variables of nginx in what a here-document writes are mended at once, and nothing else is', () => {
  assert.equal(
    mended('proxy_set_header Host $host;\nproxy_set_header X $remote_addr$host;'),
    'proxy_set_header Host \\$host;\nproxy_set_header X \\$remote_addr\\$host;',
  );
  assert.equal(mended('server_name $domain;\nset $a $uri;'), 'server_name $domain;\nset $a \\$uri;');
  assert.equal(mended('x $host;', 'true'), 'x \\$host;', 'the path of the file names nginx');
  const names =
    'scheme args request request_uri request_method remote_port server_name document_root query_string http_upgrade cookie_a arg_b ssl_protocol time_local upstream_addr is_args'.split(
      ' ',
    );
  for (const name of names) assert.equal(mended(`x $${name};`), `x \\$${name};`, name);
  for (const name of ['hostname', 'my_host', 'my_args', 'requests', 'uris', 'http', 'server_addresses', 'time_zone'])
    assert.equal(mended(`x $${name};`), '', name);
});

test('where the script uses such a name itself, or does not name nginx, nothing is mended', () => {
  assert.equal(mended('x $host;', 'apt-get install -y nginx; echo $host'), '');
  const lines = 'cat > /etc/a.conf <<EOF\nx $host;\nEOF';
  assert.ok(findingsIn(lines).every(({ fix }) => fix === undefined));
  assert.equal(findingsIn(lines).length, 1);
  assert.equal(mended('x $host;\n'.repeat(20)).match(/\\/g)?.length, 20);
  assert.equal(mended('x $host;\n'.repeat(21)), '', 'no configuration has it so often');
});
