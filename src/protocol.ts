/** The messages between the extension host and the form's page: one union for each direction, nothing else crosses. */
import type {
  Draft,
  Environment,
  FormMemory,
  ListPrice,
  Locale,
  Maker,
  OperatingSystem,
  Reach,
  Row,
} from './reference/index';

/** The account that the form creates in. Holds no key. */
export interface FormAccount {
  readonly id: string;
  readonly label: string;
  readonly environment: Environment;
  readonly region: string;
  readonly sandbox: boolean;
}

/** A look-up that the page asks for; the host accepts only those that the reference names as a source. */
export interface Lookup {
  /** Wire name (with `N`) of the parameter whose source it is. */
  readonly parameter: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The parameters that a start-up script is given by; the first one that is sent counts. */
export const scriptParameters = ['initScriptNo', 'userData'] as const;

/** How a start-up script is given: by the address of its file, or by a parameter. */
export const scriptForms = ['file', ...scriptParameters] as const;
export type ScriptForm = (typeof scriptForms)[number];

/** A script, with what the form knows of the network. */
export interface ScriptQuestion {
  readonly form: ScriptForm;
  /** The address, the number, or the text. */
  readonly value: string;
  readonly reach?: Reach;
  /** Of the image that is chosen, where the script is a file: what is at NCP or goes with the request tells by itself. */
  readonly system?: OperatingSystem;
}

/** A finding in a script as the form shows it. An error there stops nothing: the host asks before the script is sent. */
export interface ScriptFault {
  readonly severity: 'error' | 'warning';
  readonly text: string;
  /** It is that the servers do not reach the internet. */
  readonly isOfNetwork?: boolean;
}

/** The questions of a page by their names: what is asked with each, and what answers it. */
export type QuestionTable = { readonly [name: string]: (asked: never) => unknown };

/** A question of one of these names. */
export type Question<Table extends QuestionTable, Names extends keyof Table = keyof Table> = {
  [Name in Names]: { readonly type: Name } & Parameters<Table[Name]>[0];
}[Names];

/** A question on its way to the host. No other question of the same page has its `id`. */
export interface Ask<Table extends QuestionTable> {
  readonly type: 'ask';
  readonly id: number;
  readonly question: Question<Table>;
}

/** What the host says to a question: the answer, or the sentence why there is none. */
export type Answer<Table extends QuestionTable> =
  | { readonly type: 'answer'; readonly id: number; readonly answer: ReturnType<Table[keyof Table]> }
  | { readonly type: 'unanswered'; readonly id: number; readonly reason: string };

/** What the form asks. */
export type Questions = {
  /** The rows of a pick list; `fresh` past every cache. */
  lookup(asked: { readonly lookup: Lookup; readonly fresh?: boolean }): readonly Row[];
  /** The price of a product code of the price list. Undefined when NCP's list has none, or cannot be read. */
  price(asked: { readonly product: string }): ListPrice | undefined;
  /** What speaks against a start-up script: the text of it, or its number at NCP. Undefined when it cannot be read. */
  checkScript(asked: ScriptQuestion): readonly ScriptFault[] | undefined;
};

/** How far a creation is: nothing has left the computer before it is sent. */
export type CreationStep = 'checking' | 'sending';

export type ToPage =
  | {
      readonly type: 'start';
      readonly locale: Locale;
      readonly account: FormAccount;
      readonly draft: Draft;
      /** What was shown with the draft. */
      readonly memory: FormMemory;
      /** When the user last changed the draft, in milliseconds, where that was before the form was opened. */
      readonly continued?: number;
      /** True when the draft takes the place of what the page itself has kept. */
      readonly replace: boolean;
      /** True when the host looks nothing up before the user has touched the page. */
      readonly waits: boolean;
      readonly takenNames: readonly string[];
    }
  | Answer<Questions>
  /** What the pick list of a parameter lacked was made; `value` is that of the new row. */
  | { readonly type: 'made'; readonly parameter: string; readonly value: string }
  /** The names of the account's servers are others by now. */
  | { readonly type: 'taken'; readonly names: readonly string[] }
  /** The file of the start-up script was edited: what was said of it may no longer hold. */
  | { readonly type: 'scriptEdited' }
  /** How far a creation for the account is, whoever has begun it; without `step` none is on its way. */
  | { readonly type: 'creating'; readonly step?: CreationStep }
  | { readonly type: 'refused'; readonly name?: string; readonly message: string }
  /** `asked` is how many servers were asked for; `names` are those that NCP made. */
  | { readonly type: 'created'; readonly names: readonly string[]; readonly message?: string }
  /** Nobody knows whether servers of these names were made. */
  | { readonly type: 'unknown'; readonly names: readonly string[]; readonly message: string };

export type ToHost =
  | { readonly type: 'ready' }
  /** The user points at the page, types in it or moves the focus in it, for the first time. */
  | { readonly type: 'touched' }
  | { readonly type: 'draft'; readonly draft: Draft; readonly memory: FormMemory }
  | Ask<Questions>
  | { readonly type: 'create'; readonly draft: Draft }
  /** Shows the request that `create` would send. */
  | { readonly type: 'preview'; readonly draft: Draft }
  /** Makes something new for the pick list of a parameter. */
  | { readonly type: 'make'; readonly parameter: string; readonly maker: Maker }
  | { readonly type: 'savePreset'; readonly draft: Draft }
  | { readonly type: 'openPage'; readonly parameter: string };
