/** Words that mean something on the servers of another cloud only. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScript } from '../../../../src/scripts/index';

/** The word that is told with its cloud, and how many there are. */
function told(script: string): string {
  const text = `#!/bin/bash\n${script}\n`;
  const [finding] = checkScript(text, { environment: 'vpc', osType: 'LNX' }).filter(
    ({ rule }) => rule === 'other-cloud',
  );
  if (!finding) return '';
  const { word, cloud, count, instead } = finding.args;
  assert.equal(text.slice(finding.start, finding.end), word);
  return `${word} ${cloud} ${instead}${Number(count) > 1 ? ` ×${count}` : ''}`;
}

test('each word is told with its cloud and with what to do instead', () => {
  const scripts: Readonly<Record<string, string>> = {
    'chown ec2-user /srv': 'ec2-user AWS user',
    'su - azureuser -c ls': 'azureuser Azure user',
    'amazon-linux-extras install a': 'amazon-linux-extras AWS packages',
    'systemctl start amazon-ssm-agent': 'amazon-ssm-agent AWS nothing',
    '/opt/aws/bin/cfn-signal -e 0': 'cfn-signal AWS nothing',
    'cfn-init -v': 'cfn-init AWS nothing',
    'yum install -y aws-cfn-bootstrap': 'aws-cfn-bootstrap AWS nothing',
    'ec2-metadata -i': 'ec2-metadata AWS metadata',
    'yum-config-manager --enable rhui-server': 'rhui- AWS, Azure nothing',
    'curl http://169.254.169.254/latest/user-data': '169.254.169.254/latest AWS metadata',
    'curl http://169.254.169.254/latest/meta-data/instance-id': '169.254.169.254/latest AWS metadata',
    'curl http://169.254.169.254/metadata/instance': '169.254.169.254/metadata/instance Azure metadata',
    'curl http://169.254.169.254/metadata/v1/id': '169.254.169.254/metadata/v1 DigitalOcean metadata',
    'curl http://169.254.169.254/opc/v2': '169.254.169.254/opc Oracle Cloud metadata',
    'curl http://169.254.169.254/hetzner/v1': '169.254.169.254/hetzner Hetzner metadata',
    'curl http://100.100.100.200/latest': '100.100.100.200 Alibaba Cloud metadata',
    'curl http://metadata.tencentyun.com/x': 'metadata.tencentyun.com Tencent Cloud metadata',
    'curl http://metadata.google.internal/x': 'metadata.google.internal Google Cloud metadata',
    'curl http://169.254.169.254/computeMetadata/v1': '169.254.169.254/computeMetadata Google Cloud metadata',
    'curl -H Metadata-Flavor:Google $A': 'Metadata-Flavor:Google Google Cloud metadata',
    'curl -H "Metadata-Flavor: Google" $A': 'Metadata-Flavor: Google Google Cloud metadata',
    'google_metadata_script_runner startup': 'google_metadata_script_runner Google Cloud nothing',
    'waagent -force': 'waagent Azure nothing',
    'cfn-init -v\nchown ec2-user /srv\ncfn-init -v': 'cfn-init AWS nothing ×2',
  };
  for (const [script, expected] of Object.entries(scripts)) assert.equal(told(script), expected, script);
});

test('parts of words, comments, questions and what the script makes itself are not told', () => {
  const silent = [
    ...['useradd -m ec2-user\nchown ec2-user /srv', 'adduser azureuser', 'id ec2-user', 'getent passwd ec2-user'],
    ...[
      'groupadd ec2-user',
      '# ec2-user',
      'ls my-ec2-user',
      'ls ec2-users',
      'ls xwaagent',
      'ls waagent-x',
      'ls waagent2',
    ],
    ...['command -v waagent', 'which waagent', 'type cfn-init', 'hash waagent', 'echo rhui-', 'echo rhui- x'],
    ...['curl 169.254.169.254/latest/meta-data/iam/security-credentials/role', 'curl 169.254.169.254/latest'],
    ...[
      'curl 169.254.169.254/latest/meta-data',
      'curl "169.254.169.254/latest/meta-data/"',
      'curl 169.254.169.254/latest/meta-data/ ',
    ],
  ];
  for (const script of silent) assert.equal(told(script), '', script);
});
