// Text from outside at every kind of place where the editor could give life to it, judged by the editor's own patterns.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { inert, isInvisible, lines, logLine, markdown, notice, plain, saying, visibleName } from '../../../src/ui/text';

/** How the editor finds links in notifications, prompts and faults of inputs (`parseLinkedText`). */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
/** How the editor finds icons in pick lists, the status bar, lenses, prompts, buttons (`renderLabelWithIcons`). */
const icon = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const nasty: readonly (readonly [name: string, text: string])[] = JSON.parse(
  readFileSync('test/fixtures/nasty-strings.json', 'utf8'),
);

const hostile: readonly (readonly [name: string, text: string])[] = [
  ['a command link', '[click](command:workbench.action.files.newUntitledFile)'],
  ['a command link with arguments', '[x](command:vscode.open?%5B%22https%3A%2F%2Fexample.invalid%22%5D)'],
  ['a web link', 'web [w](https://example.invalid) end'],
  ['a file link', '[f](file:///etc/passwd)'],
  ['a link with a title', '[t](https://example.invalid "Update now")'],
  ['a link in capitals', '[T](HTTPS://example.invalid) [c](COMMAND:x)'],
  ['nested brackets', '[[a]](command:x) [b[c](command:y)]'],
  ['a link that a hidden character holds apart', '[a]\u200b(command:x) [b]\u202e(command:y) [c]\u0000(command:z)'],
  ['a link over a line break', '[a\nb](command:x)'],
  ['a link whose halves are a line break apart', '[a]\n(command:x)'],
  ['an icon', '$(trash) done'],
  ['a turning icon', '$(loading~spin)'],
  ['an escaped icon', '\\$(trash) \\\\$(trash)'],
  ['an icon that a hidden character holds apart', '$\u2060(trash) $\u0007(warning)'],
  ['a bare address', 'https://example.invalid/x?y=z'],
  ['a picture of Markdown', '![i](https://example.invalid/i.png)'],
  ['HTML', '<img src=x onerror=alert(1)><a href="command:x">x</a>'],
  ['text that runs backwards', 'web\u202egnp.exe\u2066x\u2069'],
  ['codes that steer a terminal', '\u001b]0;title\u0007\u001b[2J\u009b31m'],
  ['a flood of lines', 'line\r\n'.repeat(5000)],
  ['a flood of lines of other kinds', 'a\u2028b\u2029c\u0085d\u000be\u000cf'.repeat(100)],
  ['ten thousand letters', 'x'.repeat(10_000)],
  ['ten thousand letters around a link', `${'x'.repeat(5000)}[a](command:x)${'y'.repeat(5000)}`],
  ['characters of two halves', '😀'.repeat(1000)],
];

/** Each kind of place: what it does to text, and what must not be left. */
const places: readonly (readonly [name: string, show: (text: string) => string, wrong: readonly RegExp[]])[] = [
  ['a notification', notice, [link, icon, steering, /[\r\n]/]],
  ['a pick list, prompt, status bar or lens', inert, [link, icon, steering, /[\r\n]/]],
  ['a tree, title or modal question', plain, [steering, /[\r\n]/]],
  ['the lines of a modal question', lines, [/(?!\n)\p{Cc}/u, /[\u202a-\u202e\u2066-\u2069]/]],
  ['a hover', markdown, [link, icon, steering, /[\r\n]/, /[^\p{L}\p{M}\p{N} &#;]/u]],
  ['the log', logLine, [steering, /[\r\n\u2028\u2029]/]],
  ['a saying of NCP', saying, [steering, /[\r\n]/]],
];

function has(pattern: RegExp, text: string): boolean {
  return new RegExp(pattern.source, pattern.flags.replace('g', '')).test(text);
}

for (const [place, show, wrong] of places) {
  for (const [name, text] of [...hostile, ...nasty]) {
    test(`${name} is inert in ${place}`, () => {
      const shown = show(text);
      for (const pattern of wrong)
        assert.ok(!has(pattern, shown), `${pattern} in ${JSON.stringify(shown.slice(0, 200))}`);
      assert.doesNotMatch(shown, /\p{Cs}/u, 'no half of a character');
    });
  }
}

/** Pieces of which links and icons are made, and anything else. */
const pieces = fc.oneof(
  fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '](',
    '$(',
    '$',
    '\\',
    'command:x',
    'https://e',
    'file:///x',
    ' "t"',
    'trash',
    '~spin',
  ),
  fc.constantFrom('\u200b', '\u202e', '\n', '\r', '\u0000', '\u2028', ' ', '\ufeff'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

/** What can be seen of a text. */
const visible = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]/gu, '');

test('no text makes a link or an icon, and what can be seen of it stays', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const show of [inert, notice]) {
        const shown = show(text);
        assert.ok(!has(link, shown) && !has(icon, shown), JSON.stringify(shown));
        if (shown.length <= 400) assert.equal(visible(shown), visible(text));
        assert.equal(show(shown), shown);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a hover shows the text itself', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const drawn = markdown(text).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
      assert.equal(drawn, plain(text));
    }),
  );
});

test('words of ours around any two texts make no link with them', () => {
  fc.assert(
    fc.property(texts, texts, (name, reason) => {
      for (const shown of [
        notice(`${name}: ${reason}`),
        notice(`[${name}](${reason})`),
        inert(`${name} (${reason})`),
      ]) {
        assert.ok(!has(link, shown) && !has(icon, shown), JSON.stringify(shown));
      }
    }),
    { numRuns: 2000 },
  );
});

test('a notification stays short, and our own words at both of its ends stay', () => {
  const shown = notice(`Whether ${'x'.repeat(10_000)} was made is not known. Nothing is sent again.`);
  assert.ok(shown.length <= 500);
  assert.match(shown, /^Whether x+…x* was made is not known\. Nothing is sent again\.$/);
  assert.ok(saying('y'.repeat(10_000)).length <= 300);
});

const unseen = ['', ' ', '\u3000', '\u00a0\t', '\u200b\u200d', '\u0301\u0302', '\u115f', '\u1160', '\u3164', '\uffa0'];
const unseenToo = [
  '\u2800',
  '\u{e0041}\u{e007f}',
  '\ufe0f',
  '\u{e0100}',
  '\u00ad',
  '\u202e \u2066',
  '\u0000',
  '\u180e',
];

for (const name of [...unseen, ...unseenToo]) {
  test(`a name of ${JSON.stringify(name)} cannot be seen, and its row has the number`, () => {
    assert.equal(isInvisible(name), true);
    assert.equal(visibleName({ name, number: '123' }), '123');
  });
}

test('any blend of characters that cannot be seen is no name, and one letter makes it one', () => {
  const blend = fc.array(fc.constantFrom(...unseen, ...unseenToo)).map((parts) => parts.join(''));
  fc.assert(
    fc.property(blend, blend, fc.constantFrom('a', '0', '가', '-', '.', '\u{1f600}', '$'), (before, after, letter) => {
      assert.equal(isInvisible(before + after), true);
      assert.equal(isInvisible(before + letter + after), false);
      assert.ok(visibleName({ name: before + letter + after, number: '123' }).includes(letter));
    }),
  );
});
