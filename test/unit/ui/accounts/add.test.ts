// An account in three answers: what is found by trying the key, what is never lost, and what becomes of a key that was there.
import assert from 'node:assert/strict';
import test from 'node:test';
import { GatewayError, NoAnswerError } from '../../../../src/client/index';
import { addAccount, type Entered, replaceKey } from '../../../../src/ui/accounts/add';
import { answered, offline, open, publicSite, type Reply } from './answers';

const wrong = 'WRONGSECRET';
const fresh = (): Entered => ({ site: 'public', accessKey: '' });
const refused = (errorCode: string) => new GatewayError({ status: 401, errorCode, text: 'no', details: '' });

test('three answers make an account for each environment that the key opens, with its name and region', async (t) => {
  const parts = await open(t);
  const { accessKey, secretKey } = parts.sandbox;
  let added: unknown;
  const { shown, dialogs } = await answered({ replies: ['', accessKey, secretKey] }, async () => {
    added = await addAccount(parts);
  });
  assert.deepEqual(
    shown.map(({ step, value, password }) => [step, value, password]),
    [
      ['1/3', 'Public', false],
      ['2/3', '', false],
      ['3/3', '', true],
    ],
  );
  assert.deepEqual(dialogs, []);
  const accounts = parts.accounts.list();
  assert.deepEqual(
    accounts.map(({ id: _, ...account }) => account),
    [
      { label: 'public-kr', site: 'public', environment: 'vpc', region: 'KR' },
      { label: 'public-kr-classic', site: 'public', environment: 'classic', region: '1', regionName: 'KR' },
    ],
  );
  for (const { id } of accounts) {
    assert.deepEqual(await parts.keys.get(id, publicSite), { accessKey, secretKey, endpoint: publicSite });
    assert.equal(await parts.keys.get(id, 'https://ncloud.apigw.gov-ntruss.com'), undefined);
  }
  const { elsewhere, unsure } = added as { elsewhere: { name: string }[]; unsure: string[] };
  assert.deepEqual(elsewhere.map(({ name }) => name).slice(0, 2), ['SGN', 'JPN']);
  assert.deepEqual(unsure, []);
  assert.ok(!JSON.stringify([...parts.memory.keys().map((name) => parts.memory.get(name))]).includes(secretKey));
});

test('an environment that refuses the key gets no account; one that gave no answer gets none yet, and that is told', async (t) => {
  for (const [service, error, made, unsure] of [
    ['server', refused('210'), ['vpc'], []],
    ['vserver', refused('300'), ['classic'], []],
    ['server', new NoAnswerError('deadline'), ['vpc'], ['classic']],
    ['vserver', refused('500'), ['classic'], ['vpc']],
  ] as const) {
    const parts = await open(t);
    parts.faults[service] = error;
    const { accessKey, secretKey } = parts.sandbox;
    await answered({ replies: ['', accessKey, secretKey] }, async () => {
      assert.deepEqual((await addAccount(parts))?.unsure, unsure);
    });
    assert.deepEqual(
      parts.accounts.list().map(({ environment, label }) => [environment, label]),
      made.map((environment) => [environment, 'public-kr']),
    );
  }
});

test('the same key comes in once: a second time only what it opens besides', async (t) => {
  const parts = await open(t);
  const { accessKey, secretKey } = parts.sandbox;
  const replies = ['', accessKey, secretKey];
  parts.faults.server = refused('210');
  await answered({ replies }, () => addAccount(parts));
  delete parts.faults.server;
  const before = parts.accounts.list();
  for (const count of [1, 0]) {
    await answered({ replies }, async () => {
      const result = await addAccount(parts);
      assert.equal(result?.added.length, count);
      assert.deepEqual(result?.known[0], before[0]);
    });
  }
  assert.deepEqual(
    parts.accounts.list().map(({ label }) => label),
    ['public-kr', 'public-kr-classic'],
  );
});

test('whoever leaves with Escape finds the answers again, but for the secret, which nothing keeps', async (t) => {
  const parts = await open(t);
  const { accessKey, secretKey } = parts.sandbox;
  const entered = fresh();
  const escaped = async (...replies: Reply[]) => {
    const { shown } = await answered({ replies }, async () => {
      assert.equal(await addAccount(parts, entered), undefined);
    });
    return shown.map(({ value }) => value);
  };
  assert.deepEqual(await escaped({ press: 'escape' }), ['Public']);
  assert.deepEqual(await escaped(1, { typed: 'HALF', press: 'escape' }), ['Public', '']);
  assert.deepEqual(await escaped('', accessKey, { typed: secretKey, press: 'escape' }), ['Government', 'HALF', '']);
  assert.deepEqual(entered, { site: 'government', accessKey });
  assert.deepEqual(parts.accounts.list(), []);
  assert.equal(parts.secrets.values.size, 0);

  const { shown } = await answered({ replies: ['', '', secretKey] }, () => addAccount(parts, entered));
  assert.deepEqual(
    shown.map(({ value }) => value),
    ['Government', accessKey, ''],
  );
  assert.deepEqual(
    parts.accounts.list().map(({ label }) => label),
    ['gov-kr', 'gov-kr-classic'],
  );
  assert.deepEqual(entered, fresh());
});

test('a way back keeps both halves, and wrong signs are told before Enter', async (t) => {
  const parts = await open(t);
  const { accessKey, secretKey } = parts.sandbox;
  const replies: Reply[] = ['', '두 글자', accessKey, { typed: secretKey, press: 'back' }, '', ''];
  const { shown } = await answered({ replies }, () => addAccount(parts));
  assert.deepEqual(
    shown.map(({ value, said }) => [value, said]),
    [
      ['Public', undefined],
      ['', 'A key has no blanks and only ASCII characters.'],
      ['두 글자', undefined],
      ['', undefined],
      [accessKey, undefined],
      [secretKey, undefined],
    ],
  );
  assert.equal(parts.accounts.list().length, 2);
});

test('where keys are found stands in the box, with a button that leads to the console of the site', async (t) => {
  const parts = await open(t);
  const replies: Reply[] = [2, { press: 'link' }, 'A', { press: 'link' }, { press: 'escape' }];
  const { shown, opened } = await answered({ replies }, () => addAccount(parts));
  assert.match(shown[1]?.prompt ?? '', /My Account > .*Access management/);
  assert.deepEqual(opened, ['https://console.fin-ncloud.com/', 'https://console.fin-ncloud.com/']);
});

test('a refused key is called refused, and its access key is still there when it is typed again', async (t) => {
  const parts = await open(t);
  const { accessKey, secretKey } = parts.sandbox;
  const replies: Reply[] = [0, accessKey, { press: 'back' }, '', wrong, '', secretKey];
  const { shown, dialogs } = await answered({ replies, choices: [0] }, () => addAccount(parts));
  assert.deepEqual(
    shown.slice(1, 7).map(({ value }) => value),
    ['', '', accessKey, '', accessKey, ''],
  );
  assert.equal(dialogs.length, 1);
  assert.match(dialogs[0]?.title ?? '', /does not accept/);
  assert.ok(!JSON.stringify(dialogs).includes(wrong));
  const [account] = parts.accounts.list();
  assert.equal((await parts.keys.get(account?.id ?? '', publicSite))?.secretKey, secretKey);
});

test('a key that cannot be checked stays in the box when the dialog is left, and is taken when the user insists', async (t) => {
  const parts = await open(t);
  const { accessKey, secretKey } = parts.sandbox;
  Object.assign(parts.faults, offline);
  // Again, then Escape from the dialog, then "Use It Anyway".
  let added: unknown;
  const answers = { replies: [0, accessKey, secretKey, ''], choices: [0, 3, 2] };
  const { shown, dialogs } = await answered(answers, async () => {
    const { elsewhere, unsure } = (await addAccount(parts)) ?? {};
    added = { elsewhere, unsure };
  });
  assert.deepEqual(shown.at(-1)?.value, secretKey);
  assert.deepEqual(dialogs[0]?.actions, ['Check Again', 'Change the Key', 'Use It Anyway']);
  assert.ok(!JSON.stringify(dialogs).includes(secretKey));
  assert.deepEqual(
    parts.accounts.list().map(({ label, environment, region }) => [label, environment, region]),
    [['public-kr', 'vpc', 'KR']],
  );
  assert.deepEqual(added, { elsewhere: [], unsure: ['classic'] });
});

test('a new key takes the place of the old one only when it holds, or when the user insists', async (t) => {
  const parts = await open(t);
  const { accounts, keys } = parts;
  const { accessKey, secretKey } = parts.sandbox;
  const account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' } as const;
  const old = { accessKey: 'OLD', secretKey: 'OLDSECRET', endpoint: publicSite };
  await accounts.save(account);
  await keys.set('a', old);
  const replace = () => replaceKey(account, parts);
  const held = async () => (await keys.get('a', publicSite))?.secretKey;
  const leave = { press: 'escape' } as const;

  await answered({ replies: [accessKey, wrong, '', leave], choices: [0] }, replace);
  assert.equal(await held(), old.secretKey);
  await answered({ replies: [accessKey, wrong, leave], choices: [2] }, replace);
  assert.equal(await held(), old.secretKey);
  await answered({ replies: [accessKey, wrong], choices: [1] }, replace);
  assert.equal(await held(), wrong);
  await answered({ replies: [accessKey, secretKey] }, replace);
  assert.equal(await held(), secretKey);
});

test('a new key goes to all accounts that held the old one, and to no other', async (t) => {
  const parts = await open(t);
  const { accessKey, secretKey } = parts.sandbox;
  const account = { id: 'a', label: 'a', site: 'public', environment: 'vpc', region: 'KR' } as const;
  for (const [id, access] of [
    ['a', 'OLD'],
    ['b', 'OLD'],
    ['c', 'OTHER'],
  ] as const) {
    await parts.accounts.save({ ...account, id, label: id });
    await parts.keys.set(id, { accessKey: access, secretKey: 'S', endpoint: publicSite });
  }
  await answered({ replies: [accessKey, secretKey] }, () => replaceKey(account, parts));
  const held = await Promise.all(['a', 'b', 'c'].map((id) => parts.keys.get(id, publicSite)));
  assert.deepEqual(
    held.map((key) => key?.accessKey),
    [accessKey, accessKey, 'OTHER'],
  );
});
