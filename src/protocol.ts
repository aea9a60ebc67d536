/** The messages between the extension host and the form's page: one union for each direction, nothing else crosses. */
import type { Draft, Environment, ListPrice, Locale, Maker, Reach, Row } from './reference/index';

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
export type ScriptParameter = (typeof scriptParameters)[number];

/** A finding in a script as the form shows it. An error there stops nothing: the host asks before the script is sent. */
export interface ScriptFault {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

export type ToPage =
  | {
      readonly type: 'start';
      readonly locale: Locale;
      readonly account: FormAccount;
      readonly draft: Draft;
      /** True when the draft takes the place of what the page itself has kept. */
      readonly replace: boolean;
      /** True when the host looks nothing up before the user has touched the page. */
      readonly waits: boolean;
      readonly takenNames: readonly string[];
    }
  | { readonly type: 'rows'; readonly id: number; readonly rows: readonly Row[] }
  | { readonly type: 'rowsFailed'; readonly id: number; readonly message: string }
  /** Without a price NCP's list has none, or cannot be read. */
  | { readonly type: 'price'; readonly product: string; readonly price?: ListPrice }
  /** What the pick list of a parameter lacked was made; `value` is that of the new row. */
  | { readonly type: 'made'; readonly parameter: string; readonly value: string }
  /** What the checks of init scripts say against the script that was asked about. */
  | { readonly type: 'scriptChecked'; readonly id: number; readonly faults: readonly ScriptFault[] }
  /** The names of the account's servers are others by now. */
  | { readonly type: 'taken'; readonly names: readonly string[] }
  | { readonly type: 'creating'; readonly busy: boolean }
  | { readonly type: 'refused'; readonly name?: string; readonly message: string }
  /** `asked` is how many servers were asked for; `names` are those that NCP made. */
  | { readonly type: 'created'; readonly names: readonly string[]; readonly asked: number }
  /** Nobody knows whether servers of these names were made. */
  | { readonly type: 'unknown'; readonly names: readonly string[]; readonly message: string };

export type ToHost =
  | { readonly type: 'ready' }
  /** The user points at the page, types in it or moves the focus in it, for the first time. */
  | { readonly type: 'touched' }
  | { readonly type: 'draft'; readonly draft: Draft }
  | { readonly type: 'lookup'; readonly id: number; readonly lookup: Lookup; readonly fresh?: boolean }
  | { readonly type: 'create'; readonly draft: Draft }
  /** Shows the request that `create` would send. */
  | { readonly type: 'preview'; readonly draft: Draft }
  /** `product` is a product code of the price list. */
  | { readonly type: 'price'; readonly product: string }
  /** Has a start-up script checked: the text of it, or its number at NCP. */
  | {
      readonly type: 'checkScript';
      readonly id: number;
      readonly parameter: ScriptParameter;
      readonly value: string;
      readonly reach?: Reach;
    }
  /** Makes something new for the pick list of a parameter. */
  | { readonly type: 'make'; readonly parameter: string; readonly maker: Maker }
  | { readonly type: 'savePreset'; readonly draft: Draft }
  | { readonly type: 'openPage'; readonly parameter: string };
