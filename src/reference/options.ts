/** The rows of a look-up as people choose from them: what each is called, and what tells it from the others. */
import { fieldText } from './rows';
import { sizeWords } from './size';
import type { CreateParameter, Locale, Row, Source } from './types';

/** One choice of a pick list. */
export interface Option {
  readonly value: string;
  /** The most telling field of the row. */
  readonly label: string;
  /** The other fields, joined; may be empty. */
  readonly detail: string;
  /** What the input shows once the option is picked: the label and what is short of the details. */
  readonly text: string;
  /** What a summary shows: the label, of a spec also its size. */
  readonly brief: string;
  /** What names it when it is typed as a whole: its value, its shown text. In lower case. */
  readonly names: readonly string[];
  /** NCP's own name for it, in lower case; several options may share it. */
  readonly alias: string;
  /** Lower-case text that filtering looks in. */
  readonly search: string;
}

const gigabyte = 1024 ** 3;
/** Fields that tell rows apart in the list, and are only noise once one is picked. */
const long = /description|fingerprint/i;

/** What tells one spec from another, as a reader wants it; empty for rows without a processor. */
function figuresOf(row: Row, locale: Locale): string[] {
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  const cpus = Number(fieldText(row, 'cpuCount'));
  if (!(cpus > 0)) return [];
  const disk = Number(fieldText(row, 'baseBlockStorageSize')) / gigabyte;
  const gpus = Number(fieldText(row, 'gpuCount'));
  return [
    ...sizeWords(cpus, Number(fieldText(row, 'memorySize')), number),
    gpus > 0 ? `${number(gpus)} GPU` : '',
    disk > 0 ? `${fieldText(row, 'diskType.code')} ${number(disk)} GB`.trim() : '',
    fieldText(row, 'generationCode'),
    fieldText(row, 'hypervisorType.code'),
  ];
}

/** The rows as options, in their own order; rows without a value and repeated values are left out. */
export function optionsOf(rows: readonly Row[], source: Source, locale: Locale): Option[] {
  const options = new Map<string, Option>();
  for (const row of rows) {
    const value = fieldText(row, source.value);
    if (value === '' || options.has(value)) continue;
    const [name = value, ...others] = source.label.map((path) => fieldText(row, path));
    const figures = figuresOf(row, locale);
    const short = others.filter((other, index) => other !== value && !long.test(source.label[index + 1] ?? ''));
    // Products are named by their figures, in words that do not line up.
    const isFigures = figures.length > 0 && /vcpu/i.test(name);
    const label = isFigures ? joined('', figures) : name;
    const text = joined(label, isFigures || figures.length === 0 ? short : figures);
    const detail = joined(
      '',
      figures.length > 0 && !isFigures ? figures : others.filter((other) => !other.startsWith(label)),
    );
    const brief = isFigures ? joined('', figures.slice(0, 2)) : joined(label, figures.slice(0, 2));
    const names = [value, text].map((other) => other.toLowerCase());
    const search = [text, value, name, ...others].join(' ').toLowerCase();
    options.set(value, { value, label, detail, text, brief, names, alias: name.toLowerCase(), search });
  }
  return [...options.values()];
}

/** The texts that say something, each once. */
function joined(first: string, others: readonly string[]): string {
  return [...new Set([first, ...others])].filter((text) => text !== '').join(' · ');
}

/** The row that a picked value stands for. */
export function rowOf(rows: readonly Row[], parameter: CreateParameter, value: string): Row | undefined {
  const path = parameter.source?.value;
  return path === undefined || value === '' ? undefined : rows.find((row) => fieldText(row, path) === value);
}
