/** Passwords in statements of databases and in commands of Windows, and what stands at their place without being one. */
import { test } from 'node:test';
import { findStatements } from '../../../../../src/scripts/rules/secrets/statements';
import { findsMarked, findsNothing } from './with-marks';

const inShell = (text: string) => findStatements(text, 'shellscript');

test('users of MySQL', () => {
  findsMarked(inShell, [
    ...[
      "CREATE USER 'a'@'%' IDENTIFIED BY '«S3cretPw»';",
      'ALTER USER a IDENTIFIED WITH mysql_native_password BY "«S3cretPw»"',
      "GRANT ALL ON a.* TO b IDENTIFIED BY PASSWORD '«S3cretPw»'",
    ],
    ...[
      "create user a identified by '«S3cretPw»'",
      "grant all on x to y identified  by\n'«S3cretPw»'",
      "IDENTIFIED BY '«S3cretPw»'",
      "alter user a identified with x by '«S3cretPw»'",
      "to a identified by '«S3cretPw»'",
    ],
    ...[
      'mysql -e "CREATE USER a IDENTIFIED BY \\"«S3cretPw»\\""',
      "mysql -e 'CREATE USER a IDENTIFIED BY '\\''«S3cretPw»'\\'''",
    ],
    ...[
      "SET PASSWORD = '«S3cretPw»'",
      "SET PASSWORD FOR 'a'@'b' = '«S3cretPw»'",
      "SET PASSWORD FOR a = Password('«S3cretPw»')",
      "SET  PASSWORD=Password( '«S3cretPw»' )",
      "set password = '«S3cretPw»'",
    ],
    ...["UPDATE user SET authentication_string=PASSWORD('«S3cretPw»')", "update user set x = password ('«S3cretPw»')"],
  ]);
});

test('roles of PostgreSQL', () => {
  findsMarked(inShell, [
    ...[
      "CREATE USER a WITH PASSWORD '«S3cretPw»'",
      "ALTER ROLE a PASSWORD '«S3cretPw»'",
      "CREATE ROLE a LOGIN ENCRYPTED PASSWORD '«S3cretPw»'",
      "alter user a with password '«S3cretPw»'",
      "alter user a password '«S3cretPw»'",
    ],
    ...[
      "CREATE ROLE a WITH  PASSWORD  '«S3cretPw»'",
      `psql -c "ALTER USER a WITH PASSWORD '«S3cretPw»';"`,
      "CREATE USER a WITH PASSWORD '«S3cret Pw»' LOGIN",
    ],
  ]);
});

test('prose, variables and what is left to fill in are none', () => {
  findsNothing(inShell, [
    ...[
      "# identified by 'S3cretPw'",
      'It is identified by "S3cretPw".',
      "USER a IDENTIFIED BY '$PW'",
      "IDENTIFIED BY '<password>'",
      "IDENTIFIED BY ''",
      'IDENTIFIED BY S3cretPw',
      "IDENTIFIED WITH x AS 'S3cretPw'",
    ],
    ...[
      "PASSWORD 'S3cretPw'",
      "a password 'S3cretPw'",
      "SET PASSWORD FOR a TO 'S3cretPw'",
      "reset password = 'S3cretPw'",
      "x PASSWORD('S3cretPw')",
      "WITH PASSWORD '$PW'",
      "WITH PASSWORD '${PW}'",
    ],
    ...[
      "CREATE USER a WITH PASSWORD 'S3cret\nPw'",
      `IDENTIFIED BY '${'aB3'.repeat(43)}'`,
      `IDENTIFIED BY${' '.repeat(300)}'S3cretPw'`,
      `user ${'x'.repeat(120)} identified by 'S3cretPw'`,
    ],
  ]);
  findsMarked(inShell, [
    `IDENTIFIED BY '«${'aB3'.repeat(42)}»'`,
    "IDENTIFIED BY '«S3cret\"Pw»'",
    `user ${'x'.repeat(110)} identified by '«S3cretPw»'`,
  ]);
});

test('text that PowerShell makes a secure string, in whatever language', () => {
  findsMarked(inShell, [
    ...[
      "$p = ConvertTo-SecureString '«S3cretPw»' -AsPlainText -Force",
      'convertto-securestring "«S3cretPw»" -asplaintext -force',
      'ConvertTo-SecureString -String "«S3cretPw»" -AsPlainText',
      'ConvertTo-SecureString -AsPlainText -Force «S3cretPw»',
    ],
    ...[
      '"powershell ConvertTo-SecureString ""«S3cretPw»"" -AsPlainText"',
      "ConvertTo-SecureString -Force\t-AsPlainText  '«S3cretPw»'",
    ],
  ]);
  findsNothing(inShell, [
    ...[
      "ConvertTo-SecureString 'S3cretPw'",
      'ConvertTo-SecureString $pw -AsPlainText -Force',
      "ConvertTo-SecureString 'S3cretPw'\n-AsPlainText",
      "MyConvertTo-SecureString 'S3cretPw' -AsPlainText",
      "ConvertTo-SecureString -Key 'S3cretPw' -AsPlainText",
    ],
    ...[
      "ConvertTo-SecureString '<password>' -AsPlainText",
      "ConvertTo-SecureStrings 'S3cretPw' -AsPlainText",
      "ConvertTo-SecureString 'S3cretPw' -AsPlainTexts",
    ],
  ]);
});

const ofWindows = [
  ...[
    'net user app «S3cretPw» /add',
    'NET USER "my app" «S3cretPw» /add',
    "net.exe user 'my app' '«S3cretPw»'",
    'net1 user app "«S3cretPw»"',
    'sh.Run "net user ""app"" ""«S3cretPw»"" /add"',
    'net\tuser\tapp\t«S3cretPw»',
  ],
  ...[
    'cmdkey /add:h /user:u /pass:«S3cretPw»',
    'cmdkey.exe /add:h /user:u /pass:"«S3cretPw»"',
    'CMDKEY /generic:h /PASS:«S3cretPw»',
    'user.SetPassword "«S3cretPw»"',
    'user.SetPassword("«S3cretPw»")',
    'u.setpassword ( "«S3cretPw»"',
  ],
  ...[
    'reg add x /v DefaultPassword /t REG_SZ /d «S3cretPw» /f',
    'Set-ItemProperty $p DefaultPassword -Value "«S3cretPw»"',
    'reg add x /v defaultpassword /d "«S3cretPw»"',
  ],
];

const otherWindows = [
  ...[
    'net user app /delete',
    'net user app * /add',
    'net user app',
    'net user',
    'net users app S3cretPw',
    'planet user app S3cretPw',
    'net user app $pw',
    'net user app %PW%',
    'net user app !PW!',
    'net user a|b S3cretPw',
  ],
  ...[
    'cmdkey /list',
    'cmdkey /add:h /user:u\n/pass:S3cretPw',
    'xcmdkey /pass:S3cretPw',
    'user.SetPassword pw',
    'user.SetPasswords "S3cretPw"',
    'SetPassword "S3cretPw"',
    'user.SetPassword "%PW%"',
    'cmdkey x | y /pass:S3cretPw',
  ],
  ...[
    'reg add x /v DefaultPassword\n/d S3cretPw',
    'reg add x /v DefaultPasswords /d S3cretPw',
    `reg add x /v DefaultPassword ${'x'.repeat(80)} /d S3cretPw`,
    'reg add x /v DefaultPassword /f',
    'net user app <password> /add',
    `net user ${'x'.repeat(65)} S3cretPw`,
  ],
];

for (const language of ['vb', 'powershell', 'other'] as const) {
  test(`commands of Windows in ${language}`, () => {
    findsMarked((text) => findStatements(text, language), ofWindows);
    findsNothing((text) => findStatements(text, language), otherWindows);
  });
}

test('such commands are looked for on Windows alone', () => {
  findsNothing(inShell, [...ofWindows.map((row) => row.replaceAll(/[«»]/g, '')), ...otherWindows]);
});
