/** What Python and Perl scripts run, and where they wait. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, type CheckOptions, checkScript } from '../../../../src/scripts/index';

const vpc: CheckOptions = { environment: 'vpc', osType: 'LNX' };
const python = '#!/usr/bin/python3\n';
const perl = '#!/usr/bin/perl\n';

function foundIn(script: string): string[] {
  return checkScript(script, vpc).map(({ rule, start, end }) => `${rule}: ${script.slice(start, end)}`);
}

const yum = 'waits-for-input: yum install';
const sleep = (call: string) => [`long-wait: ${call}`];

const inPython: readonly (readonly [lines: string, found: readonly string[]])[] = [
  ['os.system("yum install nginx")', [yum]],
  ["os.system('yum install nginx')", [yum]],
  ['os.system("yum -y install nginx")', []],
  ['os.system(f"yum install {name}")', [yum]],
  ['os.system(f"yum install {options} {name}")', []],
  ['os.system(f"echo {{}}; yum install nginx")', []],
  ['os.system("""\nyum -y update\nyum install nginx\n""")', [yum]],
  ['os.system("yum -y update\\nyum install nginx")', [yum]],
  ['os.system("echo \\"a; b\\"; yum install nginx")', [yum]],
  ['os.system(r"echo \\d; yum install nginx")', []],
  ['os.system("yum install " + name)', []],
  ['os.system("yum install %s" % name)', []],
  ['os.popen("yum install nginx").read()', [yum]],
  ['system("yum install nginx")', []],
  ['# os.system("yum install nginx")', []],
  ['print("os.system(\'yum install nginx\')")', []],
  ['subprocess.run("yum install nginx", shell=True, check=True)', [yum]],
  ['subprocess.run(\n    "yum install nginx",\n    shell=True,\n)', [yum]],
  ['subprocess.run("yum install nginx", check=True)\nsubprocess.run("true", shell=True)', []],
  ['subprocess.getoutput("yum install nginx")', [yum]],
  ['subprocess.run("yum install nginx", shell=True, input=b"y")', []],
  ['subprocess.check_call(["yum", "install", "nginx"])', ['waits-for-input: yum", "install"'].map(quoteFirst)],
  ['subprocess.check_call(["yum", "install", "-y", "nginx"])', []],
  ["subprocess.call(['sudo', 'yum', 'install', name])", ["waits-for-input: 'yum', 'install'"]],
  ["subprocess.call(['yum', 'install', *options, name])", []],
  ["subprocess.call(['yum', 'install'] + names)", ["waits-for-input: 'yum', 'install'"]],
  ["subprocess.call([tool, 'install', 'nginx'])", []],
  ['subprocess.run(["bash", "-c", "yum install nginx"])', [yum]],
  ['subprocess.Popen("tail -f /var/log/messages", shell=True)', []],
  ['subprocess.call("tail -f /var/log/messages", shell=True)', ['endless-wait: tail -f /var/log/messages']],
  ['subprocess.call("tail -f /var/log/messages", shell=True, timeout=9)', []],
  ['time.sleep(600)', sleep('time.sleep(600)'.slice(5))],
  ['time.sleep(60 * 10)', sleep('sleep(60 * 10)')],
  ['time.sleep(60)', []],
  ['time.sleep(delay)', []],
  ['x = getpass.getpass()', ['waits-for-input: getpass']],
  ['from getpass import getpass\nx = getpass("? ")', ['waits-for-input: getpass']],
  ['import getpass\nuser = getpass.getuser()', []],
];

function quoteFirst(found: string): string {
  return found.replace(': ', ': "');
}

for (const [lines, found] of inPython) {
  test(`python: ${lines.replaceAll('\n', '⏎')}`, () => assert.deepEqual(foundIn(`${python}${lines}\n`), found));
}

const inPerl: readonly (readonly [lines: string, found: readonly string[]])[] = [
  ['system("yum install nginx");', [yum]],
  ["system 'yum install nginx';", [yum]],
  ['system("yum install nginx") == 0 or die "no";', [yum]],
  ['system("yum install -y nginx");', []],
  ['system("yum", "install", "nginx");', ['waits-for-input: "yum", "install"']],
  ['my $x = `yum install nginx`;', [yum]],
  ['system "yum install $options nginx";', []],
  ['system("yum install " . $name);', []],
  ['# system("yum install nginx");', []],
  ['print "system(\'yum install nginx\')";', []],
  ['print <<EOF;\nsystem("yum install nginx");\nEOF', []],
  ['=pod\n\nsystem("yum install nginx");\n\n=cut', []],
  ['__END__\nsystem("yum install nginx");', []],
  ['my $x = <STDIN>;', ['waits-for-input: <STDIN>']],
  ['chomp(my $x = <STDIN>);', ['waits-for-input: <STDIN>']],
  ['my @lines = <STDIN>;', []],
  ['$error =~ s/, <STDIN> line.*//;', []],
  ['while (my $x = <STDIN>) { print $x; }', []],
  ['sleep 600;', sleep('sleep 600')],
  ['sleep(600);', sleep('sleep(600)')],
  ['sleep 5;', []],
];

for (const [lines, found] of inPerl) {
  test(`perl: ${lines.replaceAll('\n', '⏎')}`, () => assert.deepEqual(foundIn(`${perl}${lines}\n`), found));
}

test('a fix is written as the language takes it', () => {
  const fixed = (script: string) => {
    const fix = checkScript(script, vpc)[0]?.fix;
    return fix && applyFix(script, fix).split('\n')[1];
  };
  assert.equal(fixed(`${python}os.system("yum install x")\n`), 'os.system("yum install -y x")');
  assert.equal(
    fixed(`${python}subprocess.run(["yum", "install", "x"])\n`),
    'subprocess.run(["yum", "install", "-y", "x"])',
  );
  assert.equal(
    fixed(`${python}subprocess.run(["bash", "-c", "yum install x"])\n`),
    'subprocess.run(["bash", "-c", "yum install -y x"])',
  );
  assert.equal(fixed(`${perl}system("yum", "install", "x");\n`), 'system("yum", "install", "-y", "x");');
});
