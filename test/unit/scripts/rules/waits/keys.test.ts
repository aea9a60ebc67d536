/** Programs that make or open keys: which of their uses ask, and what answers. */
import { test } from 'node:test';
import { assertAsks, assertAsksNothing } from './lines';

test('ssh-keygen asks for the file and the passphrase that it makes a key with', () => {
  assertAsks([
    ['«ssh-keygen»', 'ssh-keygen', "-f … -N ''"],
    ['«ssh-keygen» -t ed25519', 'ssh-keygen', "-f … -N ''"],
    ['«ssh-keygen» -f k', 'ssh-keygen', "-f … -N ''"],
    ['«ssh-keygen» -b 4096 -N ""', 'ssh-keygen', "-f … -N ''"],
    ['«ssh-keygen» -C l@y -t rsa', 'ssh-keygen', "-f … -N ''"],
    ['«ssh-keygen» -C "x -N y"', 'ssh-keygen', "-f … -N ''"],
    ['«ssh-keygen» -O verify -f k', 'ssh-keygen', "-f … -N ''"],
    ['«ssh-keygen» -m PEM -f k', 'ssh-keygen', "-f … -N ''"],
    ['«ssh-keygen» -w x -Z aes -V 1 -a 3 -n u', 'ssh-keygen', "-f … -N ''"],
  ]);
  assertAsksNothing([
    'ssh-keygen -f k -N ""',
    'ssh-keygen -qf k -P x',
    'ssh-keygen -q -f k -N x',
    'ssh-keygen -lf k',
    'ssh-keygen -A',
    'ssh-keygen -R host',
    'ssh-keygen -y -f k',
    'ssh-keygen -F h',
    'ssh-keygen -D x',
    'ssh-keygen -K',
    "ssh-keygen -t rsa -f ~/.ssh/id -N ''",
    'ssh-keygen -t rsa <<< y',
    'ssh-keygen -tA -f k -N x',
  ]);
});

test('gpg', () => {
  assertAsks([
    ['«gpg» --gen-key', 'gpg', '--batch'],
    ['«gpg» --full-generate-key', 'gpg', '--batch'],
    ['«gpg» --full-gen-key', 'gpg', '--batch'],
    ['«gpg» --generate-key', 'gpg', '--batch'],
    ['«gpg» --edit-key me', 'gpg', '--batch'],
    ['«gpg» -c f', 'gpg', '--batch'],
    ['«gpg» --symmetric f', 'gpg', '--batch'],
    ['«gpg2» --gen-key --expert', 'gpg2', '--batch'],
    ['«gpg» --quick-gen-key me', 'gpg', '--batch'],
    ['«gpg» --quick-generate-key me', 'gpg', '--batch'],
    ['«gpg» -ca f', 'gpg', '--batch'],
  ]);
  assertAsksNothing([
    'gpg --batch --gen-key p',
    'gpg --passphrase x -c f',
    'gpg --command-fd 0 --edit-key x',
    'gpg --import k',
    'gpg --gen-keys',
    'gpg x-c',
  ]);
});

test('openssl asks for the names in a request and the passphrase of a key', () => {
  assertAsks([
    ['«openssl» req -new -key k -out c', 'openssl req', '-subj'],
    ['«openssl» req -x509 -newkey rsa:2048 -keyout k -out c', 'openssl req', '-subj -nodes'],
    ['«openssl» req -x509 -newkey rsa:2048 -nodes', 'openssl req', '-subj'],
    ['«openssl» req -x509 -newkey rsa:2048 -subj /CN=x', 'openssl req', '-nodes'],
    ['«openssl» req -new -newkey rsa:2048 -key k -subj /x', 'openssl req', '-nodes'],
    ['«openssl» genrsa -aes256 -out k 2048', 'openssl genrsa', '-passout'],
    ['«openssl» genpkey -aes-256-cbc -algorithm RSA', 'openssl genpkey', '-pass'],
    ['«openssl» genrsa -camellia128', 'openssl genrsa', '-passout'],
    ['«openssl» genrsa -aria256', 'openssl genrsa', '-passout'],
    ['«openssl» pkcs12 -export -in c', 'openssl pkcs12', '-passout'],
    ['«openssl» passwd', 'openssl passwd', '-stdin'],
    ['«openssl» passwd -6', 'openssl passwd', '-stdin'],
  ]);
  assertAsksNothing([
    'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=x',
    'openssl req -new -noenc -batch',
    'openssl req -new -passout pass:x -subj /',
    'openssl req -new -config f',
    'openssl req -in r -noout -text',
    'openssl req -x509 -in r -key k',
    'openssl req -new -in r',
    'openssl req -newer',
    'openssl genrsa -out k',
    'openssl genrsa -des3 -passout pass:x',
    'openssl genpkey -aes256 -pass pass:x',
    'openssl pkcs12 -export -passout pass:x',
    'openssl pkcs12 -export -password pass:x',
    'openssl pkcs12 -in c',
    'openssl passwd -6 x',
    'openssl passwd -stdin',
    'openssl passwd -in f',
    'openssl passwd -help',
    'openssl rand 9',
    'openssl req -new $OPTS',
    'openssl genrsas -aes256',
    'openssl x509 -req -new',
  ]);
});

test('easyrsa', () => {
  assertAsks([
    ['«easyrsa» build-ca', 'easyrsa build-ca', '--batch', 'easyrsa --batch build-ca'],
    ['«./easyrsa» build-ca nopass', 'easyrsa build-ca', '--batch', './easyrsa --batch build-ca nopass'],
    ['«easyrsa» gen-req x nopass', 'easyrsa gen-req', '--batch', 'easyrsa --batch gen-req x nopass'],
    ['«easyrsa» sign-req server x', 'easyrsa sign-req', '--batch', 'easyrsa --batch sign-req server x'],
    ['«easyrsa» build-server-full x', 'easyrsa build-server-full', '--batch', 'easyrsa --batch build-server-full x'],
    ['«easyrsa» build-client-full x', 'easyrsa build-client-full', '--batch', 'easyrsa --batch build-client-full x'],
    ['«easyrsa» revoke x', 'easyrsa revoke', '--batch', 'easyrsa --batch revoke x'],
  ]);
  assertAsksNothing([
    'easyrsa --batch build-ca nopass',
    'easyrsa --req-cn=x gen-req',
    'EASYRSA_BATCH=1 easyrsa build-ca',
    'easyrsa init-pki',
    'easyrsa build-caa',
    'easyrsa x-revoke',
  ]);
});

test('certbot', () => {
  assertAsks([
    ['«certbot» --nginx', 'certbot', '-n --agree-tos -m'],
    ['«certbot» certonly --standalone -d a', 'certbot', '-n --agree-tos -m'],
    ['«certbot» run', 'certbot', '-n --agree-tos -m'],
    ['«certbot» register', 'certbot', '-n --agree-tos -m'],
    ['«certbot» --apache -d a', 'certbot', '-n --agree-tos -m'],
    ['«certbot» certonly --webroot', 'certbot', '-n --agree-tos -m'],
    ['«certbot» certonly --manual', 'certbot', '-n --agree-tos -m'],
    ['«certbot» --nginx --agree-tos', 'certbot', '-n --agree-tos -m'],
    ['«certbot» --nginx -m a@b', 'certbot', '-n --agree-tos -m'],
  ]);
  assertAsksNothing([
    'certbot -n --nginx',
    'certbot --nginx --non-interactive',
    'certbot --nginx --noninteractive',
    'certbot --nginx -d a --agree-tos -m a@b',
    'certbot --nginx -d a --agree-tos --email a@b',
    'certbot --nginx -d a --agree-tos --register-unsafely-without-email',
    'certbot renew --nginx',
    'certbot install --nginx',
    'certbot plugins',
    'certbot certificates --nginx',
    'certbot reconfigure --nginx',
    'certbot --help',
    'certbot certonly --help',
    'certbot runs',
    'certbot --nginxx',
    'certbot --nginx $CERTBOT_OPTIONS',
    'certbot -d a',
    'certbot --nginx -qn',
    'certbot delete --cert-name x',
  ]);
});

test('keytool', () => {
  assertAsks([
    ['«keytool» -genkey -alias a', 'keytool', '-storepass … -dname'],
    ['«keytool» -genkeypair -alias a', 'keytool', '-storepass … -dname'],
    ['«keytool» -genseckey -alias a', 'keytool', '-storepass … -dname'],
    ['«keytool» -genkey -storepass x', 'keytool', '-storepass … -dname'],
    ['«keytool» -genkey -dname CN=x', 'keytool', '-storepass … -dname'],
    ['«keytool» -import -file c', 'keytool', '-noprompt'],
    ['«keytool» -importcert -file c', 'keytool', '-noprompt'],
    ['«keytool» -importkeystore -srckeystore a', 'keytool', '-srcstorepass … -deststorepass'],
    ['«keytool» -importkeystore -srcstorepass x', 'keytool', '-srcstorepass … -deststorepass'],
  ]);
  assertAsksNothing([
    'keytool -genkey -storepass x -dname CN=x',
    'keytool -genkey -dname CN=x -storepass x',
    'keytool -importcert -noprompt',
    'keytool -importkeystore -srckeystore a -srcstorepass x -deststorepass y',
    'keytool -importkeystore -deststorepass y -srcstorepass x',
    'keytool -list',
    'keytool -genkeys',
    'keytool x -import',
  ]);
});

test('cryptsetup', () => {
  assertAsks([
    ['«cryptsetup» luksFormat /dev/vdb', 'cryptsetup luksFormat', '--batch-mode'],
    ['«cryptsetup» open /dev/vdb x', 'cryptsetup open', '--key-file'],
    ['«cryptsetup» luksOpen /dev/vdb x', 'cryptsetup luksOpen', '--key-file'],
  ]);
  assertAsksNothing([
    'cryptsetup -q luksFormat /dev/vdb k',
    'cryptsetup luksFormat --batch-mode /dev/vdb k',
    'cryptsetup -vq luksFormat x k',
    'cryptsetup open -d k /dev/vdb',
    'cryptsetup open --key-file k x',
    'cryptsetup close x',
    'cryptsetup luksFormatted',
    'cryptsetup isLuks x',
    'cryptsetup reopening x',
    'echo x | cryptsetup luksFormat /dev/vdb',
  ]);
});
