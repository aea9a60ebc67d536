// The promises of SECURITY.md, each with the tests that hold it. One that is renamed or gone is missed here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

type Proof = readonly [file: string, ...tests: string[]];

const promises: Readonly<Record<string, readonly Proof[]>> = {
  'S1 what a webview may load': [
    [
      'unit/ui/page/panel.test.ts',
      'the policy as rendered: nothing by default, scripts by a nonce of 128 bits or more, nothing unsafe',
      'the nonce of the policy is that of every script, and is new for each rendering',
      'the page may load files of dist and of no other folder, and may run no command',
      'there is one place that fills webviews',
    ],
    ['unit/ui/page/html.test.ts', 'the policy allows the page its scripts and style, and nothing else'],
  ],
  'S2 messages and arguments are hostile': [
    [
      'unit/ui/form/messages.test.ts',
      'no junk is accepted and none makes it throw',
      'a message that is not as agreed is refused',
    ],
    ['unit/ui/page/panel.test.ts', 'what the check refuses is not handled, and nothing of it gets into the log'],
    [
      'unit/dist/extension.slow.test.ts',
      'whatever another extension passes, a command asks first, runs no command of others and changes nothing',
    ],
    ['host/sandbox.test.ts', 'commands called with nonsense ask, and leave when nobody answers'],
  ],
  'S3 a workspace changes nothing': [
    ['unit/repository/manifest.test.ts', 'no workspace can change a setting, and no setting holds an address'],
    ['host/activation.test.ts', 'the settings of a workspace turn nothing on'],
    ['host/proxy.test.ts', 'network settings of a workspace do not count'],
  ],
  'S4 a key goes to its own endpoint': [
    ['unit/ui/accounts/keys.test.ts', 'a key is not given to another endpoint'],
    [
      'unit/ui/accounts/session.test.ts',
      'a real key never goes to the sandbox, and the key of the sandbox never to a real site',
    ],
    ['unit/ui/accounts/configure.test.ts', 'an address that is not of a known site gets no key'],
    ['unit/client/sites.test.ts', '"${endpoint}" gets no signed call'],
    ['unit/client/http.slow.test.ts', 'a ${status} is not followed', 'the proxy of the environment is not used'],
    ['unit/client/client.test.ts', 'a proxy is used for NAVER Cloud and never for this computer'],
  ],
  'S5 secrets are in no sink': [
    [
      'unit/dist/extension.slow.test.ts',
      'secrets that come back are in no message, log, draft, export, preset, clipboard or file',
    ],
    [
      'unit/client/mask.slow.test.ts',
      'no answer and no error tells keys, signature, passwords or scripts, in no encoding and in no place',
    ],
    ['unit/client/client.test.ts', 'no secret is in the client, in an error or in a report'],
    ['unit/ui/form/drafts.test.ts', 'the text of a script is there until the editor is closed, and never written down'],
    ['unit/ui/fault.test.ts', 'no key that stands in the message of an exception reaches the log'],
    ['unit/servers/exports/shells.slow.test.ts', 'no export holds a key'],
    [
      'host/login-keys.test.ts',
      'a private key is saved where the user says, for the user alone, and no message holds it',
    ],
  ],
  'S6 names are text': [
    [
      'unit/dist/extension.slow.test.ts',
      'whatever a server is called, it is text in trees, questions, messages, lists, terminals and exports',
    ],
    ['unit/ui/doors.test.ts', 'nothing is shown around the doors'],
    [
      'unit/ui/text.test.ts',
      '${name} is inert in ${place}',
      'no text makes a link or an icon, and what can be seen of it stays',
    ],
    [
      'unit/servers/exports/shells.slow.test.ts',
      'curl script: hostile values reach curl unchanged in ${shell}',
      'ncloud command: hostile values reach ncloud unchanged in ${shell}',
    ],
    ['unit/servers/exports/terraform.test.ts', 'hostile texts stay text'],
    [
      'unit/connect/arguments.test.ts',
      'whatever NCP answers and the user chose, only what is fit reaches the arguments',
    ],
    [
      'e2e/inert.e2e.mjs',
      'links and icons in names and messages are text in tree, tooltip, pick list, question, notification and form',
    ],
  ],
  'S7 a private key is a new file of its owner': [
    [
      'unit/ui/loginkeys/file.test.ts',
      'the key can be read by its owner alone',
      'nothing that exists is overwritten',
      'no link is followed, whether it leads somewhere or not',
      'open workspace folders and git work trees are told, also through links',
    ],
    [
      'host/login-keys.test.ts',
      'neither a workspace folder nor a file that exists is taken, and leaving then makes nothing',
    ],
  ],
  'S8 answers that want to break their reader': [
    ['unit/client/decode.hostile.slow.test.ts', '${name}: an error within a second, and no prototype is touched'],
    ['unit/client/decode.test.ts', 'no name of an answer reaches a prototype'],
    ['unit/client/decode.slow.test.ts', 'no prefix of a good create answer is an answer or a refusal'],
  ],
  'S9 no library with known holes': [
    [
      'unit/repository/libraries.test.ts',
      'no library of the lock file has a known hole or comes unsealed',
      'what is shipped has exact versions',
    ],
  ],
  'S10 what is in the VSIX': [
    [
      'unit/repository/release.slow.test.ts',
      'a version that is ready has no fault, and each fault is told',
      'the version that stands here has no fault',
    ],
  ],
  'S11 no web page uses the sandbox': [
    [
      'page/sandbox.test.mjs',
      'a page ${where} changes nothing and reads nothing, even with the keys of the sandbox',
      'a name that was turned to this computer shows nothing of the sandbox',
    ],
    [
      'unit/sandbox/http.slow.test.ts',
      'it is there on 127.0.0.1 and on no other address of this computer',
      'what a browser says of a page is refused, signed or not, and is not even on record',
      'who sends headers by the drop, a body by the drop, or without end, is cut off',
    ],
    [
      'unit/sandbox/gateway.test.ts',
      'a wrong key, secret, method, path or time is invalid',
      'only local clients that are not web pages are answered',
    ],
  ],
  'S12 a secret store that fails': [
    [
      'unit/dist/extension.slow.test.ts',
      'a secret store that ${fault}: the key is asked for once, nothing is sent and nothing else is lost',
      'a key that is lost while the editor is open is asked for with the next call, and only that one',
    ],
    [
      'unit/ui/accounts/session.test.ts',
      'several accounts without a key are asked for one after the other',
      'whoever leaves one box has left those behind it, and is asked again next time',
    ],
    [
      'unit/ui/accounts/keys.test.ts',
      'a store that loses what it is given is noticed',
      'a locked store and a damaged value read as "not there"',
    ],
    [
      'host/keys.test.ts',
      'an account without its key asks for it when it is opened, and stays when the question is left',
    ],
  ],
  'S13 nothing before the first action': [
    [
      'unit/dist/extension.slow.test.ts',
      'activation sends nothing and reads no secret, and neither does a look at the accounts',
    ],
    ['host/activation.test.ts', 'activation loads nothing that could send a request or read a secret'],
    ['unit/repository/manifest.test.ts', 'the editor starts the extension for what it must and for nothing else'],
  ],
  'S14 no text runs as code': [
    [
      'unit/repository/bundles.slow.test.ts',
      'every bundle loads no module but those that it is let',
      'no bundle holds ${what}',
      'what is looked for is found however it is written',
    ],
  ],
};

/** Holes that were once found and mended, each with the tests that would find it again. */
const mended: Readonly<Record<string, readonly Proof[]>> = {
  'text of NCP became a link that runs commands': [
    ['unit/ui/doors.test.ts', 'nothing is shown around the doors'],
    ['unit/ui/text.test.ts', 'words of ours around any two texts make no link with them'],
  ],
  'secrets that came back in another encoding were shown': [
    ['unit/client/mask.test.ts', 'secrets are found in ${name}'],
    [
      'unit/client/mask.test.ts',
      'random secrets in random company, random encodings one in another: nothing of them is left',
    ],
  ],
  'the script of a preset was read through a link that leaves the folder': [
    ['unit/ui/presets/named-file.test.ts', '${JSON.stringify(name)}: ${local} here, ${remote} elsewhere'],
    ['host/presets.test.ts', 'elsewhere than on this computer no link is followed to a script'],
  ],
  'a draft chose the region of a creation': [
    ['unit/ui/form/messages.test.ts', '${environment}: what the account supplies is refused in every draft'],
    ['unit/ui/form/messages.test.ts', 'a stored draft that names a region is not restored'],
  ],
  'a file of keys made the editor wait, or a key come out cut': [
    ['unit/ui/accounts/configure.test.ts', 'no text makes it throw or wait, not even the largest'],
    [
      'unit/ui/accounts/configure.test.ts',
      'what a key file holds comes out as it is, with any blanks, quotes, ends of line and case',
    ],
    ['unit/ui/accounts/text-file.test.ts', 'no pipe, device or broken link is read'],
  ],
};

/** Whether a file of tests has one of this name. */
function has(text: string, name: string): boolean {
  return ["'", '`', '"'].some((quote) => text.includes(`${quote}${name}${quote}`));
}

for (const [promise, proofs] of Object.entries({ ...promises, ...mended })) {
  test(`${promise}: the tests are there`, () => {
    assert.ok(proofs.length > 0);
    for (const [file, ...names] of proofs) {
      const text = readFileSync(`test/${file}`, 'utf8');
      assert.ok(names.length > 0, file);
      for (const name of names) assert.ok(has(text, name), `${file}: ${name}`);
      assert.doesNotMatch(text, /\b(?:test|it|describe)\.(?:skip|only|todo)\b/, file);
    }
  });
}

test('SECURITY.md names each promise, and READMEs lead there', () => {
  const text = readFileSync('SECURITY.md', 'utf8');
  assert.deepEqual(
    Object.keys(promises).map((promise) => promise.split(' ')[0]),
    Array.from({ length: 14 }, (_, place) => `S${place + 1}`),
  );
  for (const promise of Object.keys(promises)) assert.match(text, new RegExp(`\\b${promise.split(' ')[0]}\\b`));
  for (const readme of ['README.md', 'README.ko.md']) assert.match(readFileSync(readme, 'utf8'), /\]\(SECURITY\.md\)/);
});
