/** What is offered as a remedy is applied and given to the kernel and to the interpreters that have to take it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { applyFix, type CheckOptions, checkScript, type Finding, languageOf } from '../../../src/scripts/index';
import { needs } from '../../support/needs';
import { type Run, runAll } from '../../support/run-all';
import { readCorpus } from './corpus';
import { bodies, type Language, script } from './first-lines';

const machine = needs('/proc', '/bin/bash', '/bin/dash', '/usr/bin/env', '/usr/bin/perl', '/usr/bin/python3');
const vpc: CheckOptions = { environment: 'vpc', osType: 'LNX' };
const folder = mkdtempSync(join(tmpdir(), 'fixes-'));
after(() => rmSync(folder, { recursive: true }));

/** Python has no name without a figure on many machines, so it gets one. */
const programs = join(folder, 'bin');
mkdirSync(programs);
if (!machine.skip) symlinkSync('/usr/bin/python3', join(programs, 'python'));

/** How the programs end that are made of these texts, each text run once. */
function runsOf(
  texts: Iterable<string>,
  programOf: (file: string, text: string) => readonly string[],
): Map<string, Run> {
  const unique = [...new Set(texts)];
  const own = mkdtempSync(join(folder, 'scripts-'));
  const words = unique.map((text, at) => {
    const file = join(own, String(at));
    writeFileSync(file, text, { mode: 0o755 });
    return programOf(file, text);
  });
  const runs = runAll(words, { PATH: `${programs}:/usr/bin:/bin` });
  return new Map(unique.map((text, at) => [text, runs[at] ?? { code: null, output: '' }]));
}

/** Which of these scripts print `ran` when the kernel is given them. */
function starting(scripts: Iterable<string>): Set<string> {
  const runs = runsOf(scripts, (file) => [file]);
  return new Set([...runs.keys()].filter((text) => /^ran$/m.test(runs.get(text)?.output ?? '')));
}

/** Rules on what the kernel reads before any interpreter does. */
const firstLineRules = /^(?:byte-order-mark|crlf|shebang-.*|env-.*|interpreter-(?:path|misspelt|arguments))$/;

function firstLineFaults(text: string): Finding[] {
  return checkScript(text, vpc).filter(({ rule }) => firstLineRules.test(rule));
}

/** The script after this fix, and after those of the faults of the first line that it leaves; nothing if one has none. */
function mended(text: string, fix: Finding['fix']): string | undefined {
  const result = fix && applyFix(text, fix);
  const left = result === undefined ? undefined : firstLineFaults(result)[0];
  return left ? mended(result ?? '', left.fix) : result;
}

test('of 1,000 first lines those without a fault start, those with one do not, and mended they do', machine, () => {
  const scripts = fc.sample(script, { seed: 10, numRuns: 1_000 });
  const remedies = scripts.flatMap((text) =>
    firstLineFaults(text).flatMap(({ rule, fix }) => ({ text, rule, result: mended(text, fix) ?? '' })),
  );
  // What is unknown may be there or not.
  const isKnown = (text: string) => !checkScript(text, vpc).some(({ rule }) => rule === 'interpreter-unknown');
  const offered = remedies.filter(({ result }) => result !== '' && isKnown(result));
  const starts = starting([...scripts, ...offered.map(({ result }) => result)]);
  const wrong = scripts.filter((text) => {
    const rules = checkScript(text, vpc).map(({ rule }) => rule);
    // A carriage return breaks lines further down too, whatever becomes of the first.
    if (rules.includes('crlf') || !isKnown(text)) return false;
    return starts.has(text) === rules.some((rule) => firstLineRules.test(rule));
  });
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    offered.filter(({ result }) => !starts.has(result)),
    [],
  );
  assert.ok(offered.length > 400);
});

/** Lines of a shell that do nothing to the machine. */
const harmless = /^(?:#.*|set [-+a-z ]+|export \w+=[\w/.-]*|)$/;

/** The first lines of a script above a command that prints `ran`, as the rest may do anything; nothing when no kernel here starts it. */
function headOf(text: string): string {
  const lines = text.split('\n');
  const [first = ''] = lines;
  if (!/^#![ \t]*(?:\/usr)?\/bin\/(?:env[ \t]+(?:-S[ \t]*)?)?(?:sh|bash|dash|python3|perl)(?:[ \t]|$)/.test(first))
    return '';
  const language = languageOf(first) as Language;
  const others = language === 'shellscript' ? lines.findIndex((line) => !harmless.test(line)) : 1;
  return (
    lines
      .slice(0, others)
      .map((line) => `${line}\n`)
      .join('') + bodies[language]
  );
}

/** Any script of the corpus, or lines of one below another one's first line. */
const linux = readCorpus().filter(({ options, text }) => options.osType === 'LNX' && text.length < 20_000);
const mixed = fc
  .tuple(fc.constantFrom(...linux), fc.constantFrom(...linux), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([{ text: head }, { text: body }, ending]) => {
    const [first = ''] = head.split(/\r?\n/, 1);
    return [first, ...body.split(/\r?\n/).slice(1)].join(ending);
  });

/** A fault of its own, which the mended one may have hidden, and which is told as well. */
function hasOther(text: string): boolean {
  return checkScript(text, vpc).some(({ rule }) =>
    /^(?:placeholder|template-variable|bash-grammar|unterminated-)/.test(rule),
  );
}

/** The interpreter that only reads a script; none for a language that runs parts of it while it reads. */
function reader(file: string, text: string): readonly string[] {
  const [first = ''] = text.split('\n', 1);
  const compile = 'import sys; compile(open(sys.argv[1], "rb").read(), "script", "exec")';
  if (languageOf(first) === 'python') return ['/usr/bin/python3', '-I', '-c', compile, file];
  return [/\b(?:da)?sh\b/.test(first) ? '/bin/dash' : '/bin/bash', '-n', file];
}

test(
  'every fix of the corpus and of 1,000 mixed scripts: a new first line starts, and the rest reads as before',
  machine,
  () => {
    const texts = [...linux.map(({ text }) => text), ...fc.sample(mixed, { seed: 10, numRuns: 1_000 })];
    const fixes = texts.flatMap((text) => {
      const first = text.indexOf('\n');
      return checkScript(text, vpc).flatMap(({ rule, fix }) => {
        if (!fix) return [];
        const isOnTop = fix.edits.some(({ start }) => start <= first);
        const result = isOnTop ? mended(text, fix) : applyFix(text, fix);
        return result === undefined ? [] : { rule, text, result, head: isOnTop ? headOf(result) : '' };
      });
    });
    const known = fixes.filter(({ text }) =>
      ['shellscript', 'python'].includes(languageOf(text.split('\n', 1)[0] ?? '') ?? ''),
    );
    const reads = runsOf(
      known.flatMap(({ text, result }) => [text, result]),
      reader,
    );
    const isRead = (text: string) => reads.get(text)?.code === 0;
    assert.deepEqual(
      known.filter(({ text, result }) => isRead(text) && !isRead(result) && !hasOther(result)),
      [],
    );
    const heads = fixes.filter(({ head }) => head !== '');
    const starts = starting(heads.map(({ head }) => head));
    assert.deepEqual(
      heads.filter(({ head }) => !starts.has(head) && !hasOther(head)),
      [],
    );
    assert.ok(known.length > 500 && heads.length > 300);
  },
);
