/** The names of servers that are made from a preset, or with a script. */
import * as vscode from 'vscode';
import {
  type Environment,
  findCreateParameter,
  referenceText,
  roles,
  type Values,
  validate,
} from '../../reference/index';
import { scriptNameFor } from '../../scripts/library/names';
import type { Fleet } from '../../servers/fleet';
import { plannedNames, withFreeStart } from '../../servers/index';
import type { Account } from '../accounts/account';
import { askText, type Way } from '../ask';
import { refusalSentence } from '../create/refusal';
import { locale } from '../explain';
import type { NamedScript } from '../scripts/targets';
import type { Lists } from '../servers/refresh';
import { fileName, shortNames } from '../text';
import type { Chosen } from './pick';

export class ServerNames {
  constructor(
    private readonly fleet: Pick<Fleet, 'get' | 'names'>,
    private readonly lists: Pick<Lists, 'renew'>,
  ) {}

  /** A name for one server with a script: that of the script, with a number when it is in use, as far as known here. */
  async propose({ id, environment }: Account, script: NamedScript): Promise<string> {
    await this.read(id);
    const isFree = (name: string) => !isWrong(nameVerdict(environment, { [roles.name]: name }, this.fleet.names(id)));
    const most = longestAfter(script, environment);
    return freeName(nameAfter(script, most), isFree, most);
  }

  /**
   * Asks for a name that is free, as far as known here, and offers one: the preset's own, or that of the script that
   * takes the place of its own, or that of its file. Several servers go on from the numbers in use. What comes back takes
   * its place among the values. Undefined when the user leaves, or goes one of the other ways.
   */
  async ask(
    { preset, account, order: { values } }: Chosen,
    script?: NamedScript,
    ways?: readonly Way[],
  ): Promise<Values | undefined> {
    const { id, environment } = account;
    await this.read(id);
    const named = (name: string) => withFreeStart({ ...values, [roles.name]: name }, this.fleet.names(id));
    const verdict = (name: string) => nameVerdict(environment, named(name), this.fleet.names(id));
    const most = longestAfter(script, environment) - (plannedNames(values).length > 1 ? '001'.length : 0);
    const given = script ? nameAfter(script, most) : fileName(preset.uri).replace(/\.ncloud\.json$/, '');
    const value = freeName(values[roles.name] || given, (name) => !isWrong(verdict(name)), most);
    const planned = plannedNames(named(value));
    const options = {
      title: vscode.l10n.t('Create a server from {0}', fileName(preset.uri)),
      prompt:
        planned.length === 1
          ? vscode.l10n.t('The name of the server.')
          : `${plannedWords(planned)} – ${vscode.l10n.t('type the name without the number.')}`,
      value,
      ignoreFocusOut: true,
      validateInput: (text: string) => verdict(text.trim()),
    };
    const name = await askText(options, ways);
    if (name === undefined) return undefined;
    const taken = named(name.trim());
    const names = [roles.name, roles.start].filter((role) => taken[role] !== undefined);
    return Object.fromEntries(names.map((role) => [role, taken[role] ?? '']));
  }

  /** Has the account's names known, and renewed where they are. */
  private async read(accountId: string): Promise<void> {
    const reading = this.lists.renew(accountId);
    if (this.fleet.get(accountId)?.readAt === undefined) await reading;
  }
}

/** A name that NCP takes, made of that of a script. */
function nameAfter({ name }: NamedScript, most: number): string {
  return cut(scriptNameFor(name), most);
}

/** How long the name of a server may be that runs the script. */
function longestAfter(script: NamedScript | undefined, environment: Environment): number {
  const { limits = [], systemLimits } = findCreateParameter(environment, roles.name) ?? {};
  const limit = (script?.osType && systemLimits?.[script.osType]) ?? limits[0];
  return limit?.max ?? Number.POSITIVE_INFINITY;
}

/** The first characters, without signs at the end that no name ends with. */
function cut(name: string, most: number): string {
  return name.slice(0, most).replace(/[^a-z0-9]+$/, '');
}

/** A name to start with: this one, with a number when it is taken, and then of so many characters at the most. */
function freeName(name: string, isFree: (name: string) => boolean, most: number): string {
  const base = cut(name, most - '-99'.length);
  for (let number = 1; number < 100; number++) {
    const candidate = number === 1 ? name : `${base}-${number}`;
    if (isFree(candidate)) return candidate;
  }
  return name;
}

function isWrong(verdict: vscode.InputBoxValidationMessage | undefined): boolean {
  return verdict?.severity === vscode.InputBoxValidationSeverity.Error;
}

/** Why servers cannot be made from these values, as far as their names tell; of several, else, which ones. */
function nameVerdict(
  environment: Environment,
  values: Values,
  taken: readonly string[],
): vscode.InputBoxValidationMessage | undefined {
  const severities = vscode.InputBoxValidationSeverity;
  const error = (message: string) => ({ message, severity: severities.Error });
  const field = roles.name;
  if (!values[field]) return error(refusalSentence({ kind: 'name-missing', field }, environment));
  const problems = validate(values, { environment, rows: {} }).filter((problem) => problem.name === field);
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem) return error(referenceText(locale()).problem(problem, environment));
  const planned = plannedNames(values);
  const known = planned.find((name) => taken.includes(name));
  if (known !== undefined) return error(refusalSentence({ kind: 'name-taken', field, name: known }, environment));
  const [doubt] = problems;
  const words = [
    ...(doubt ? [referenceText(locale()).problem(doubt, environment)] : []),
    ...(planned.length > 1 ? [plannedWords(planned)] : []),
  ];
  if (words.length === 0) return undefined;
  return { message: words.join(' '), severity: doubt ? severities.Warning : severities.Info };
}

function plannedWords(names: readonly string[]): string {
  return vscode.l10n.t('{0} servers: {1}', names.length, shortNames(names));
}
