/** Programs of the system and of databases: which of their uses ask, and what answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAsks, assertAsksNothing, severityOf } from './lines';

test('passwords of users', () => {
  assertAsks([
    ['«passwd»', 'passwd', ''],
    ['«passwd» app', 'passwd', ''],
    ['«passwd» --root /mnt app', 'passwd', ''],
    ['«passwd» -q app', 'passwd', ''],
    ['«passwd» al', 'passwd', ''],
    ['«chpasswd»', 'chpasswd', ''],
    ['«htdigest» f r u', 'htdigest', ''],
    ['«tzselect»', 'tzselect', ''],
    ['«vncpasswd»', 'vncpasswd', '-f'],
    ['«vncpasswd» x-f', 'vncpasswd', '-f'],
    ['«htpasswd» -c f u', 'htpasswd', '-b'],
    ['«htpasswd» -v f u', 'htpasswd', '-b'],
    ['«smbpasswd» -a app', 'smbpasswd', '-s'],
    ['«smbpasswd» app', 'smbpasswd', '-s'],
  ]);
  assertAsksNothing([
    'passwd -l app',
    'passwd -d app',
    'passwd --delete app',
    'passwd --stdin app',
    'passwd -S',
    'passwd -x 9 app',
    'vncpasswd -f',
    'htpasswd -b f u p',
    'htpasswd -cb f u p',
    'htpasswd -ci f u',
    'htpasswd -D f u',
    'htpasswd',
    'smbpasswd -s -a app',
    'smbpasswd -sa app',
    'smbpasswd -x app',
    'smbpasswd -d app',
    'smbpasswd -e app',
    'smbpasswd -n app',
    'smbpasswd -h',
    'smbpasswd -w x',
  ]);
});

test('databases', () => {
  assertAsks([
    ['«mysql_secure_installation»', 'mysql_secure_installation', '--use-default'],
    ['«mariadb-secure-installation»', 'mariadb-secure-installation', '--use-default'],
    ['«mysql_secure_installation» --use-defaults', 'mysql_secure_installation', '--use-default'],
    ['«mysql» -u root -p', 'mysql -p', '--defaults-extra-file'],
    ['«mysql» --password', 'mysql -p', '--defaults-extra-file'],
    ['«mysqldump» -p db', 'mysqldump -p', '--defaults-extra-file'],
    ['«mysqladmin» -p status', 'mysqladmin -p', '--defaults-extra-file'],
    ['«mariadb» -p < f', 'mariadb -p', '--defaults-extra-file'],
    ['«createuser» -P app', 'createuser', ''],
    ['«createuser» --pwprompt app', 'createuser', ''],
    ['«createuser» --interactive', 'createuser', ''],
    ['«createuser» -W app', 'createuser', ''],
    ['«createuser» -dP app', 'createuser', ''],
    ['«createuser» --password x', 'createuser', ''],
    ['«psql» -W', 'psql', '--no-password'],
    ['«psql» --password -c x', 'psql', '--no-password'],
    ['«pg_dump» -W db', 'pg_dump', '--no-password'],
    ['«pg_restore» --password x', 'pg_restore', '--no-password'],
    ['«createdb» -W x', 'createdb', '--no-password'],
    ['«update-alternatives» --config java', 'update-alternatives', ''],
    ['«alternatives» --config java', 'alternatives', ''],
    ['«update-alternatives» --all', 'update-alternatives', ''],
    ['«redis-cli» --cluster create a b', 'redis-cli create', '--cluster-yes'],
    ['«redis-cli» --cluster fix a', 'redis-cli fix', '--cluster-yes'],
  ]);
  assertAsksNothing([
    'mysql_secure_installation --use-default',
    'mysql -u root -pS3cret',
    'mysql --password=x',
    'mysql -u root',
    'createuser app',
    'createuser x-P',
    'psql -c x',
    'update-alternatives --set a b',
    'update-alternatives --install --allx',
    'redis-cli --cluster create a --cluster-yes',
    'redis-cli --cluster info a',
    'redis-cli ping',
  ]);
});

test('settings of the system', () => {
  assertAsks([
    ['«dpkg-reconfigure» tzdata', 'dpkg-reconfigure', '-f noninteractive'],
    ['sudo «dpkg-reconfigure» x-f', 'dpkg-reconfigure', '-f noninteractive'],
    ['«do-release-upgrade»', 'do-release-upgrade', '-f DistUpgradeViewNonInteractive'],
    ['«do-release-upgrade» -d', 'do-release-upgrade', '-f DistUpgradeViewNonInteractive'],
    ['«adduser» app', 'adduser', "--disabled-password --gecos ''", "adduser --disabled-password --gecos '' app"],
    ['«adduser» --disabled-password app', 'adduser', "--gecos ''", "adduser --gecos '' --disabled-password app"],
    ['«adduser» --gecos "" app', 'adduser', '--disabled-password', 'adduser --disabled-password --gecos "" app'],
    ['«adduser» --disabled-login app', 'adduser', "--gecos ''", "adduser --gecos '' --disabled-login app"],
    ['«adduser» --comment x app', 'adduser', '--disabled-password', 'adduser --disabled-password --comment x app'],
    [
      '«adduser» --home /srv --shell /bin/sh app',
      'adduser',
      "--disabled-password --gecos ''",
      "adduser --disabled-password --gecos '' --home /srv --shell /bin/sh app",
    ],
    [
      '«adduser» --uid 9 --gid 9 --ingroup g app',
      'adduser',
      "--disabled-password --gecos ''",
      "adduser --disabled-password --gecos '' --uid 9 --gid 9 --ingroup g app",
    ],
    [
      'apt-get update\n«adduser» app',
      'adduser',
      "--disabled-password --gecos ''",
      "apt-get update\nadduser --disabled-password --gecos '' app",
    ],
    [
      '«adduser» --conf f --firstuid 1 --lastuid 2 --firstgid 1 --lastgid 2 app',
      'adduser',
      "--disabled-password --gecos ''",
      "adduser --disabled-password --gecos '' --conf f --firstuid 1 --lastuid 2 --firstgid 1 --lastgid 2 app",
    ],
  ]);
  assertAsksNothing([
    'dpkg-reconfigure -f noninteractive tzdata',
    'dpkg-reconfigure -fnoninteractive tzdata',
    'dpkg-reconfigure --frontend=noninteractive tzdata',
    'DEBIAN_FRONTEND=noninteractive dpkg-reconfigure tzdata',
    'export DEBIAN_FRONTEND=noninteractive\ndpkg-reconfigure tzdata',
    'do-release-upgrade -f DistUpgradeViewNonInteractive',
    'do-release-upgrade -c',
    'do-release-upgrade --check-dist-upgrade-only',
    'do-release-upgrade -h',
    'do-release-upgrade --help',
    'do-release-upgrade -V',
    'do-release-upgrade --frontend=x',
    'adduser --disabled-password --gecos "" app',
    'adduser --system app',
    'adduser --group app',
    'adduser -D app',
    'adduser app docker',
    'adduser',
    'adduser --help',
    'adduser --version',
    'adduser $ADDUSER_OPTS app',
    'yum -y install x\nadduser app',
    'dnf -y install x\nadduser app',
    'apk add x\nadduser app',
    'adduser --gecos x',
  ]);
});

test('disks and firewalls', () => {
  assertAsks([
    ['«fdisk» /dev/vdb', 'fdisk', ''],
    ['«gdisk» /dev/vdb', 'gdisk', ''],
    ['«parted»', 'parted', ''],
    ['«parted» /dev/vdb', 'parted', ''],
    ['«lvremove» vg/x', 'lvremove', '-y', 'lvremove -y vg/x'],
    ['«ufw» reset', 'ufw reset', '--force', 'ufw --force reset'],
  ]);
  assertAsksNothing([
    'fdisk -l',
    'fdisk --list',
    'fdisk --list-details',
    'fdisk -s x',
    'fdisk --help',
    'fdisk --version',
    'gdisk -V',
    'fdisk -h',
    'fdisk -v',
    'fdisk -x',
    'parted /dev/vdb print',
    'parted -s /dev/vdb mklabel gpt',
    'parted -l',
    'lvremove -y vg/x',
    'lvremove -fy x',
    'vgremove --yes x',
    'pvremove --force x',
    'lvremove',
    'lvremove --test x',
    'lvremove -t x',
    'lvremove -h',
    'lvremove --help',
    'ufw --force reset',
    'ufw enable',
    'ufw resets',
  ]);
});

test('adduser is another program where nothing says that it is that of Debian', () => {
  assert.equal(severityOf('adduser app'), 'information');
  assert.equal(severityOf('apt-get update\nadduser app'), 'warning');
});
