/** Where words stand for a value, told by what surrounds them on their line; marked with « and ». */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertMarked, findingsOf, marked } from './marks';

/** The script with everything marked that is told of it. */
function markedBy(text: string): string {
  return marked(text, findingsOf('placeholder', text));
}

/** Lines below a first one; exactly what is marked in them is told. */
const rows: readonly (readonly [first: string, ...lines: string[]])[] = [
  [
    '#!/bin/bash',
    // Whichever comes first on a line is told, of both kinds.
    'curl -u «YOUR_USER»:x "https://<host>/"',
    'curl "https://«<host>»/" -u YOUR_USER',
    'a=«YOUR_NAME»\nb="«<token>»"\nc=«CHANGE_ME»',
    // Names of elements, and names that are no element although one closes elsewhere.
    'cat > a.xml <<E\n<server name>\n</server>\nE',
    'cat > a.xml <<E\nurl=<host></url>\nE',
    'cat > a.xml <<E\n</host>\nurl=«<host>»\nE',
    'x="«<api key>»"; y="</key>"',
    // Files that are read and written.
    'sort <my-list> "$OUT"',
    "sort <my-list> 'out.txt'",
    'sort <my-list> ./out.txt',
    'sort <my-list>  out.txt',
    'sort «<my-list>» > out.txt',
    'git checkout -b s/«<your-name>»',
    'help="Run it\n  with <your-name>\n"',
    '«YOUR_COMMAND» --x=1',
    '«/path/to/install.sh» -y',
    'date >«/path/to/log»',
    'sort <my-list> ~/out.txt',
    'curl «<your-host>»:8080/x',
    'curl «<your-host>».example.com',
    'ssh «<your-user>»@host',
    'curl http://«<your-host>»/x -o out',
    'curl http://«<your-host>» out',
    '(mount «<disk>»)',
    'mount «<disk>» -t ext4',
    'mount «<disk>»   --verbose',
    'mount <disk> - x',
    'mount <disk> /mnt',
    // Quotes around all of a value.
    'x="a <token>"',
    'x="<token> a"',
    'x=\'<token>"',
    'x=abc"<token>',
    // Names that say what is missing are values, wherever else such words stand.
    'x="«<is none token>»"',
    'x="«<not-your-token>»"',
    'x="<there is nothing>"',
    'x="<here we go>"',
    'x="«<token here>»"',
    'x="<token heretic>"',
    'x="<yours>"',
    'x="<enterprise thing>"',
    // A command with options on lines of its own is none of a help.
    'docker run \\\n  -p "«<port>»" \\\n  --name x',
    // What is said and what is written.
    '  echo "<your-name>"',
    'log_bucket="«<bucket>»"',
    'login_url=https://«<host>»/login',
    'log_it "<your-name>"',
    'x=1; myecho "«<your-name>»"',
    'echo "«<your-name>»" >/etc/x',
    'echo "«<your-name>»" > "$FILE"',
    'echo "«<your-name>»" >> \'/etc/x\'',
    'echo "«<your-name>»" > ~/x',
    'echo "«<your-name>»" |tee f',
    'echo "«<your-name>»" |  sudo  tee f',
    'echo "<your-name>" >&2',
    'echo "<your-name>" | teetotal',
    // What looks for such words.
    'if [[ "$x" == "<your-name>" ]]; then',
    'egrep "<your-name>" f',
    'x="«<your-name>»"; grep x f',
    'testing "«<your-name>»"',
    // A name that has an example in it is no help.
    'curl https://example.com/«<path>»',
    'curl https://my-example/«<path>»',
    'ssh admin@example/«<path>»',
    'x="examples: <your-name>"',
    'x="Example <your-name>"',
    'help = "<your-name>"',
  ],
  [
    '#!/bin/bash',
    'YOUR_NAME=a cmd',
    '  YOUR_NAME=a',
    'readonly   YOUR_NAME=a',
    'cmd x «YOUR_NAME»',
    'curl $HOST/«YOUR_PATH»',
    'curl ${HOST}/«YOUR_PATH»',
    'curl x/«YOUR_PATH»?a=b',
    '  your_function x',
    'curl {«your-name»}',
    'x=«YOUR_TOKEN_9»',
    'x=«your-token-9»',
    'x=«INSERT_TOKEN_HERE».',
    'x=«/path/to/your/file»;',
    'x=$DIR/path/to/y',
    'x="«/path/to/a»" y="/path/to/b"',
  ],
  [
    '#!/usr/bin/python3',
    'a = 1\n\n"""\nx = "<token>"\n"""\n',
    'def f():\n    u"""\n    x = "<token>"\n    """\n',
    'a = \\\n"""\nx="«<token>»"\n"""',
    'f(a,\n"""\nx="«<token>»"\n""")',
    'f({\n"""\nx="«<token>»"\n"""})',
    'a = 1 +\\\n"""\nx="«<token>»"\n"""',
    'a = b"""\nx="«<token>»"\n"""',
    'a\n"""\nx\n"""\nb = "«<token>»"\n"""\ny = "<token>"\n"""',
    "a\n'''\n\"\"\"\nx = \"<token>\"\n'''",
    'x = [your-name]',
    '  -x, "<token>"',
    'x = y --z "«<token>»"',
    'x = 1 if y == "<your-name>" else 2',
  ],
  [
    '#!/usr/bin/perl',
    'my $x = 1;\n\n=head1 NAME\n\nurl=<host>\n\n=cut\n\nmy $y = "«<token>»";',
    '=begin comment\nkey="<token>"\n=cut\nmy $y = "«<token>»";',
    'my $x=a;\nmy $y = "«<token>»";',
    'my %h = (\n  key =cutter, "«<token>»");',
    'print if $x =~   /<your-name>/;',
    'return unless $x !~ m{^<your-name>};',
    'my $r = qr{<your-name>}i;',
    'print if $x =~/<your-name>/;',
    'my $s = "s"; my $y = "«<token>»";',
    'if ($x =~ /a/) { $y = "<token>" }',
    '$x =~ /a b/; $y = "«<token>»";',
  ],
];

for (const [first, ...lines] of rows)
  for (const line of lines) test(`${first} ${JSON.stringify(line)}`, () => assertMarked('placeholder', line, first));

test('an element is looked for as far as a page is long', () => {
  const page = (length: number) => `#!/bin/bash\ncat > a.xml <<E\nx=<host>${'-\n'.repeat(length / 2)}</host>\nE\n`;
  assert.equal(markedBy(page(19_000)), page(19_000));
  assert.match(markedBy(page(22_000)), /«<host>»/);
});
