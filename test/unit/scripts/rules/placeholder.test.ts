/** What stands for a value that was to be filled in, marked with « and », and what only looks like it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingText } from '../../../../src/scripts/index';
import { assertMarked, findingsOf } from './marks';

function assertAll(first: string, rows: readonly string[]): void {
  for (const row of rows) assertMarked('placeholder', row, first);
}

function findingsIn(text: string) {
  return findingsOf('placeholder', text);
}

test('words in angle brackets in a shell script', () => {
  assertAll('#!/bin/bash', [
    'curl https://«<host>»/x',
    'curl «<your-url>»',
    'git clone https://github.com/«<org>»/<repo>.git',
    'git clone git@github.com:«<user>»/x',
    'x=«<your token>»',
    'x="«<your token>»"',
    'x="«<token>»"',
    "x='«<password>»'",
    'export T="«<API_KEY>»"',
    'cat «<names>»; ls',
    'cat «<my-list>»',
    'cat «<my-list>»/x',
    'cmd «<file>» -o x',
    'cmd «<file>» --all',
    'cmd «<file>» | x',
    'cmd «<file>» && x',
    'cmd «<file>»',
    'ssh root@«<ip>»',
    'ssh <user>@«<server-ip>»',
    'cat <<E\nname: «<your-name>»\nE',
    'cat <<E\n«<your-name>»\nE',
    'cat <<E\nhttp://«<domain>»/\nE',
    'cat <<"E"\ntoken=«<token>»\nE',
    'echo "«<your-name>»" > f',
    'echo "«<your-name>»" >> /etc/x',
    'echo "«<your-name>»" | tee f',
    'echo "«<your-name>»" | sudo tee f',
    'a=example.com/«<name>»',
    'x="«<NAME HERE>»"',
    'x="«<insert token>»"',
    'x="«<replace-me>»"',
    'x="«<change me>»"',
    'x="«<enter name>»"',
    'x="«<fill in>»"',
    'x="«<thing here>»"',
    'x="«<my_name>»"',
    'x.«<domain>»',
    'a=-«<name>»',
    'a="-«<name>»"',
    'a=="«<db-name>»"',
    'a="«<my db name>»"',
    'x="«<id>»" y="<token>"',
    'x="«<id>»"\ny="«<token>»"',
    'x="«<ip>»"',
    'x="«<region name>»"',
    'x="«<Client Secret>»"',
  ]);
  assertAll('#!/bin/bash', [
    'mysql -u<user>',
    'x="a <password> b"',
    'x="<unknown>"',
    'x="<none>"',
    'x="<no name>"',
    'x="<unset-token>"',
    'x="<missing token>"',
    'x="<invalid name>"',
    'x="<empty>"',
    'x="<anonymous user>"',
    'x="<unnamed>"',
    'x="<undefined>"',
    'x="<nobody>"',
    'sort <names>sorted',
    'sort <names> out.txt',
    'cat <my-list> out',
    'cmd a<file>',
    'echo "<b>x</b>"',
    'cat <<E\n<name>x</name>\nE',
    'cat <<E\n<div>\nE',
    'cat <<E\nkey=<div>\nE',
    '# <your-name>',
    'echo "usage: x <name>"',
    'echo "<your-name>"',
    'echo "<your-name>" | grep x',
    'printf "<your-name>"',
    'x="usage <your-name>"',
    'grep "<your-name>" f',
    'sed s/<your-name>/x/ f',
    'if [ "$x" = "<your-name>" ]; then',
    '[ "$x" = "<your-name>" ]',
    'test "$x" = "<your-name>"',
    'case "<your-name>" in',
    'while x "<your-name>"',
    'elif x "<your-name>"',
    'a="for example <your-name>"',
    'a="e.g. <your-name>"',
    'a="<<name>>"',
    'a=&<name>',
    'x="<here>"',
    'x="<mything>"',
    'x=<a very long description of what to put in here indeed yes>',
    'a="<one two three four name>"',
    'log "<your-name>"',
    'logger "<your-name>"',
    'die "<your-name>"',
    'warn "<your-name>"',
    'error "<your-name>"',
    'info "<your-name>"',
    'fail "<your-name>"',
    'usage "<your-name>"',
    'read -p "<your-name>" x',
    'a="<pw>"',
  ]);
});

test('words that ask without brackets in a shell script', () => {
  assertAll('#!/bin/bash', [
    'x=«YOUR_TOKEN»',
    'x=«YOUR_PASSWORD»',
    'x="«YOUR-TOKEN»"',
    'x=«YOUR/PROJECT»',
    'x=«your-token»',
    'x=«your_token»',
    'x=«REPLACE_ME»',
    'x=«REPLACEME»',
    'x=«CHANGE_THIS»',
    'x=«CHANGETHIS»',
    'x=«CHANGEME»',
    'x=«CHANGE_ME_PLEASE»',
    'x=«REPLACE_WITH_TOKEN»',
    'x=«INSERT_TOKEN_HERE»',
    'x=«insert-token-here»',
    'x=«insert_token_here»',
    'x=«change-me»',
    'x=«changeme»',
    'x=«change_me»',
    'x=«/path/to/file»',
    'cp «/path/to/x.y» .',
    'x="«/path/to/a»"',
    'x=«YOUR_TOKENS»',
    'x=«YOUR_TOKEN_»',
    '«YOUR_COMMAND» x',
    'x {«your-name»}',
    'x [«your-name»]',
    'x{«your_name»}y',
    'x («your-name»)',
    'f(«your-name»)',
    'x, «your-name»',
    'a:«your-name»',
    'a@«your-host»',
    'a/«your-path»',
    'a=«your-name»',
    'x «your-name».com',
    'x «your-name»/x',
    'echo «your-name» > f',
    'docker login -p «YOUR_TOKEN»',
    'x=«YOUR_TOKEN» y=YOUR_OTHER',
  ]);
  assertAll('#!/bin/bash', [
    'cp x/path/to/y .',
    'x=-/path/to/a',
    'YOUR_NAME=1',
    'echo $YOUR_NAME',
    'cp ${YOUR_NAME} x',
    'YOUR_NAME+=x',
    'export YOUR_NAME=1',
    'local YOUR_NAME=1',
    'docker run -e YOUR_NAME=1 x',
    'env A=1 YOUR_NAME=1 x',
    'x=$YOUR_NAME',
    'x=myYOUR_TOKEN',
    'x=YOUR_TOKEN-x',
    'x=YOURTOKEN',
    'your_function',
    'your_function x',
    'x [your-name',
    'a;your-name',
    'a.your-name',
    'a-your-name',
    'echo your-name',
    'sed -i s/YOUR_TOKEN/x/ f\ncurl YOUR_TOKEN',
    'x=YOUR_TOKEN\nsed -i s/YOUR_TOKEN/x/ f',
    'perl -pi -e s/YOUR_KEY/a/ f\nx=YOUR_KEY',
    'envsubst YOUR_KEY\nx=YOUR_KEY',
    'awk YOUR_KEY\nx=YOUR_KEY',
    'replace YOUR_KEY y\nx=YOUR_KEY',
    '# YOUR_TOKEN',
    'grep YOUR_TOKEN f',
    'x=YOUR_',
    'x=your-T',
    'x=insert_here',
    'x=INSERT_HERE',
    'x=YOUR_A',
    'x=your-a',
  ]);
});

test('texts of Python, but for those that only people read', () => {
  assertAll('#!/usr/bin/python3', [
    'x = "«<your-name>»"',
    'x = "«<token>»"',
    'x = """\n«<your-name>»\n"""',
    'f("""\n«<your-name>»""")',
    'a = (\n"""\nx="«<token>»"\n""")',
    'x = [\n  r"""\n"«<token>»"\n"""]',
    'open("«<your-name>»")',
    'x = "«YOUR_TOKEN»"',
    'x = ["«YOUR_TOKEN»"]',
    'x = "«/path/to/a»"',
  ]);
  assertAll('#!/usr/bin/python3', [
    '"""\nx = "<your-name>"\n"""',
    'def f():\n    """Takes <your-name>"""',
    "'''\n<your-name>\n'''",
    'a = 1\n"""\nx="<token>"\n"""',
    'a\nr"""\n"<token>"\n"""',
    'print("<your-name>")',
    'x = YOUR_TOKEN',
    'x = your_token',
    'x = f(your_token)',
    'x = {YOUR_KEY}',
    '--x "<token>"',
    '  --x "<token>"',
    'parser.add_argument(metavar="<token>")',
    'x(help="<your-name>")',
    '"""\n"<token>"',
    'a = 1\n"""\n"<token>"',
    'x = 1 # <your-name>',
  ]);
});

test('texts of Perl, but for its documentation and its patterns', () => {
  assertAll('#!/usr/bin/perl', [
    'my $x = "«<your-name>»";',
    'x__END__\n"«<token>»"',
    '__END__x\n"«<token>»"',
    '$x =~ "«<your-name>»"',
    'y/«<your-name>»/x/',
    '$x = "«YOUR_TOKEN»";',
    '=9\n"«<token>»"',
  ]);
  assertAll('#!/usr/bin/perl', [
    '=pod\n"<token>"\n=cut\n',
    '=head1\n"<token>"',
    '__END__\n"<token>"',
    '__DATA__\n"<token>"',
    '$x =~ /<your-name>/',
    '$x !~ m/<your-name>/',
    's/<your-name>/x/',
    'm{<your-name>}',
    'qr/<your-name>/',
    's|<your-name>|x|',
    's#<your-name>#x#',
    's!<your-name>!x!',
    'm(<your-name>)',
    's,<your-name>,x,',
    '($x =~ s/<token>/x/)',
    'a = cut\n=cut\n"<token>"',
    '=pod\nx =cut\n"<token>"\n',
  ]);
});

test('outside quotes the command fails, within them the text is used as it is', () => {
  const told = (line: string) => {
    const [finding] = findingsIn(`#!/bin/bash\n${line}\n`);
    assert.ok(finding);
    return (['en', 'ko'] as const).flatMap((language) => Object.values(findingText(finding, language)));
  };
  const words = ['“<host>” stands for a value that is not filled in.', '‘<host>’ 자리에 값이 입력되지 않았습니다.'];
  assert.deepEqual(told('curl https://<host>/x'), [
    words[0],
    'Outside quotes a shell takes < and > for files to read and to write, and the command fails. Put the real value there.',
    words[1],
    '따옴표 밖의 <와 >는 셸에서 파일 입출력을 뜻하므로 명령이 실패합니다. 실제 값을 입력하십시오.',
  ]);
  assert.deepEqual(told('curl "https://<host>/x"'), [
    words[0],
    'The script would run with this very text. Put the real value there.',
    words[1],
    '이대로 두면 스크립트가 이 문자열을 그대로 사용합니다. 실제 값을 입력하십시오.',
  ]);
});

test('a flood is looked at up to a number, and cloud-init not at all', () => {
  const lines = (count: number, line: string) => `#!/bin/bash\n${line.repeat(count)}x=<id>\ny=YOUR_TOKEN\n`;
  assert.equal(findingsIn(lines(99, 'echo "<a>"\n')).length, 2);
  assert.equal(findingsIn(lines(100, 'echo "<a>"\n')).length, 1);
  assert.equal(findingsIn(lines(99, 'echo YOUR_AB\n')).length, 2);
  assert.equal(findingsIn(lines(100, 'echo YOUR_AB\n')).length, 1);
  assert.deepEqual(findingsIn('#cloud-config\npassword: "<password>"\n'), []);
});
