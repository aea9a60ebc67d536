/** Programs that meet a host for the first time ask whether it is to be trusted. */
import { test } from 'node:test';
import { assertAsks, assertAsksNothing } from './lines';

const trusting = '-oStrictHostKeyChecking=accept-new';

test('ssh, sftp and scp are told where an argument names a host, and get the option that trusts it', () => {
  assertAsks([
    ['«ssh» web1 uptime', 'ssh', trusting, `ssh ${trusting} web1 uptime`],
    ['«ssh» h id', 'ssh', trusting, `ssh ${trusting} h id`],
    ['«ssh» web1', 'ssh', trusting, `ssh ${trusting} web1`],
    [
      '«ssh» -i /srv/key -p 2222 root@10.0.1.7 true',
      'ssh',
      trusting,
      `ssh ${trusting} -i /srv/key -p 2222 root@10.0.1.7 true`,
    ],
    ['sudo «sftp» -b jobs backup', 'sftp', trusting, `sudo sftp ${trusting} -b jobs backup`],
    ['«scp» -r /srv/site "backup:/srv"', 'scp', trusting, `scp ${trusting} -r /srv/site "backup:/srv"`],
    ['«scp» deploy@10.0.1.7:my.cnf /etc', 'scp', trusting, `scp ${trusting} deploy@10.0.1.7:my.cnf /etc`],
  ]);
  assertAsksNothing([
    'ssh',
    'ssh -V',
    'ssh -Q cipher',
    'ssh -G web1',
    'ssh -O exit web1',
    'scp /srv/a /srv/b',
    'ssh $SSH_OPTIONS web1',
    'yes | ssh web1 true',
  ]);
});

test('rsync, git and ssh-copy-id are told what they hand to ssh, without a fix', () => {
  assertAsks([
    ['«rsync» -a deploy@10.0.1.7:/backup/ /data/', 'rsync', `-e 'ssh ${trusting}'`],
    ['«git» clone git@git.internal:shop/web.git', 'git clone', `-c core.sshCommand='ssh ${trusting}'`],
    ['«git» -C /srv clone --depth 1 ssh://git.internal/web', 'git clone', `-c core.sshCommand='ssh ${trusting}'`],
    ['«ssh-copy-id» deploy@10.0.1.7', 'ssh-copy-id', ''],
  ]);
  assertAsksNothing([
    'rsync -a /srv/ /backup/',
    'rsync -a mirror::centos /srv/',
    'rsync -a rsync://mirror/centos /srv/',
    'git clone https://git.internal/web.git',
    'git fetch git@git.internal:shop/web.git',
  ]);
});

test('where yum is used, ssh may be too old for a middle way', () => {
  const old = '-oStrictHostKeyChecking=no';
  assertAsks([
    ['yum install -y rsync\n«ssh» web1 uptime', 'ssh', old, `yum install -y rsync\nssh ${old} web1 uptime`],
    ['yum install -y rsync\n«rsync» -a web1:/srv/ /srv/', 'rsync', `-e 'ssh ${old}'`],
  ]);
});

test('a script that makes hosts known, or the question needless, is silent', () => {
  assertAsksNothing([
    'ssh -o StrictHostKeyChecking=no web1 true',
    'ssh -o stricthostkeychecking=no web1 true',
    'cat /srv/hosts >> ~/.ssh/known_hosts\nssh web1 true',
    'ssh -o UserKnownHostsFile=/srv/hosts web1 true',
    'ssh-keyscan web1 > /srv/hosts\nssh web1 true',
    'cp /srv/ssh.conf /etc/ssh/ssh_config\nscp web1:/srv/a /srv',
    'cp /srv/ssh.conf ~/.ssh/config\nscp web1:/srv/a /srv',
    'ssh -o BatchMode=yes web1 true',
    'ssh -o VerifyHostKeyDNS=yes web1 true',
  ]);
});
