/** Passwords that commands of a shell take as arguments. */
import { test } from 'node:test';
import { checkScript } from '../../../../../src/scripts/index';
import type { Place } from '../../../../../src/scripts/rule';
import { findsMarked, findsNothing } from './with-marks';

function find(line: string): Place[] {
  const first = '#!/bin/bash\n';
  return checkScript(`${first}${line}\necho done\n`, { environment: 'vpc', osType: 'LNX' })
    .filter(({ rule }) => rule === 'secret')
    .map(({ start, end, args }) => ({ start: start - first.length, end: end - first.length, args }));
}

test('a database client takes the password in the word of its option', () => {
  findsMarked(find, [
    'mysql -uroot -p«S3cretDb1» shop < /srv/dump.sql',
    `mysql -uroot -p'«S3cretDb1»' -e 'SHOW DATABASES'`,
    'mysql -uroot -p"«S3cretDb1»" shop',
    'mysql --skip-pager -uroot -p«S3cretDb1» shop',
    'mysqldump --set-gtid-purged=OFF -u root -p«S3cretDb1» shop > /backup/shop.sql',
    'mariadb -p«S3cretDb1» shop',
    'mysqladmin --port=3306 -uroot -p«S3cretDb1» status',
    'mysqladmin -uroot password «N3wRoot99»',
    `mysqladmin -u root password '«N3wRoot99»'`,
    'mongosh -u admin -p «S3cretDb1» --authenticationDatabase admin',
    'mongosh -u admin -p«S3cretDb1» shop',
    'mongodump --port 27017 -u admin -p "«S3cretDb1»"',
    'mongo -port 27017 -u admin -password «S3cretDb1» shop',
    'mongodump -u admin -p=«S3cretDb1»',
    'redis-cli -a «S3cretDb1» ping',
    'redis-cli -h cache-a -a «S3cretDb1» ping',
  ]);
});

test('a database client that asks, or to which the script gives a variable or nothing, tells none', () => {
  findsNothing(find, [
    'mysql -u root -p shop < /srv/dump.sql',
    'mysql --port=3306 -u root shop',
    'mysqldump --no-tablespaces --set-gtid-purged=OFF shop',
    'mysql -u root -p"$DB_PASSWORD" shop',
    `mysql -u root -p'' shop`,
    `mysql -u root -p'CHANGE_ME' shop`,
    `mysql -u root -p'<password>' shop`,
    'mysqladmin --port=3306 ping',
    'mysqladmin -u root -p status',
    'mysqladmin -u root password "$NEW"',
    'mongosh -u admin -p --authenticationDatabase admin',
    'mongosh -u admin -p',
    'mongosh --port 27017 admin',
    'mongo -port 27017 admin',
    'redis-cli -a "$REDIS_AUTH" ping',
    'redis-cli -h cache-a ping',
    'echo one two three\nredis-cli -a',
  ]);
});

test('sshpass takes the password itself, not from a file or the environment', () => {
  findsMarked(find, [
    `sshpass -p '«S3cretPw1»' ssh -p 2222 root@10.0.0.5 uptime`,
    'sshpass -p«S3cretPw1» scp /srv/a.txt root@10.0.0.5:',
    'sshpass -v -p «S3cretPw1» ssh root@10.0.0.5',
    'sshpass -P ssh-passcode -p «S3cretPw1» ssh root@10.0.0.5',
  ]);
  findsNothing(find, [
    'sshpass -e ssh -p 2222 root@10.0.0.5 uptime',
    'sshpass -f /srv/ssh-pass ssh -p 2222 root@10.0.0.5',
    'sshpass -f/srv/ssh-pass ssh -p 2222 root@10.0.0.5',
    'sshpass -d 3 ssh -p 2222 root@10.0.0.5',
    'sshpass -p "$SSH_PASS" ssh root@10.0.0.5',
    `sshpass -p '' ssh root@10.0.0.5`,
    'sshpass -V',
    'echo -p -p -p -pS3cretPw1\nsshpass -P -p',
  ]);
});

test('curl takes the password after the name of the user', () => {
  findsMarked(find, [
    'curl -u admin:«S3cretPw1» http://10.0.0.5/health',
    'curl -u a:«S3cretPw1» http://10.0.0.5/health',
    `curl -u'admin:«S3cretPw1»' http://10.0.0.5/health`,
    'curl --user "admin:«S3cretPw1»" http://10.0.0.5/health',
    'curl -sku admin:«S3cretPw1» https://10.0.0.5/health',
    'curl -fsSLU proxy:«S3cretPw1» https://example.com/a.tgz',
    'curl --proxy-user proxy:«S3cretPw1» https://example.com/a.tgz',
    'curl -U "$PU:$PP" -u admin:«S3cretPw1» https://example.com',
    'curl --proxy-user : --user admin:«S3cretPw1» https://example.com',
    'curl --user-agent boot -u admin:«S3cretPw1» http://10.0.0.5/health',
    'curl --data-urlencode q=1 -u admin:«S3cretPw1» http://10.0.0.5/health',
    'sudo -uroot curl -u admin:«S3cretPw1» http://10.0.0.5/health',
  ]);
  findsNothing(find, [
    'curl -u admin http://10.0.0.5/health',
    'curl -u admin: http://10.0.0.5/health',
    'curl -u "admin:$PW" http://10.0.0.5/health',
    'curl -u admin:CHANGE_ME http://10.0.0.5/health',
    'curl -fsSL https://example.com/a.tgz -o /tmp/u:a.tgz',
    'curl --user-agent boot:v1 http://10.0.0.5/health',
    'echo one two three:four\ncurl -s -u',
  ]);
});

test('a registry takes the password at the login, other commands publish a port', () => {
  findsMarked(find, [
    'docker login -u ci -p «S3cretPw1» registry.example.com',
    'docker login -u ci -p«S3cretPw1» registry.example.com',
    'podman login --username ci --password «S3cretPw1» registry.example.com',
  ]);
  findsNothing(find, [
    'docker run -d -p 8080:80 nginx',
    'docker login -u ci --password-stdin registry.example.com < /srv/pw',
    'docker login -u ci',
    'docker login -u ci -p "$REGISTRY_PW"',
  ]);
});

test('a password is the word that comes after others', () => {
  findsMarked(find, [
    'rabbitmqctl add_user app «S3cretPw1»',
    'rabbitmqctl -n rabbit@host1 change_password app «S3cretPw1»',
    'openssl passwd -6 «S3cretPw1»',
    `openssl passwd -6 -salt xyz12345 '«S3cretPw1»'`,
    'openssl passwd -1 «plug-in»',
    'htpasswd -bc /etc/nginx/.htpasswd admin «S3cretPw1»',
    'htpasswd -b -c /srv/site-n admin «S3cretPw1»',
    'htpasswd -b /srv/web-server admin «S3cretPw1»',
    'htpasswd -bBC 12 /etc/nginx/.htpasswd admin «S3cretPw1»',
    'htpasswd -bBC12 /etc/nginx/.htpasswd admin «S3cretPw1»',
    'htpasswd -nb admin «S3cretPw1»',
    'htpasswd -bnB admin «S3cretPw1»',
  ]);
  findsNothing(find, [
    'echo one two three\nrabbitmqctl add_user app',
    'rabbitmqctl add_user app "$RABBIT"',
    'rabbitmqctl set_permissions -p / app ".*" ".*" ".*"',
    'rabbitmqctl set_user_tags app administrator',
    'openssl passwd -6 -stdin < /srv/pw',
    'openssl passwd -6 -in /srv/words',
    'openssl rand -base64 24',
    'openssl passwd -6 "$PW"',
    'htpasswd -c /etc/nginx/.htpasswd admin',
    'htpasswd -B -C 12 /etc/nginx/.htpasswd admin',
    'htpasswd -n admin',
    'htpasswd -bc /etc/nginx/.htpasswd admin "$PW"',
  ]);
});
