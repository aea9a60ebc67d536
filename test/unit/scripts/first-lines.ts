/** First lines in the shapes that people write, most of them wrong, above commands that print `ran` and do nothing else. */
import fc from 'fast-check';

export type Language = 'shellscript' | 'python' | 'perl';

export const bodies: Readonly<Record<Language, string>> = {
  shellscript: 'echo ran\n',
  python: 'import os\nprint("ran")\n',
  perl: 'use strict;\nprint "ran\\n";\n',
};

const names: Readonly<Record<Language, readonly string[]>> = {
  shellscript: ['bash', 'bash', 'sh', 'dash'],
  python: ['python3', 'python3', 'python'],
  perl: ['perl'],
};

const options: Readonly<Record<Language, readonly string[]>> = {
  shellscript: '-e,-x,-u,-ex,-euo pipefail,-o errexit,+x,-,--,# note,note'.split(','),
  python: '-u,-B,-uB,-OO,-W ignore,-X utf8,-W,-m site,# note,note,+u'.split(','),
  perl: '-w,-T,-wT,-t,# note,note'.split(','),
};

/** What is typed for what. */
const slips = [
  'bash bach,bash bahs,bash bas,bash Bash,bash bashh,python3 pyhton3,python3 pythn3,python phyton,perl prel',
  'env evn,/bin/ /bim/,/usr/ /user/,/usr/ /usr//',
]
  .flatMap((line) => line.split(','))
  .map((slip) => slip.split(' '));

const marks = ['#!', '#!', '#! ', '#!\t'];
const mistypedMarks = ['!', '#', '# !', '!#', '#1', '##!', '#!#!', '# ', '\\#!'];
const displacedMarks = [' #!', '\n#!', '# note\n#!', '# note\n\n #! ', '\ufeff#!'];
const mark = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...marks) },
  { weight: 4, arbitrary: fc.constantFrom(...mistypedMarks) },
  { weight: 3, arbitrary: fc.constantFrom(...displacedMarks) },
);

const env = ['/usr/bin/env ', '/usr/bin/env ', '/bin/env\t', 'env ', '/usr/bin/env -S '];
const folders = ['/bin/', '/usr/bin/', '', 'bin/'];

/** Mostly the first value. */
function rarely<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

/** A script that prints `ran` where its first line lets it start. */
export const script = fc
  .constantFrom<Language>('shellscript', 'shellscript', 'shellscript', 'python', 'perl')
  .chain((language) =>
    fc.record({
      language: fc.constant(language),
      mark,
      name: fc.constantFrom(...names[language]),
      place: fc.constantFrom(...env, ...folders),
      setUp: rarely('', '-i ', 'LANG=C ', '-u LANG ', '-- '),
      words: fc.array(fc.constantFrom(...options[language]), { maxLength: 3, size: 'max' }),
      slip: rarely([], ...slips),
      isBare: fc.nat(60).map((one) => one === 0),
      blank: fc.constantFrom(' ', ' ', ' ', '\t', '  '),
      ending: fc.constantFrom('\n', '\n', '\n', '\n', ' \n', '\t\n', '\r\n'),
    }),
  )
  .map(({ language, mark, name, place, setUp, words, slip: [is = '', typed = ''], isBare, blank, ending }) => {
    // Hardly an image has /usr/bin/python; the test puts one into PATH.
    const inPath = env.includes(place) && setUp !== '-i ';
    const program = (env.includes(place) ? setUp : '') + (inPath ? name : name.replace(/n$/, 'n3'));
    // The shell of some images knows this option, that of others does not.
    const known = place.includes('-S') ? words.map((word) => word.replace('o pipefail', '')) : words;
    const line = isBare ? place : [place + program, ...known].join(blank);
    return mark + line.replace(is, typed) + ending + bodies[language];
  });
