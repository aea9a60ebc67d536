/** What a check of an init script says: the fault, where it is, and how it is mended. */

/** `error`: the script cannot work or is refused. `warning`: it likely does not do what was meant. */
export type Severity = 'error' | 'warning' | 'information';

/** The figures and names that the text of a rule needs. Never holds a secret. */
export type FindingArgs = Readonly<Record<string, string | number>>;

/** A replacement of the text between two UTF-16 offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that mend a finding together; they do not overlap and refer to the checked text. */
export interface Fix {
  readonly edits: readonly Edit[];
}

/** A fault of a script. `start` and `end` are UTF-16 offsets in the checked text. */
export interface Finding {
  /** The id of the rule that is broken. */
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly args: FindingArgs;
  readonly fix?: Fix;
}

/** The rule that a finding is about: one may stand for those of a rule that were left out. */
export function ruleOf({ rule, args }: Finding): string {
  return rule === 'more' ? String(args.rule) : rule;
}

/** Gives the text with the edits of a fix applied; an edit that overlaps the one before is left out. */
export function applyFix(text: string, fix: Fix): string {
  let result = '';
  let from = 0;
  for (const edit of fix.edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < from) continue;
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** The edits of all fixes in one: in the order of the text, each once, and none that overlaps the one before. */
export function editsOf(findings: readonly Finding[]): Edit[] {
  // Findings that are mended together share their edits.
  const edits = [...new Set(findings.map(({ fix }) => fix?.edits ?? []))]
    .flat()
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.text.localeCompare(b.text));
  const kept: Edit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    const isSame = last?.start === edit.start && last.end === edit.end && last.text === edit.text;
    if (!isSame && edit.start >= (last?.end ?? 0)) kept.push(edit);
  }
  return kept;
}
