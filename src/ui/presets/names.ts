/** What the values of an open preset stand for: the account that it is for, and what that account calls them. */
import {
  type CreateParameter,
  findCreateParameter,
  genericName,
  type Option,
  optionsOf,
  type PresetContent,
  presetName,
  type Row,
  readPreset,
} from '../../reference/index';
import type { Account, Accounts } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import { locale } from '../explain';
import { likelyAccount } from './account';
import { type JsonText, type Path, readJson } from './json';

/** A preset as it stands in the editor, and the account that it is for, if there is one. */
export interface NamedPreset extends JsonText, Pick<PresetContent, 'environment' | 'region' | 'values'> {
  readonly account: Account | undefined;
}

/** The parameter whose value stands at a place of a preset, and its concrete wire name. */
export interface Place {
  readonly name: string;
  readonly parameter: CreateParameter;
}

export class PresetNames {
  constructor(
    private readonly accounts: Pick<Accounts, 'list' | 'current'>,
    private readonly sessions: Pick<Sessions, 'known'>,
  ) {}

  /** Reads the text of a preset; undefined while it is none. */
  read(text: string): NamedPreset | undefined {
    const json = readJson(text);
    const preset = json && readPreset(json.value);
    if (!preset) return undefined;
    const account = likelyAccount(preset, this.accounts, (id) => this.sessions.known(id) !== undefined);
    return { ...json, ...preset, account };
  }

  /** The row of a value, as far as it was read in this session. Asks for nothing. */
  known({ account }: NamedPreset, { parameter }: Place, value: string): Row | undefined {
    return account && this.sessions.known(account.id)?.catalog.known(parameter.name, value);
  }
}

/** What stands at a path of a preset; undefined where no parameter does. */
export function placeAt({ environment }: Pick<NamedPreset, 'environment'>, path: Path): Place | undefined {
  const name = presetName(path);
  const parameter = name === undefined ? undefined : findCreateParameter(environment, genericName(name));
  return name === undefined || !parameter || parameter.supplied ? undefined : { name, parameter };
}

/** A row in words; undefined when the parameter has no pick list. */
export function optionOf({ source }: CreateParameter, row: Row): Option | undefined {
  return source && optionsOf([row], source, locale())[0];
}
