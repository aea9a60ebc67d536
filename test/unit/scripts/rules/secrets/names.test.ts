/** Values under a telling name: which names, which ways to write them, and what only looks like it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Opening } from '../../../../../src/scripts/opening';
import { findNamed } from '../../../../../src/scripts/rules/secrets/names';
import { findsMarked, findsNothing } from './with-marks';

type Language = Opening['language'];

const inLanguage = (language: Language) => (text: string) => findNamed(text, language, false);
const find = inLanguage('shellscript');

test('a name that ends in a word for a secret holds one', () => {
  const names = `password DB_PASSWORD dbPassword MYSQL_ROOT_PASSWD KEY_PASSPHRASE secret CLIENT_SECRET API_TOKEN githubToken
    apikey API_KEY api-key accesskey ACCESS_KEY access-key access-key-id accessKeyId access_keyid secretkey SECRET-KEY
    privateKey PRIVATE_KEY credential DB_CREDENTIALS root_pwd db.pwd pwd DB_PW pw spring.datasource.password
    climax_token pullSecretToken max_token_secret existing_secret_key client--secret`;
  for (const name of names.split(/\s+/)) findsMarked(find, [`${name}=«S3cretPw1»`, `${name} = «S3cretPw1»`]);
});

test('other names hold none', () => {
  const names = `user password_file PASSWORD_TYPE token_type TOKENIZE secrets_dir api_keyring xpw cwpwd PWD OLDPWD OLD_PWD
    existingSecret pull-secret pull_secret imagePullSecret existing.secret max_token maxToken MAX_PASSWORD min-password
    --secret -secret`;
  for (const name of names.split(/\s+/)) findsNothing(find, [`${name}=app9conf`, `${name}: app9conf`]);
});

test('a value is told in each way to assign it', () => {
  findsMarked(find, [
    'export DB_PASSWORD="«S3cretPw1»"',
    `DB_PASSWORD='«S3cretPw1»' ./install.sh`,
    'docker run -e MYSQL_PASSWORD=«S3cretPw1» mysql:8',
    'password          = «S3cretPw1»',
    '  password\t=\t«S3cretPw1»',
    'DB_PASSWORD=«1234»',
    'ROOT_PW=«root»',
    'app --client-secret=«S3cretPw1» --secret-key=«S3cretPw1»',
    'DB_PASSWORD="«blue.green.sky»"',
    `$password = '«S3cretPw1»';`,
    `$password="«S3cretPw1»"`,
    'curl -d "{\\"user\\": \\"app\\", \\"password\\": \\"«S3cretPw1»\\"}" http://10.0.0.5/',
    'echo "${DB_PASSWORD:-«S3cretPw1»}"',
    `export DB_PASSWORD=\${DB_PASSWORD:=«S3cretPw1»} KEY=\${API_KEY:-'«S3cretPw2»'}`,
  ]);
});

test('what is assigned elsewhere, later, or is no secret, is not told', () => {
  findsNothing(find, [
    'DB_PASSWORD=""',
    'DB_PASSWORD=abc',
    'DB_PASSWORD=$(cat /run/pw)',
    'DB_PASSWORD="$1"',
    'DB_PASSWORD=changeme',
    'DB_PASSWORD=config.db.main',
    'PASSWORD_HINT=S3cretPw1',
    'MYSQL_PWD=mysql_pwd',
    'SITE_PW=Site_Pw',
    'AWS_ADMIN_PW=admin_pw',
    'PASSPHRASE="ask9 the admin"',
    'env DB_PASSWORD= app9start',
    'echo the password = S3cretPw1 of old',
    '[ $PASSWORD="S3cretPw1" ]',
    '$password=S3cretPw1',
    `promtool query instant http://localhost:9090 'up{token="abcd1234"}'`,
    'echo "${DB_PASSWORD:-${dbpw9}}" "${DB_PASSWORD:-"$dbpw9"}"',
    'echo "${DB_PASSWORD:-$(cat /run/pw9)}"',
    'echo "${DB_PASSWORD:?not9set}"',
    'echo "$TOKEN:-abcd1234}"',
  ]);
});

test('a name and its value stand close to each other', () => {
  const blanks = (count: number) => ' '.repeat(count);
  findsMarked(find, [`password${blanks(20)}= «S3cretPw1»`, `password =${blanks(20)}«S3cretPw1»`]);
  findsNothing(find, [`password${blanks(21)}= S3cretPw1`, `password =${blanks(21)}S3cretPw1`]);
  findsMarked(find, [`${'A'.repeat(55)}_PASSWORD = «S3cretPw1»`]);
  findsNothing(find, [`${'A'.repeat(56)}_PASSWORD = S3cretPw1`]);
});

test('a flood of values is cut off', () => {
  assert.equal(find('pw=abcd1\n'.repeat(10_001)).length, 10_000);
});

test('files of settings hold values after a colon', () => {
  findsMarked(find, [
    'password: «S3cretPw1»',
    'password:   «swordfish»',
    'password:\t«S3cretPw1»',
    '  - password: «S3cretPw1»',
    '-   password: «S3cretPw1»',
    'client-secret: «S3cretPw1»  ',
    'client-secret: «S3cretPw1»\r\nname: app\r\n',
    'password: «S3cretPw1» # of the first user',
    'password: «S3cretPw1»\t#x\nname: app',
    'db_passwd: «swordfish»',
    'secret_key: «swordfish»',
    'credentials: «v4ult»',
    'credential: «v4ult»',
    'password: "«swordfish»"',
    `{"password": "«swordfish»", 'token': '«a1b2c3d4»'}`,
    `{"token":"«abcd1234»","secret":"«1234abcd»","api_token":"«12345678»"}`,
    '{"client_secret": "«abcdefghij»", "user": "app"}',
    'curl -H "X-Auth-Token: «4kf92mmq»" http://10.0.0.5/',
    `curl -H 'X-Api-Key: «4kf92mmq»' http://10.0.0.5/`,
  ]);
});

test('prose, types and words after a colon are not told', () => {
  findsNothing(find, [
    'passwd: files',
    'credentials: vault',
    'credential: shared',
    'token: rotating',
    '{"user": "app", "token": "access", "secret": "shared", "credentials": "omit"}',
    'echo password: hunter2x',
    'echo "Token: v2 needs 8 chars"',
    `echo 'Token: v2 needs 8 chars'`,
    'curl -H "X-Auth-Token: renewable" http://10.0.0.5/',
    'token:a1b2c3d4',
    'password: S3cretPw1 and more',
  ]);
});

test('a program takes the secret after its option', () => {
  findsMarked(find, [
    'gitlab-runner register --registration-token «a1b2c3d4»',
    'app --token   «a1b2c3d4» --verbose',
    'app --root-pw «S3cretPw1»',
    `app --password '«abcd»'`,
    'app --client-secret «S3cretPw1»',
    'app --secret-key «S3cretPw1»',
    'app --token «123456»',
    'app --token «a1b2+c3-d4=»',
  ]);
  findsNothing(find, [
    'app --secret db9conf',
    'app --credential ops9store',
    'app --pull-secret registry9',
    'app --token 4096',
    'app --token id=app9',
    'app --password --stdin2',
    'app --token instead',
    'app --token $TOKEN9',
    'app --token-file app9conf',
    'app --token',
    '-- password hunter2x',
  ]);
});

test('a list of variables gives name and value apart', () => {
  const rest = `\n# ${'and so on '.repeat(20)}`;
  findsMarked(find, [
    `- name: DB_PASSWORD\n  value: «S3cretPw1»${rest}`,
    `# ${'x'.repeat(200)}\n- name: DB_PASSWORD\n  value: "«S3cretPw1»"\n`,
    `{"name":"DB_PASSWORD","value":"«S3cretPw1»"}`,
    `{ "name" : "API_TOKEN" , "value" : "«S3cretPw1»" }`,
    `{'name': 'app.password',\n 'value': '«S3cretPw1»'}`,
  ]);
  findsNothing(find, [
    '- name: DB_USER\n  value: app9conf',
    '- name: DB_PASSWORD\n  key: x\n  value: app9conf',
    '- name: DB_PASSWORD\n  valueFrom: app9conf',
    '- name: DB_PASSWORD\n  value: $PW9',
    'name: DB_PASSWORD\nvalues: app9conf',
  ]);
});

test('PHP defines constants', () => {
  findsMarked(find, [
    `define('DB_PASSWORD','«S3cretPw1»');`,
    `define( 'DB_PASSWORD', '«S3cretPw1»' );`,
    `define("DB_PASSWORD" , "«S3cretPw1»");`,
  ]);
  findsNothing(find, [
    `define('DB_USER', 'app9conf');`,
    `define('DB_PASSWORD', getenv('DB9'));`,
    `define('DB_PASSWORD', DEFAULT9);`,
  ]);
});

test('in code only a text is a value, not a variable', () => {
  const texts: Readonly<Partial<Record<Language, readonly string[]>>> = {
    python: [
      `password = "«S3cretPw1»"`,
      `requests.get("http://10.0.0.5/?token=«abcd1234»")`,
      `body = "user=app&token=«abcd1234»"`,
      `connect(host, password='«S3cretPw1»')`,
      `data = {"password": "«S3cretPw1»"}`,
    ],
    perl: [`my $password = '«S3cretPw1»';`, `my $dsn = 'password=«S3cretPw1»';`],
    vb: [`password = "«S3cretPw1»"`],
    powershell: [
      `$Password = '«S3cretPw1»'`,
      `$settings = @{ 'Password' = '«S3cretPw1»' }`,
      `$c = "Server=db;Uid=app;Pwd=«S3cretPw1»"`,
    ],
  };
  const silent: Readonly<Partial<Record<Language, readonly string[]>>> = {
    python: [
      'password = None',
      'password = S3cretVar1',
      'print("password = unknown1")',
      'self.password=S3cretVar1',
      'connect(host, password=S3cretVar1)',
      '    token: ApiToken2',
      'print(f"{token:-20.10}")',
      'parser.error("use --password old1style")',
    ],
    perl: ['my $password = shift1;', '$password=S3cretVar1;'],
    vb: ['password = S3cretVar1'],
    powershell: ['password = S3cretVar1', `Write-Error "no --token app9conf"`],
  };
  for (const language of ['python', 'perl', 'vb', 'powershell'] as const) {
    findsMarked(inLanguage(language), texts[language] ?? []);
    findsNothing(inLanguage(language), silent[language] ?? []);
  }
});

test('a key without a maker is one of NCP by its form', () => {
  const id = 'EXAMPLEKEY0EXAMPLE01';
  const key = `${id}${id}`;
  const rows: readonly (readonly [line: string, kind: string])[] = [
    [`ncloud_access_key=${id}`, 'ncloud'],
    ['NCP_PASSWORD=S3cretPw1', 'ncloud'],
    ['RSYNCP_PASSWORD=S3cretPw1', 'password'],
    ['AWS_SESSION_TOKEN=S3cretPw1', 'aws'],
    ['DRAWS_TOKEN=S3cretPw1', 'access'],
    ['TOKEN_PASSWORD=S3cretPw1', 'password'],
    ...['access_key', 'accessKey', 'accessKeyId', 'access_key_id'].map((name) => [`${name}=${id}`, 'ncloud'] as const),
    ...['secret_key', 'secretKey', 'secretAccessKey', 'secret_accesskey', 'SECRET_ACCESS_KEY'].map(
      (name) => [`${name}=${key}`, 'ncloud'] as const,
    ),
    [`access_key_secret=${id}`, 'password'],
    [`access_key=${id}1`, 'password'],
    [`access_key=${id}-1`, 'password'],
    [`access_key=k-${id}`, 'password'],
    [`secret_key_password=${key}`, 'password'],
    [`secret_key=${key}1`, 'password'],
    [`secret_key=${key}-1`, 'password'],
    [`secret_key=k-${key}`, 'password'],
  ];
  for (const [line, kind] of rows) {
    assert.deepEqual(
      find(line).map(({ args }) => args.kind),
      [kind],
      line,
    );
  }
  assert.equal(findNamed(`secret_key=${key}`, 'shellscript', true)[0]?.args.kind, 'aws');
});
