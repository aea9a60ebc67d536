// Every Korean text of the product, wherever it stands: one word for one thing, sentences in place of colons.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { checkScript, findingText } from '../../../src/scripts/index';
import { literalsOf } from '../../support/literals';
import { readCorpus } from '../scripts/corpus';

interface Text {
  readonly place: string;
  /** With `{}` or `{0}` for what is put in. */
  readonly text: string;
}

const root = process.cwd();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const titles: Readonly<Record<string, string>> = JSON.parse(read('package.nls.ko.json'));

/** Labels: what stands behind the colon is a value, and no sentence is cut. */
const labels = new Set([
  // Lines of the details that are copied for support.
  '코드: {0}',
  'HTTP 상태: {0}',
  'NCP 요청 ID: {0}',
  '시각: {0}',
  '버전: {0}, 편집기 {1}',
  // A tab and an entry of the status bar are called like this.
  '서버 생성: {0}',
  '서버 생성: {0} ({1})',
  '초기화 스크립트: 크기와 문제',
  // What a form holds, line by line.
  '서버: {0}',
  '함께 지정한 항목: {0}',
  '마지막 변경: {0}',
  // A list of what was left out of an operation, each with its reason in brackets.
  '제외: {0}',
  '{0} 제외: {1}',
  // Where to click, step by step.
  'Access Key ID를 입력하십시오. (콘솔: My Account > 계정 및 보안 관리 > 보안 관리 > 접근 관리 > API 인증키 관리)',
  // What the form leaves to NCP, as the text of an empty field.
  '기본값: {}',
]);

const words: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/(?<!API )(?<!서버 )인증키/, '서버 인증키 for login keys, API 인증키 for the keys of an account'],
  [/양식/, '서버 생성 화면; 양식 is a sheet of paper'],
  [/화면에서 제거/, '목록에서 제거'],
  [/제시간에/, '제한 시간 안에'],
  [/비우십시오/, '선택을 해제하십시오, or 지우십시오 for a text'],
  [/비밀 저장소/, '보안 저장소'],
  [/번째 (?:줄|행)/, 'n행'],
  [/(?<![가-힣\d}])행(?=[\s을은이에의으씩]|$)/, '줄; 행 stands behind a number'],
  [/운영 체제/, '운영체제'],
  [/(?<![‘\w])\{\d*\} (?:명령|변수|프로그램|패키지|표현|구문|인터프리터)/, '‘{0}’ 명령'],
  [/ 등 [가-힣]+ \{\d*\}[개건]/, '‘x’ 등 n개 명령, ‘x’ 등 n건'],
  [/에 따라 여기/, '… 때문에 여기서'],
  [/중복을 없애/, '‘x’ 값이 중복되었습니다'],
  [/자료에 따라/, '문서마다'],
  [/(?:문제|참고) ?(?:\{\d*\}|\d+)개/, '문제 n건'],
  [/[“”„]/, '‘…’'],
];

function entriesOf(file: string): Text[] {
  return Object.entries<string>(JSON.parse(read(file))).map(([key, text]) => ({ place: `${file} ${key}`, text }));
}

function linesOf(file: string): Text[] {
  return read(file)
    .split('\n')
    .map((text, index) => ({ place: `${file}:${index + 1}`, text }));
}

const programs = ['src', 'media'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts')),
);
const shown: readonly Text[] = [
  ...programs.flatMap((file) => literalsOf(read(file)).map((text) => ({ place: file, text }))),
  ...entriesOf('l10n/bundle.l10n.ko.json'),
  ...entriesOf('package.nls.ko.json'),
].filter(({ text }) => /[가-힣]/.test(text));
const written: readonly Text[] = [...linesOf('README.ko.md'), ...linesOf('test/support/demo-workspace/README.ko.md')];
const all: readonly Text[] = [...shown, ...written];

/** The texts that break a rule, told all at once. */
function none(texts: readonly Text[], isWrong: (text: string) => boolean, why: string): void {
  const wrong = texts.filter(({ text }) => isWrong(text)).map(({ place, text }) => `${place}: ${text}`);
  assert.deepEqual(wrong, [], why);
}

test('texts of every place are there', () => {
  for (const place of ['src/reference/codes', 'src/scripts/rules/', 'media/strings', 'l10n/', 'package.nls']) {
    assert.ok(shown.filter((text) => text.place.startsWith(place)).length > 30, place);
  }
});

test('one thing has one word', () => {
  for (const [wrong, right] of words) none(all, (text) => wrong.test(text), right);
});

test('sentences are polite in one way', () => {
  none(all, (text) => /(?:[해세어아여에예네군까나데]요|죠)(?=[.!?,…’)\s]|$)/.test(text), '합쇼체');
  none(all, (text) => /(?<!니다|십시오|니까)(?<=[가-힣])[.?](?=\s|$)/.test(text), '합쇼체 at the end of a sentence');
});

test('a colon stands behind labels only', () => {
  none(shown, (text) => /[가-힣\d)}’]: /.test(text) && !labels.has(text), 'a sentence, or noun and verb');
  const texts = new Set(shown.map(({ text }) => text));
  assert.deepEqual(
    [...labels].filter((label) => !texts.has(label)),
    [],
    'no longer used',
  );
});

test('no particle hangs on what is put in', () => {
  none(all, (text) => /\([을를이가은는과와]\)|\(으\)로/.test(text), 'no choice of particles');
  const hanging = /\{\d*\}(?:\([^)]*\))?’?(?:을|를|이|가|은|는|과|와|으로|로)(?![가-힣])/;
  none(shown, (text) => hanging.test(text), 'a noun between: {0} 서버를');
});

test('commands and views are named as they are called', () => {
  const names = new Set(Object.values(titles).map((title) => title.replace(/…$/, '')));
  for (const { place, text } of all) {
    for (const [, name = ''] of text.matchAll(/‘([^’]+)’ (?:명령|보기)(?=[가-힣\s.,]|$)/g)) {
      if (!name.includes('{')) assert.ok(names.has(name), `${place}: ${text}`);
    }
  }
});

test('views and commands are found by their Korean and by their English words', () => {
  const english: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
  assert.match(titles.category ?? '', /네이버 클라우드/);
  assert.match(titles['view.initScripts'] ?? '', /초기화 스크립트.*Init Script/);
  for (const [key, title] of Object.entries(titles)) {
    // The palette finds a command by its English title, too, when the Korean one is another.
    if (/^command\.|^category$/.test(key)) assert.notEqual(title, english[key], key);
    if (/서버 인증키/.test(title) && key.startsWith('command.')) assert.match(title, /Login Key/, key);
  }
});

test('findings read well with what is put in, and say what to do', () => {
  const found = readCorpus().flatMap(({ name, bytes, options }) =>
    checkScript(bytes, options).map((finding) => ({
      place: `${name} ${finding.rule}`,
      rule: finding.rule,
      ...findingText(finding, 'ko'),
    })),
  );
  assert.ok(found.length > 300, `${found.length} findings`);
  const faults = found.map(({ place, what }) => ({ place, text: what }));
  none(faults, (text) => !/니다\.$/.test(text), 'a sentence');
  const others = /‘(?:(?:while|until|for|input|raw_input|getpass|InputBox|MsgBox)\b|<STDIN>)[^’]*’ 명령/;
  none(faults, (text) => others.test(text), 'a loop or a function is no command');
  // The one that says how many more there are has nothing to mend.
  const reasons = found.filter(({ rule }) => rule !== 'more').map(({ place, why }) => ({ place, text: why }));
  none(reasons, (text) => !/십시오\.(?= |$)/.test(text), 'a reason with its remedy');
  none([...faults, ...reasons], (text) => /undefined|NaN|\[object|‘’/.test(text), 'something is not filled in');
});

test('both languages of a fact leave the same places open', () => {
  let pairs = 0;
  for (const file of programs) {
    for (const [, en = '', ko = ''] of read(file).matchAll(/\ben: '([^'\n]*)',\s*ko: '([^'\n]*)'/g)) {
      pairs++;
      assert.equal(ko.split('{}').length, en.split('{}').length, `${file}: ${ko}`);
    }
  }
  assert.ok(pairs > 100, `${pairs} pairs`);
});
