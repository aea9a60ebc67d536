/** Reads what a script writes while it runs: what its shell and its programs complain of becomes findings in its lines. */
import type { Finding, FindingArgs } from '../finding';
import { leftOut, leftOutMark, scriptPath } from './command';
import { programRemarks, type Remark, shellRemarks } from './remarks';

/** All that the words of findings are taken from. */
export const remarks: readonly Remark[] = [...shellRemarks, ...programRemarks];

/** At most this many findings are kept; a loop can complain for ever. */
const most = 100;

/** Lines that are looked at: who writes more writes one thing for ever. */
const mostLines = 100_000;

/** Characters of a line that are looked at. */
const longest = 1_000;

/** `/init-script: line 12: foo` of bash, `/init-script: 12: foo` of dash. */
const shellLine = new RegExp(`^${scriptPath}: (?:line )?(\\d+): (.+)$`);

const ours = new Set(leftOut.split(' '));

export class ScriptOutput {
  private readonly found = new Map<string, Finding>();
  private readonly programs = new Set<string>();
  private readonly sought = new Set<string>();
  private count = 0;
  private readonly lines: readonly string[];
  private readonly starts: readonly number[];

  /** `text` is the script whose output is read. */
  constructor(text: string) {
    this.lines = text.split('\n');
    let start = 0;
    this.starts = this.lines.map((line) => {
      const own = start;
      start += line.length + 1;
      return own;
    });
  }

  /** Reads one more line. */
  read(written: string): void {
    this.count += 1;
    if (this.count > mostLines) return;
    const line = written.slice(0, longest).trimEnd();
    if (line.startsWith(leftOutMark)) {
      const [program = ''] = line.slice(leftOutMark.length).split(' ', 1);
      // A script can write such lines, too.
      if (ours.has(program)) this.programs.add(program);
      return;
    }
    const [, number, message] = shellLine.exec(line) ?? [];
    if (number !== undefined && message !== undefined) this.shell(Number(number) - 1, message);
    else this.program(line);
  }

  /** In the order of the text, each once. Offsets are UTF-16 offsets in it. */
  findings(): Finding[] {
    return [...this.found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** The programs that were called and left out, as a container has nothing for them to work on. */
  leftOut(): string[] {
    return [...this.programs];
  }

  private shell(place: number, message: string): void {
    const told = firstOf(shellRemarks, message);
    if (told && place < this.lines.length) this.add(told, place);
  }

  private program(line: string): void {
    const told = firstOf(programRemarks, line);
    const key = told && `${told.remark.id} ${told.args.word}`;
    // A loop can complain of one thing for ever: its place is sought once.
    if (!told || !key || this.sought.has(key) || this.sought.size >= most) return;
    this.sought.add(key);
    const { near } = told.remark;
    const word = String(told.args.word);
    const names = (text: string) => word !== '' && placeOf(text, word) >= 0;
    const isNear = (text: string) => near?.test(text) === true;
    const places = [(text: string) => names(text) && isNear(text), names, isNear].map((fits) => this.lineWith(fits));
    this.add(told, places.find((place) => place >= 0) ?? 0);
  }

  private lineWith(fits: (line: string) => boolean): number {
    return this.lines.findIndex((line, place) => (place === 0 || !/^\s*#/.test(line)) && fits(line));
  }

  /** The place is the word that is complained of, or else the line without its margins. */
  private add({ remark: { id, severity }, args }: Told, place: number): void {
    const text = this.lines[place] ?? '';
    const line = this.starts[place] ?? 0;
    const word = String(args.word ?? '');
    const at = word === '' ? -1 : placeOf(text, word);
    const start = line + (at >= 0 ? at : text.length - text.trimStart().length);
    const end = at >= 0 ? start + word.length : line + text.trimEnd().length;
    const key = `${id} ${place} ${word}`;
    if (!this.found.has(key) && this.found.size < most) {
      this.found.set(key, { rule: id, severity, start, end: Math.max(start, end), args });
    }
  }
}

interface Told {
  readonly remark: Remark;
  readonly args: FindingArgs;
}

function firstOf(all: readonly Remark[], message: string): Told | undefined {
  for (const remark of all) {
    const match = remark.pattern.exec(message);
    if (match) return { remark, args: { word: match.groups?.word ?? '' } };
  }
  return undefined;
}

/** Where the word stands by itself in a line, -1 where it does not. */
function placeOf(line: string, word: string): number {
  const isPart = (character: string) => /[\w.-]/.test(character);
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
    const isOwn = !isPart(line.charAt(at - 1)) && !isPart(line.charAt(at + word.length));
    if (isOwn || /^\W/.test(word)) return at;
  }
  return -1;
}
