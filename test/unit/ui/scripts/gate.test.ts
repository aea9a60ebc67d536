// The last question before a script leaves the editor: its count, its lines, its verbs and what each answer does.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vscode from 'vscode';
import { checkScript } from '../../../../src/scripts/index';
import { type Outgoing, passGate } from '../../../../src/ui/scripts/gate';

const clean = '#!/bin/bash\necho hello\n';
const faulty = '#!/bin/bash\r\ndnf install nginx\r\nread name\r\nreboot\r\n';

interface Asked {
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly string[];
}

/** Passes the gate, with these answers to its questions, in order. */
async function pass(content: string, answers: readonly (string | undefined)[], more: Partial<Outgoing> = {}) {
  const asked: Asked[] = [];
  const said: string[] = [];
  Object.assign(vscode.window, {
    showWarningMessage: async (title: string, { detail }: { detail: string }, ...actions: string[]) => {
      asked.push({ title, detail, actions });
      return answers[asked.length - 1];
    },
    showInformationMessage: async (text: string) => void said.push(text),
  });
  const outgoing: Outgoing = { content, environment: 'vpc', osType: 'LNX', called: 'web.sh', next: 'upload', ...more };
  const sent = await passGate(outgoing).catch((error: unknown) => {
    assert.ok(error instanceof vscode.CancellationError);
    return undefined;
  });
  return { sent, asked, said };
}

test('what only may go wrong passes without a question', async () => {
  assert.deepEqual(await pass(clean, []), { sent: clean, asked: [], said: [] });
  assert.equal((await pass(`${clean}apt-get install nginx\n`, [])).asked.length, 0);
});

test('one fault that cannot work brings up all problems, and no hint', async () => {
  const { sent, asked } = await pass(faulty, [undefined]);
  assert.equal(sent, undefined);
  const [question] = asked;
  const findings = checkScript(faulty, { environment: 'vpc', osType: 'LNX' });
  const problems = findings.filter(({ severity }) => severity !== 'information');
  assert.equal(findings.length, problems.length + 1);
  assert.equal(question?.title, `${problems.length} problems were found in web.sh.`);
  assert.equal(question.detail.split('\n').length, problems.length);
  assert.match(question.detail, /^Line 1: .*→ Convert to LF\nLine 2: .*→ Add -y\nLine 3: [^→]*$/);
});

test('hints neither stop a script nor change it, however many there are', async () => {
  const hints = '#!/bin/bash\napt-get update\napt-get install -y nginx\ncp a $HOME/\nreboot\n';
  const findings = checkScript(hints, { environment: 'vpc', osType: 'LNX' });
  assert.ok(findings.length >= 4 && findings.every(({ severity }) => severity === 'information'));
  assert.deepEqual(await pass(hints, []), { sent: hints, asked: [], said: [] });
  const { sent } = await pass(hints.replaceAll('\n', '\r\n'), ['Fix and Upload']);
  assert.equal(sent, hints);
});

test('what it stops for is named first, and how much there is no room for', async () => {
  const others = ['docker run -it d', 'git clone https://e/<your-name>/f', 'sudo su - g', 'tail -f h'];
  const lines = ['dnf install a', 'read b', 'passwd c', ...others, 'PASSWORD=hunter22', '# 끝'];
  const { asked } = await pass(`#!/bin/bash\n${lines.join('\n')}\n`, [undefined]);
  const told = (asked[0]?.detail ?? '').split('\n');
  assert.match(told[0] ?? '', /^Line 10: .*ASCII/);
  assert.match(told[1] ?? '', /^Line 9: .*password/);
  assert.equal(told.at(-1), '… and 1 more of them');
});

test('a fault in every line does not hide the others', async () => {
  const comments = '# 단계\n'.repeat(30);
  const { asked, sent } = await pass(`#!/bin/bash\n${comments}PASSWORD=hunter22\n`, [
    'Fix and Upload',
    'Upload Anyway',
  ]);
  assert.equal(asked[0]?.title, '31 problems were found in web.sh.');
  assert.match(
    asked[0].detail,
    /^Line 2: .* There are 29 more such places\. → Remove from all comments\nLine 32: This looks like a password\.$/,
  );
  assert.equal(sent, `#!/bin/bash\n${'# \n'.repeat(30)}PASSWORD=hunter22\n`);
});

test('what cloud-init would read is held back: NCP does not', async () => {
  const { asked } = await pass('#cloud-config\npackages: []\n', [undefined]);
  assert.equal(asked[0]?.title, '1 problem was found in web.sh.');
  assert.deepEqual(asked[0].actions, ['Upload Anyway']);
});

test('the verbs are those of what follows, and buttons without a use are left out', async () => {
  const actionsOf = async (content: string, more: Partial<Outgoing>) =>
    (await pass(content, [], more)).asked[0]?.actions;
  const show = async () => undefined;
  assert.deepEqual(await actionsOf(faulty, { show }), ['Fix and Upload', 'Show', 'Upload Anyway']);
  assert.deepEqual(await actionsOf(faulty, { next: 'create' }), ['Fix and Create', 'Create Anyway']);
  assert.deepEqual(await actionsOf(`${clean}PASSWORD=hunter22\n`, { show }), ['Show', 'Upload Anyway']);
});

test('a fix mends all that can be mended, says what, and sends the rest only if nothing speaks against it', async () => {
  const { sent, asked, said } = await pass(faulty, ['Fix and Upload']);
  assert.equal(sent, '#!/bin/bash\ndnf install -y nginx\nread name\nreboot\n');
  assert.equal(asked.length, 1);
  assert.deepEqual(said, ['Fixed in web.sh: Convert to LF, Add -y']);
  const secret = await pass(`${faulty}PASSWORD=hunter22\r\n`, ['Fix and Upload', undefined]);
  assert.deepEqual([secret.sent, secret.asked.length], [undefined, 2]);
  assert.deepEqual(secret.asked[1]?.actions, ['Upload Anyway']);
});

test('a look at the problems sends nothing', async () => {
  const shown: number[] = [];
  const { sent, asked } = await pass(faulty, ['Show', 'Upload Anyway'], {
    show: async (findings) => shown.push(findings.length),
  });
  assert.deepEqual([sent, asked.length, shown], [undefined, 1, [3]]);
});

test('who insists sends the text as it is', async () => {
  assert.equal((await pass(faulty, ['Upload Anyway'])).sent, faulty);
});

test('where the file cannot be changed, what is sent is mended all the same, and said to be only that', async () => {
  const mends: string[] = [];
  const { sent, asked, said } = await pass(faulty, ['Fix and Upload'], {
    mend: async (_, text) => {
      mends.push(text);
      return text;
    },
  });
  assert.equal(sent, '#!/bin/bash\ndnf install -y nginx\nread name\nreboot\n');
  assert.deepEqual([asked.length, mends], [1, [faulty]]);
  assert.deepEqual(said, ['Fixed in what is sent; web.sh itself could not be changed: Convert to LF, Add -y']);
});

test('a file that was changed meanwhile is judged as it is then', async () => {
  const { sent, asked, said } = await pass(faulty, ['Fix and Upload', 'Upload Anyway'], {
    mend: async () => `${clean}PASSWORD=hunter22\n`,
  });
  assert.deepEqual([sent, asked.length], [`${clean}PASSWORD=hunter22\n`, 2]);
  assert.deepEqual(asked[1]?.actions, ['Upload Anyway']);
  assert.equal(said.length, 1);
});
