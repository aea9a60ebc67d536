/** Which commands need the internet, and which addresses do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScript } from '../../../../src/scripts/index';

/** What is said to need the internet, with how many others; empty when nothing does. */
function needs(script: string, reach: 'none' | 'nat' | 'public-ip' = 'none'): string {
  const options = { environment: 'vpc', osType: 'LNX', reach } as const;
  const text = `#!/bin/bash\n${script}\n`;
  const [finding] = checkScript(text, options).filter(({ rule }) => rule === 'network-unreachable');
  if (!finding) return '';
  assert.equal(finding.args.reach, reach);
  const { command, count } = finding.args;
  return Number(count) > 1 ? `${command} ×${count}` : String(command);
}

/** Commands by what they are called. */
const fetching: Readonly<Record<string, readonly string[]>> = {
  'apt install': [
    'apt install -y nginx',
    'apt -t stable install nginx',
    'sudo apt -o Acquire::Retries=3 install nginx',
  ],
  'apt-get update': ['apt-get update', 'apt-get -qq update', 'DEBIAN_FRONTEND=noninteractive apt-get -y update'],
  'aptitude safe-upgrade': ['aptitude -y safe-upgrade'],
  'yum group install': ['yum group install -y dev', 'yum -d 1 --enablerepo epel group install dev'],
  'yum install': ['yum -y install nginx', 'yum install -y nginx'],
  'dnf module install': ['dnf -y module install nodejs:20'],
  'dnf install': ['dnf install -y nginx', 'dnf --releasever 9 install nginx'],
  'microdnf update': ['microdnf update'],
  'zypper in': ['zypper -n in nginx', 'zypper --root /mnt in nginx'],
  'apk add': ['apk add curl', 'apk --root /mnt add curl'],
  pacman: [],
  'pacman -Syu': ['pacman -Syu --noconfirm'],
  'pacman -S': ['pacman -S nginx'],
  rpm: ['rpm -i https://x.example.com/a.rpm', 'rpm -U ftp://x.example.com/a.rpm'],
  'git clone': ['git clone https://github.com/a/b', 'git -C /srv clone git@github.com:a/b.git'],
  'git pull': ['git pull', 'git -C /srv/app pull'],
  'git submodule update': ['git submodule update --init'],
  'svn co': ['svn --username me co https://svn.example.com/a'],
  'pip install': ['pip install flask', 'python3 -m pip install flask', 'python -m pip install -U pip'],
  'pip3 download': ['pip3 download flask'],
  'conda create': ['conda create -n web', 'conda -n web create'],
  'mamba env create': ['mamba env create -f a.yml'],
  'poetry install': ['poetry install', 'poetry -C /srv install'],
  'npm ci': ['npm ci', 'npm --prefix /srv ci'],
  yarn: ['yarn', 'yarn --frozen-lockfile'],
  'yarn global add': ['yarn global add pm2'],
  'pnpm i': ['pnpm i', 'pnpm --dir /srv i'],
  'docker compose up': ['docker compose up -d', 'docker compose -f /srv/a.yml --profile web up -d'],
  'docker pull': ['docker pull nginx', 'docker --context prod pull nginx'],
  'docker run': ['docker run -d nginx', 'docker run -e URL=http://10.0.0.1 nginx'],
  'docker-compose up': ['docker-compose -p web up -d'],
  'podman run': ['podman run -d nginx'],
  'snap install': ['snap install certbot --classic'],
  'gem install': ['gem install rails'],
  bundle: ['bundle'],
  'bundle install': ['bundle install'],
  'go mod download': ['go mod download', 'go -C /srv mod download'],
  'cargo install': ['cargo install ripgrep'],
  'composer require': ['composer -d /srv require a/b'],
  'helm repo add': ['helm repo add a https://a.example.com', 'helm --namespace web repo add a https://a.example.com'],
  'ansible-galaxy collection install': ['ansible-galaxy collection install a.b'],
  'amazon-linux-extras install': ['amazon-linux-extras install nginx1'],
  'terraform init': ['terraform init'],
  'aws s3': ['aws s3 cp s3://bucket/a .', 'aws --region kr --output json s3 ls'],
  'ncloud vserver': ['ncloud vserver getServerInstanceList'],
  certbot: ['certbot renew', 'certbot --nginx -d a.example.com'],
  curl: ['curl https://a.example.com/', 'curl -fsSL a.example.com', 'curl -O "$URL"'],
  wget: ['wget -q http://a.example.com/a.tgz'],
  npx: ['npx cowsay hi'],
  'ansible-pull': ['ansible-pull -U https://a.example.com/b.git'],
  'add-apt-repository': ['add-apt-repository -y ppa:a/b'],
};

const staying = [
  ...['apt list', 'apt-get remove nginx', 'apt-get install --no-download nginx', 'apt-get --help', 'yum --version'],
  ...['dnf --cacheonly install nginx', 'dnf install --disablerepo=* /srv/a.rpm', 'dnf module list', 'dnf group list'],
  ...['apk add --no-network /srv/a.apk', 'pacman -Q', 'pacman -Si nginx', 'pacman -Ss nginx', 'pacman -R nginx'],
  ...['rpm -i /srv/a.rpm', 'rpm -qa', 'git status', 'git commit -m pull', 'git clone /srv/a.git', 'git clone ./a b'],
  ...['git clone ../a', 'git clone ~/a', 'git clone file:///srv/a', 'git submodule status', 'git -C pull status'],
  ...[
    'pip install --no-index /srv/a.whl',
    'pip list',
    'pip',
    'python3 -m venv a',
    'python3 -m pip list',
    'python3 pip',
  ],
  ...[
    'npm run build',
    'npm ci --offline',
    'yarn --offline',
    'yarn --version',
    'yarn build',
    'pnpm run build',
    'bundle exec a',
  ],
  ...[
    'docker ps',
    'docker run --pull=never nginx',
    'docker run --pull never nginx',
    'docker compose down',
    'docker -v',
  ],
  ...[
    'docker --version',
    'docker login registry.internal',
    'docker compose --help',
    'go build',
    'go mod tidy',
    'cargo build',
  ],
  ...[
    'helm list',
    'terraform plan',
    'aws',
    'aws configure',
    'aws help',
    'aws s3 help',
    'certbot certificates',
    'certbot delete',
  ],
  ...[
    'curl',
    'curl --version',
    'curl -V',
    'wget --help',
    'wget -h',
    'npx',
    'echo curl',
    'which curl',
    '# curl a.example.com',
  ],
];

test('commands that fetch something are told by the words that do it', () => {
  for (const [command, scripts] of Object.entries(fetching)) {
    for (const script of scripts) assert.equal(needs(script), command, script);
  }
  for (const script of staying) assert.equal(needs(script), '', script);
});

test('they are told once, with their number, and only where the server is known not to reach the internet', () => {
  const script = 'apt-get update\napt-get install -y nginx\ncurl https://a.example.com';
  assert.deepEqual([needs(script), needs(script, 'nat')], ['apt-get update ×3', 'apt-get update ×3']);
  assert.deepEqual([needs('curl 10.0.0.1\nyarn'), needs(script, 'public-ip')], ['yarn', '']);
});

test('addresses of the own network need no internet', () => {
  const local = [
    ...[
      'localhost',
      'LOCALHOST',
      '127.0.0.1',
      '127.1',
      '10.1.2.3',
      '192.168.0.7',
      '172.16.0.1',
      '172.19.0.1',
      '172.20.0.1',
    ],
    ...[
      '172.29.3.4',
      '172.30.0.1',
      '172.31.255.254',
      '169.254.169.254',
      '0.0.0.0',
      '[::1]',
      '[::]',
      '[fd00::1]',
      '[fe80::1]',
    ],
    ...[
      '[fc00:1::2]',
      'db.internal',
      'a-b.c.local',
      'x.localdomain',
      'x.lan',
      'api.svc',
      'a.test',
      'nas.home.arpa',
      'x.localhost',
    ],
  ];
  for (const host of local) {
    for (const word of [host, `http://${host}/x`, `https://${host}:8080`, `http://me:pw@${host}/`]) {
      assert.equal(needs(`curl "${word}"`), '', word);
    }
  }
  for (const word of ['http://registry/x', 'http://web:8080', 'file:///srv/a', '--url=http://10.0.0.1']) {
    assert.equal(needs(`curl "${word}"`), '', word);
  }
  const remote = [
    ...[
      'a.example.com',
      '11.0.0.1',
      '172.15.0.1',
      '172.32.0.1',
      '172.160.0.1',
      '192.169.0.1',
      '169.253.0.1',
      '128.0.0.1',
      '1.10.0.1',
    ],
    ...[
      '[2001:db8::1]',
      '[::2:1]',
      'localhost.example.com',
      'internal.example.com',
      'lan',
      'xlocal',
      '10.example',
      'a.svc.io',
    ],
  ];
  for (const host of remote) assert.equal(needs(`curl "${host}"`), 'curl', host);
  for (const word of [
    'http://a.example.com/localhost',
    'http://10.0.0.1@a.example.com/',
    'https://a.example.com?x=10.0.0.1',
  ]) {
    assert.equal(needs(`curl "${word}"`), 'curl', word);
  }
  assert.equal(needs('curl 10.0.0.1 https://a.example.com'), 'curl', 'one of two');
});

test('an address in a variable is that of its value, or else what its name tells', () => {
  const scripts: readonly (readonly [string, string])[] = [
    ['HOST=10.0.0.1\ncurl "http://$HOST/x"', ''],
    ['HOST=10.0.0.1\ncurl "http://${HOST}:80/x"', ''],
    ['HOST=a.example.com\ncurl "http://$HOST/x"', 'curl'],
    ['A=10.0.0.1\nB=$A\ncurl "http://$B/x"', ''],
    ['URL=http://10.0.0.1/x\ncurl "$URL"', ''],
    ['curl "http://${HOST:-10.0.0.1}/x"', ''],
    ['curl "http://${X-a.example.com}/x"', 'curl'],
    ['curl "http://$NODE_IP/x"', ''],
    ['curl "http://$master_host:80/x"', ''],
    ['curl "http://${serverAddress}/x"', ''],
    ['curl "http://$VERSION/x"', 'curl'],
    ['curl "$NODE_IP"', 'curl'],
    ['curl "https://a.example.com/$NODE_IP"', 'curl'],
  ];
  for (const [script, command] of scripts) assert.equal(needs(script), command, script);
});
