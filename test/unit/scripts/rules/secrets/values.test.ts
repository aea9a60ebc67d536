/** What stands where a secret will be, or yields one, is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isExpanded, isExpression, isMarker, isNoSecret } from '../../../../../src/scripts/rules/secrets/values';

function holds(check: (value: string) => boolean, expected: boolean, values: string): void {
  for (const value of values.trim().split(/\s+/)) assert.equal(check(value), expected, value);
}

test('what is to be filled in is a marker', () => {
  holds(isMarker, true, '<password> %PASSWORD% {{pw}} [password] (none) *** .env ^^^ \\u0041 /run/secrets/db @pw ~/pw');
  holds(
    isMarker,
    true,
    '- -- ---- x xxx XXXXXXXX sk-xxxx1234 abc***12 abc...12 abcd~~~ pw___ pw### pw??? pw--- 여기에비밀번호',
  );
  holds(
    isMarker,
    true,
    'your-password YourToken1 sample1 dummy-key placeholder todo TBD fixme changeme change_me change-it',
  );
  holds(
    isMarker,
    true,
    'ChangeMe123 changethis change_password replace-with-token insert_key enter-password fill_in put-pw',
  );
  holds(
    isMarker,
    true,
    'token_here key-here TOKEN-HERE __DB_pw9__ DB_PASSWORD USAR_SUA_SENHA DB-PASSWORD DB_PASSWORD2',
  );
});

test('what only resembles a marker may be a secret', () => {
  holds(isMarker, false, 'S3cret- -S3cret1 x9Kd02pq 9xx a.b9 pw*9k pw---9Kd2 pass-- k#9##');
  holds(isMarker, false, 'ask-your-9Kd theyour12 unsample1 exchange9 changed9 replaced9 inserts9');
  holds(isMarker, false, 'pw-here-9 nowhere9 somewhere k__9d__ __pw__9d p4DB_PASS DB_PASSw0rd PASSWORD Db_pass9');
});

test('settings, names and files are no secret', () => {
  holds(
    isNoSecret,
    true,
    'true False NONE null missing unknown unset optional prompt stdin file password Passwd secret apikey api_key my-password',
  );
  holds(
    isNoSecret,
    true,
    'db_password my_db_password client-token user_id vault-key nextToken clientSecret xPassword apiKey',
  );
  holds(
    isNoSecret,
    true,
    'https://vault.example.com/kv db.json tls.key ca.pem values.yaml secrets.yml app.ENV get-pw.sh',
  );
  holds(isNoSecret, true, '<password>');
});

test('what only resembles a setting, a name or a file may be a secret', () => {
  holds(
    isNoSecret,
    false,
    'truelove nonesuch secret1 passwords K9db_password db_password9K db_passwords 9xaccessToken',
  );
  holds(isNoSecret, false, 'nextToken77 nextTOKEN a.b://c9 S3.keyring9 jsonS3cret pw.pyx');
});

test('a shell puts something else where a variable or a command stands', () => {
  holds(isExpanded, true, '$PW ${PW} $(pass) $@ $* x$PW `pass` $$$PW');
  holds(isExpanded, false, 'pa$$word S3cret$ S3$-cret pa$$$$word');
});

test('a variable, a field or a call is an expression', () => {
  const rows: readonly (readonly [value: string, next: string | undefined, expected: boolean])[] = [
    ['getpass', '(', true],
    ['getpass', undefined, false],
    [`secrets['db'`, ']', true],
    ['DB_PASS', ',', true],
    ['DB_PASS', ')', true],
    ['DB_PASS', ';', false],
    ['DB_PASS', undefined, false],
    ['s3cretDB', ',', false],
    ['DB_PASSw0rd', ',', false],
    ['settings.db2.password', ',', true],
    ['settings.db2.password', ')', true],
    ['settings.db2.password', undefined, false],
    ['S3cret.pw!', ')', false],
    ['config.db.password', undefined, true],
    ['config.password', ';', true],
    ['k9.db.pass', undefined, false],
    ['db.pass9', undefined, false],
  ];
  for (const [value, next, expected] of rows) assert.equal(isExpression(value, next), expected, `${value} ${next}`);
});
