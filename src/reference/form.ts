/** A filled form as the rules see it: only what is sent, with the rows that were picked. */
import { possibleKinds } from './kinds';
import { roles } from './roles';
import { keptNames } from './sent';
import { imageSystem } from './systems';
import type {
  Context,
  Environment,
  Locale,
  Localized,
  OperatingSystem,
  Problem,
  Row,
  ServerKind,
  Values,
} from './types';

export interface Form {
  readonly environment: Environment;
  /** All values, sent or not. */
  readonly all: Values;
  /** The names of what is sent, in reference order. */
  readonly names: readonly string[];
  readonly kinds: readonly ServerKind[];
  /** The operating system of the image; undefined while nothing tells. */
  readonly system: OperatingSystem | undefined;
  /** How many servers; 1 when it is left out or no number. */
  readonly count: number;
  /** The value if it is sent, otherwise empty. */
  value(name: string): string;
  /** The picked row of a value that is sent. */
  row(name: string): Row | undefined;
  /** The indices in use of an outer list, ascending. */
  items(list: string): readonly number[];
}

/** What a rule finds; the rule's name is added to make it a `Problem`. */
export interface Finding {
  readonly name: string;
  /** Left out means `error`. */
  readonly severity?: Problem['severity'];
  readonly args?: Problem['args'];
  readonly mend?: Problem['mend'];
}

/** What a sentence about a fault may use: the label of its field and the rule's arguments as text, numbers grouped. */
export interface ProblemFacts {
  readonly label: string;
  /** What the parameter's pattern asks for; empty when it has none. */
  readonly form: string;
  arg(name: string): string;
  /** What the parameters are called that an argument names by their wire names. */
  labels(key: string): string;
}

/** A sentence about a fault. It names the remedy. */
export type Sentence = string | ((facts: ProblemFacts) => string);

/** One rule. A rule without a check belongs to the single fields. */
export interface Rule {
  readonly say: Readonly<Record<Locale, Sentence>>;
  /** What a button says that makes the change of `Finding.mend`. */
  readonly mend?: Localized;
  /** What is wrong is that a value is absent. */
  readonly isAbsence?: true;
  /** The return code that the docs give for it. */
  readonly code?: Readonly<Partial<Record<Environment, string>>>;
  readonly check?: (form: Form) => readonly Finding[];
}
export type Rules = Readonly<Record<string, Rule>>;

/** Reads the values once for all rules. */
export function readForm(all: Values, context: Context): Form {
  const names = keptNames(all, context);
  const sent = new Set(names);
  const value = (name: string) => (sent.has(name) ? (all[name] ?? '') : '');
  const row = (name: string) => (sent.has(name) ? context.rows[name] : undefined);
  const count = value(roles.count);
  return {
    environment: context.environment,
    all,
    names,
    kinds: possibleKinds(all, context),
    system: imageSystem(context, all, names),
    count: /^\d+$/.test(count) ? Number(count) : 1,
    value,
    row,
    items: (list) => {
      const prefix = `${list}.`;
      const indices = names
        .filter((name) => name.startsWith(prefix))
        .map((name) => parseInt(name.slice(prefix.length), 10));
      return [...new Set(indices)].sort((a, b) => a - b);
    },
  };
}
