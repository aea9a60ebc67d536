/** All that follows from the draft and the lists: values, fields, what is sent, faults. Pure. */
import {
  appliesTo,
  type Context,
  type CreateParameter,
  choicesOf,
  type Draft,
  draftValues,
  type Environment,
  findCreateParameter,
  findRule,
  freeStart,
  genericName,
  indicesOf,
  keptNames,
  mostSerials,
  type Problem,
  possibleKinds,
  type ReferenceText,
  type Row,
  reachesBy,
  reachOf,
  roles,
  rowOf,
  type ServerKind,
  serverNames,
  unsentNames,
  type Values,
  validate,
} from '../src/reference/index';
import type { List } from './lists';
import { type Field, fieldsOf, type OutlineSection } from './outline';
import type { Strings } from './strings';

/** A fault as the page shows it. */
export interface Fault {
  /** Concrete wire name of the field to go to. */
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly text: string;
  /** The host asks about it before anything is sent, so it stops nothing here. */
  readonly asks?: boolean;
  /** The servers do not reach the internet that the script needs. */
  readonly isOfNetwork?: boolean;
  /** Nothing is wrong but that something is not there yet. */
  readonly isAbsence?: boolean;
  readonly remedy?: Remedy;
}

/** A change of one field that does away with a fault. */
export interface Remedy {
  /** What a button for it says. */
  readonly words: string;
  /** Concrete wire name of the field. */
  readonly name: string;
  readonly value: string;
}

/** The faults as the summary tells them. */
export interface Told {
  readonly problems: readonly Fault[];
  /** What waits to be filled in, and was not tried to do without. */
  readonly missing: readonly Fault[];
  readonly notes: readonly Fault[];
}

/** All that follows from the draft and the lists. */
export interface Derived {
  readonly values: Values;
  readonly context: Context;
  readonly fields: readonly Field[];
  /** Concrete wire names that are filled in and sent, in the reference's order. */
  readonly sent: readonly string[];
  readonly faults: readonly Fault[];
  /** Concrete wire names that are filled in and not sent. */
  readonly kept: readonly string[];
  /** One for each server; all of them empty as long as no name is given. */
  readonly names: readonly string[];
}

/** What it follows from. */
export interface Basis {
  readonly environment: Environment;
  readonly draft: Draft;
  readonly outline: readonly OutlineSection[];
  readonly takenNames: readonly string[];
  /** What speaks against the start-up script, as far as it was checked. */
  readonly scriptFaults: readonly Fault[];
  readonly strings: Strings;
  readonly text: ReferenceText;
  /** The list of a parameter's source, as far as it can be asked for. */
  readonly list: (parameter: CreateParameter, values: Values, context: Context) => List | undefined;
  /** The row that a field's value was last picked from, whose list is not there. At most one. */
  readonly remembered: (name: string) => readonly Row[];
}

/** A picked row may be needed to look another one up, and that one for a third. */
const passes = 3;

/** All that follows from the draft and from what the host has answered so far. */
export function derive(basis: Basis): Derived {
  const { environment, draft, outline } = basis;
  const values = draftValues(draft);
  const context = contextOf(basis, values);
  const kinds = possibleKinds(values, context);
  const fields = fieldsOf(
    outline,
    draft,
    (parameter, name) => appliesIn(draft, parameter, kinds) && isAsked(draft, parameter, name),
  );
  const count = Math.min(wholeOr1(values[roles.count]), mostSerials);
  const base = values[roles.name];
  const names = base ? serverNames(base, count, wholeOr1(values[roles.start])) : Array<string>(count || 1).fill('');
  const alternatives = Object.keys(draft.values).filter(
    (name) => draft.values[name] !== '' && values[name] === undefined,
  );
  const sent = keptNames(values, context);
  const faults: Fault[] = [
    ...namingFaults(basis, values, names),
    ...validate(values, context).map(
      (problem: Problem): Fault => ({
        name: fieldToBlame(draft, problem.name, fields),
        severity: problem.severity,
        isAbsence: findRule(problem.rule)?.isAbsence ?? false,
        text: basis.text.problem(problem, environment),
        ...(problem.mend && { remedy: { words: basis.text.mend(problem.rule), ...problem.mend } }),
      }),
    ),
  ];
  const remedy = publicIpRemedy(basis, values, context, names);
  faults.push(
    ...basis.scriptFaults
      .filter(({ name }) => draft.script !== undefined || sent.includes(name))
      .map((fault) => (fault.isOfNetwork && remedy ? { ...fault, remedy } : fault)),
  );
  const place = new Map(fields.map(({ name }, index) => [name, index]));
  faults.sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0));
  const kept = [...alternatives, ...unsentNames(values, context)];
  return { values, context, fields, sent, faults, kept, names };
}

/** The faults with which nothing can be sent. */
export function stopping(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ severity, asks }) => severity === 'error' && !asks);
}

/** What lets a server reach the internet at its first boot; only a single one can have it. */
function publicIpRemedy(
  { strings, environment }: Basis,
  values: Values,
  { rows }: Context,
  names: readonly string[],
): Remedy | undefined {
  if (names.length !== 1 || reachOf(environment, values, rows) !== 'none') return undefined;
  return { words: strings.addPublicIp, name: reachesBy, value: 'true' };
}

/** A text that is no whole number is refused elsewhere; until it is corrected it counts for nothing. */
function wholeOr1(text = ''): number {
  return /^\d+$/.test(text) ? Number(text) : 1;
}

/** Whether a parameter means something for these kinds of server and the alternatives that the draft gives. */
export function appliesIn(draft: Draft, parameter: CreateParameter, possible: readonly ServerKind[]): boolean {
  const { kinds, with: needed } = parameter;
  return appliesTo(kinds, possible) && (needed === undefined || needed.some((name) => isGiven(draft, name)));
}

/** Whether a field is worth a question: a single server has no serial number, and some first items follow another field. */
function isAsked({ values }: Draft, { role, firstAs }: CreateParameter, name: string): boolean {
  const value = values[name];
  if (role === 'start') return !!value || wholeOr1(values[roles.count]?.trim()) > 1;
  if (firstAs === undefined || indicesOf(name)[0] !== 1) return true;
  return value !== undefined && value !== values[firstAs];
}

/** Whether a parameter is the chosen one of its alternatives, or has none. */
export function isGiven(draft: Draft, name: string): boolean {
  const oneOf = findCreateParameter(draft.environment, name)?.oneOf;
  return oneOf === undefined || choicesOf(draft)[oneOf] === name;
}

/** The rows of all picked values that are known; a row may be needed to look another one up. */
function contextOf({ environment, list: listOf, remembered }: Basis, values: Values): Context {
  const rows: Record<string, Row> = {};
  const context = { environment, rows };
  for (let pass = 0; pass < passes; pass++) {
    for (const [name, value] of Object.entries(values)) {
      const parameter = findCreateParameter(environment, genericName(name));
      if (!parameter?.source) continue;
      const list = listOf(parameter, values, context);
      const known = list?.state === 'rows' ? list.rows : remembered(name);
      const row = rowOf(known, parameter, value);
      if (row) rows[name] = row;
    }
  }
  return context;
}

/** The field that stands for a name: itself, the alternative given in its place, the first one below or beside it. */
function fieldToBlame(draft: Draft, name: string, fields: readonly Field[]): string {
  const oneOf = findCreateParameter(draft.environment, name)?.oneOf;
  const given = oneOf === undefined ? name : (choicesOf(draft)[oneOf] ?? name);
  const below = (stem: string) => fields.find((other) => other.name.startsWith(stem));
  const field =
    fields.find((other) => other.name === given) ??
    below(`${given.replace(/\.N\b/g, '')}.`) ??
    (given.includes('.') ? below(given.replace(/[^.]+$/, '')) : undefined);
  return field?.name ?? given;
}

/**
 * Several servers can go on from the numbers in use. A name of our own is what a creation without an answer is found by,
 * so the form insists on one that is free.
 */
function namingFaults({ strings, takenNames }: Basis, values: Values, names: readonly string[]): readonly Fault[] {
  const fault = { name: roles.name, severity: 'error' } as const;
  if (!values[roles.name]) return [{ ...fault, text: strings.nameNeeded, isAbsence: true }];
  const taken = names.find((name) => takenNames.includes(name));
  if (taken === undefined) return [];
  const start =
    names.length > 1
      ? freeStart(values[roles.name] ?? '', names.length, wholeOr1(values[roles.start]), takenNames)
      : undefined;
  if (start === undefined) return [{ ...fault, text: strings.taken(taken) }];
  const remedy = { words: strings.startAt(start), name: roles.start, value: String(start) };
  return [{ ...fault, text: strings.takenBefore(taken), remedy }];
}
