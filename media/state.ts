/** What the form knows: the draft, the lists, what the user has left, and all that follows from them. */
import type { CreationStep, FormAccount, Lookup, Questions } from '../src/protocol';
import {
  type Context,
  type CreateParameter,
  type Draft,
  differsFromStart,
  findCreateParameter,
  genericName,
  type LeftForm,
  type Locale,
  lookupParams,
  type Option,
  optionsOf,
  possibleKinds,
  type ReferenceText,
  type Row,
  referenceText,
  roles,
  rowOf,
  setNames,
  uploadedScript,
  type Values,
} from '../src/reference/index';
import { appliesIn, type Derived, derive, type Fault, isGiven, type Told } from './derive';
import { withoutValue, withStart, withValue } from './draft';
import { type List, Lists } from './lists';
import { Notes } from './notes';
import { startOption } from './options';
import { type OutlineSection, outlineOf } from './outline';
import { Prices } from './prices';
import type { Asking } from './questions';
import { Remembered } from './remembered';
import { ScriptChecks } from './scripts';
import { type Strings, stringsOf } from './strings';

/** Filling one field in may fill in or clear another one that depends on it, and so on this many times. */
const mostSettlings = 6;

export class FormState {
  readonly lists: Lists;
  readonly prices: Prices;
  readonly scripts: ScriptChecks;
  readonly notes = new Notes();
  readonly strings: Strings;
  readonly text: ReferenceText;
  readonly outline: readonly OutlineSection[];
  draft: Draft;
  derived: Derived;
  /** How far a creation for the account is, whoever has begun it. */
  step: CreationStep | undefined;
  /** Whether the host looks nothing up before the user has touched the page. */
  waits = false;
  /** When the draft was left, in milliseconds, where it is one of an earlier time. */
  continued: number | undefined;
  /** Concrete wire name of the field that has the focus; its hint is shown. */
  focused: string | undefined;
  /** What the host said last of a creation: refused at a field or as a whole, or requested. */
  verdict:
    | { readonly kind: 'refused' | 'created' | 'unknown'; readonly text: string; readonly name?: string }
    | undefined;
  /** Fields that the user has left; their faults are shown. */
  private readonly left = new Set<string>();
  /** Fields that the user has changed. */
  private readonly touched = new Set<string>();
  private readonly opened = new Set<string>();
  private readonly remembered = new Remembered();
  private readonly optionCache = new WeakMap<readonly Row[], Option[]>();

  constructor(
    readonly locale: Locale,
    readonly account: FormAccount,
    left: LeftForm,
    private takenNames: readonly string[],
    ask: Asking<Questions>,
    /** Called after an answer of the host was taken, which may have changed the draft. */
    heard: () => void,
  ) {
    const answered = () => {
      this.settle();
      heard();
    };
    this.lists = new Lists(ask, answered);
    this.prices = new Prices(ask, heard);
    this.scripts = new ScriptChecks(ask, answered);
    this.strings = stringsOf(locale);
    this.text = referenceText(locale);
    this.outline = outlineOf(account.environment);
    this.draft = left.draft;
    this.hold(left);
    this.derived = this.derive();
  }

  /** The form as it is now. */
  get held(): LeftForm {
    const { draft } = this;
    const isPicked = (name: string, row: Row) => this.optionOf(name, draft.values[name] ?? '', [row]) !== undefined;
    const memory = this.remembered.memory(draft, isPicked, this.prices.current(this.derived));
    return { draft, memory };
  }

  /** Whether the user has set anything that would be lost with the draft. */
  get isHeld(): boolean {
    return setNames({ draft: this.draft, memory: this.remembered }).length > 0;
  }

  /** Whether names and price that are shown are those of an earlier time, not looked up since. */
  get isAsLeft(): boolean {
    return this.waits && this.remembered.rows.size > 0;
  }

  /** Whether what the form holds was asked for, and lacks a name to be asked for again. */
  get isSpent(): boolean {
    return this.verdict !== undefined && this.verdict.kind !== 'refused' && !this.draft.values[roles.name];
  }

  /** Puts another form in the place of this one; its lists are those that are known. */
  replace(left: LeftForm): void {
    for (const part of [this.left, this.touched, this.notes, this.opened]) part.clear();
    this.verdict = undefined;
    this.continued = undefined;
    this.hold(left);
    this.settle();
  }

  /** Takes a changed draft. `touched` is the field that the user changed. */
  change(draft: Draft, touched?: string): void {
    if (draft !== this.draft) this.remembered.change(Date.now(), touched);
    this.draft = draft;
    if (touched !== undefined) {
      this.touched.add(touched);
      this.notes.forget(touched);
      if (this.verdict?.name === touched || this.verdict?.kind !== 'refused') this.verdict = undefined;
    }
    this.settle();
  }

  /** These names are in use from now on, and no others. */
  take(names: readonly string[]): void {
    this.takenNames = names;
    this.settle();
  }

  /**
   * After a creation: name, count and numbers are those of servers that are asked for, and go, unless the form holds
   * another name than these by now. What the servers are like stays.
   */
  release(names: readonly string[]): void {
    this.continued = undefined;
    this.left.clear();
    this.touched.clear();
    if (this.derived.names.some((name) => names.includes(name))) {
      this.draft = withValue(this.draft, roles.name, '');
      for (const name of [roles.count, roles.start]) this.draft = withStart(withoutValue(this.draft, name));
    }
    this.settle();
  }

  /** The user has left a field: its faults are shown from now on, but to pass by an empty one is none. */
  leave(name: string): void {
    if (this.touched.has(name) || this.derived.values[name]) this.left.add(name);
  }

  /** The faults of a field are shown from now on. */
  judge(name: string): void {
    this.left.add(name);
  }

  judgeAll(): void {
    for (const { name } of this.derived.faults) this.left.add(name);
  }

  /** The faults as the summary tells them. */
  get told(): Told {
    const { faults } = this.derived;
    const isMissing = ({ name, severity, isAbsence }: Fault) =>
      severity === 'error' && isAbsence === true && !this.left.has(name);
    return {
      problems: faults.filter((fault) => fault.severity === 'error' && !isMissing(fault)),
      missing: faults.filter(isMissing),
      notes: faults.filter(({ severity }) => severity === 'warning'),
    };
  }

  /** The faults to show at a field; none while nothing more is asked for. Those of a file nobody is just typing. */
  faultsAt(name: string): readonly Fault[] {
    if (this.isSpent || (this.fileAt(name) === undefined && !this.left.has(name))) return [];
    return this.derived.faults.filter((fault) => fault.name === name);
  }

  /** The address of the file that stands in place of what the field would hold. */
  fileAt(name: string): string | undefined {
    return name === uploadedScript ? this.draft.script : undefined;
  }

  /** Whether a field stands in the form now. */
  stands(name: string): boolean {
    return this.derived.fields.some((field) => field.name === name);
  }

  /** Whether a parameter means something for what is chosen now. */
  applies(parameter: CreateParameter): boolean {
    const { values, context } = this.derived;
    return appliesIn(this.draft, parameter, possibleKinds(values, context));
  }

  /** Whether a field says something else than it started with and than NCP assumes. */
  isSet(name: string): boolean {
    return differsFromStart(this.account.environment, name, this.draft.values[name] ?? '');
  }

  isOpen(part: string): boolean {
    return this.opened.has(part);
  }

  setOpen(part: string, open: boolean): void {
    if (open) this.opened.add(part);
    else this.opened.delete(part);
  }

  /** Takes what was made for a pick list: it is asked for again, and the new row is chosen. */
  choose(name: string, value: string): void {
    const parameter = findCreateParameter(this.account.environment, name);
    const lookup = parameter && this.lookup(parameter);
    if (!lookup) return;
    this.lists.again(lookup);
    this.change(withValue(this.draft, name, value), name);
  }

  /** The look-up of a field; `undefined` while it waits for another field. */
  lookup(parameter: CreateParameter): Lookup | undefined {
    return this.lookupIn(parameter, this.derived.values, this.derived.context);
  }

  /** Whether there is nothing to choose for a field that may stay empty. */
  isBarren(parameter: CreateParameter, name: string): boolean {
    const { need, initial, makers, oneOf } = parameter;
    if (need === 'required' || initial !== undefined || makers || oneOf !== undefined) return false;
    if (this.draft.values[name] || this.derived.faults.some((fault) => fault.name === name)) return false;
    const list = this.known(parameter, this.derived.values, this.derived.context);
    return list?.state === 'rows' && list.rows.length === 0;
  }

  /** Whether the list of a field is on its way. */
  isLoading(parameter: CreateParameter): boolean {
    return this.known(parameter, this.derived.values, this.derived.context)?.state === 'loading';
  }

  /** Asks for the list of a parameter once more, past every cache. */
  askAgain(parameter: CreateParameter): void {
    const lookup = this.lookup(parameter);
    if (lookup) this.lists.again(lookup);
  }

  /** The labels of the fields that must be filled in before this one can be looked up. */
  waitsFor(parameter: CreateParameter): string[] {
    const { values } = this.derived;
    const partners = parameter.with ?? [];
    const names =
      partners.length > 0 && !partners.some((name) => values[name])
        ? partners.filter((name) => isGiven(this.draft, name))
        : Object.values(parameter.source?.needs ?? {}).map((from) => from.replace(/@.*/, ''));
    return names.filter((name) => !values[name]).map((name) => this.label(name));
  }

  /** The options of a list, made once. */
  options(rows: readonly Row[], parameter: CreateParameter): readonly Option[] {
    const known = this.optionCache.get(rows);
    if (known || !parameter.source) return known ?? [];
    const options = optionsOf(rows, parameter.source, this.locale);
    this.optionCache.set(rows, options);
    return options;
  }

  label(name: string): string {
    return this.text.label(this.account.environment, genericName(name));
  }

  /** What a field is called where its item is not to be seen: `Storage 2 – size`. */
  itemLabel(name: string): string {
    return this.text.itemLabel(this.account.environment, name, this.derived.values);
  }

  /** A value for people: what the picked option is called in short, or the value itself. */
  shownValue(name: string, value: string): string {
    const { environment } = this.account;
    const parameter = findCreateParameter(environment, genericName(name));
    if (!parameter) return value;
    if (parameter.type === 'boolean') return this.strings.flags[value] ?? value;
    const option = this.choices(parameter, name).find((other) => other.value === value);
    return option?.brief ?? this.text.value(environment, parameter.name, value);
  }

  /** What a field offers: its list, or as long as that is not there what was picked from it before. */
  choices(parameter: CreateParameter, name: string): readonly Option[] {
    const list = this.known(parameter, this.derived.values, this.derived.context);
    if (list?.state === 'rows') return this.options(list.rows, parameter);
    const option = this.optionOf(name, this.draft.values[name] ?? '', this.remembered.rowsOf(name));
    return option ? [option] : [];
  }

  private optionOf(name: string, value: string, rows: readonly Row[]): Option | undefined {
    const source = findCreateParameter(this.account.environment, genericName(name))?.source;
    return source && optionsOf(rows, source, this.locale).find((option) => option.value === value);
  }

  private hold({ draft, memory }: LeftForm): void {
    this.draft = withStart(draft);
    this.remembered.take(memory);
    if (memory.price) this.prices.remember(memory.price);
  }

  private lookupIn(parameter: CreateParameter, values: Values, context: Context): Lookup | undefined {
    const params = lookupParams(parameter, values, context);
    return params && { parameter: parameter.name, params };
  }

  private known(parameter: CreateParameter, values: Values, context: Context): List | undefined {
    const lookup = this.lookupIn(parameter, values, context);
    return lookup && this.lists.get(lookup);
  }

  private derive(): Derived {
    const { account, draft, outline, takenNames, scripts, strings, text } = this;
    return derive({
      environment: account.environment,
      draft,
      outline,
      takenNames,
      scriptFaults: scripts.faults,
      strings,
      text,
      list: (parameter, values, context) => this.known(parameter, values, context),
      remembered: (name) => this.remembered.rowsOf(name),
    });
  }

  /** Derives until nothing is filled in or cleared any more. */
  private settle(): void {
    for (let pass = 0; pass < mostSettlings; pass++) {
      this.derived = this.derive();
      if (!this.follow()) return;
    }
  }

  /** Fills in the rows to start with and clears values that are no longer offered. True when the draft changed. */
  private follow(): boolean {
    const { fields, values, context } = this.derived;
    for (const { parameter, name } of fields) {
      if (!parameter.source) continue;
      const value = this.draft.values[name];
      const wanted = value || !parameter.rare;
      const list = wanted ? this.known(parameter, values, context) : undefined;
      if (list?.state !== 'rows') continue;
      const options = this.options(list.rows, parameter);
      const picked = options.find((option) => option.value === value);
      if (picked) this.remembered.rows.set(name, rowOf(list.rows, parameter, picked.value) ?? {});
      else if (value) {
        const isOurs = this.remembered.filledIn.has(name);
        this.draft = isOurs ? withoutValue(this.draft, name) : withValue(this.draft, name, '');
        const former = this.optionOf(name, value, this.remembered.rowsOf(name));
        if (!isOurs) this.notes.say(name, this.strings.withdrawn(former?.text ?? value));
        return true;
      }
      const isFirst = !name.includes('.') || /\.1$/.test(name);
      const start = value === undefined && isFirst ? startOption(options, list.rows, parameter) : undefined;
      if (start) {
        this.draft = withValue(this.draft, name, start.value);
        this.remembered.filledIn.add(name);
        return true;
      }
    }
    return false;
  }
}
