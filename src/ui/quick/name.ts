/** The names of servers that are made from a preset. */
import * as vscode from 'vscode';
import { type Environment, referenceText, roles, type Values, validate } from '../../reference/index';
import type { Fleet } from '../../servers/fleet';
import { plannedNames, withFreeStart } from '../../servers/index';
import { askText } from '../ask';
import { refusalSentence } from '../create/refusal';
import { locale } from '../explain';
import type { Lists } from '../servers/refresh';
import { fileName, shortNames } from '../text';
import type { Chosen } from './pick';

export class ServerNames {
  constructor(
    private readonly fleet: Pick<Fleet, 'get' | 'names'>,
    private readonly lists: Pick<Lists, 'renew'>,
  ) {}

  /**
   * Asks for a name that is free, as far as known here, and offers one; several servers go on from the numbers in use.
   * What comes back takes its place among the values. Undefined when the user leaves.
   */
  async ask({ preset, account, order: { values } }: Chosen): Promise<Values | undefined> {
    const { id, environment } = account;
    const reading = this.lists.renew(id);
    if (this.fleet.get(id)?.readAt === undefined) await reading;
    const named = (name: string) => withFreeStart({ ...values, [roles.name]: name }, this.fleet.names(id));
    const verdict = (name: string) => nameVerdict(environment, named(name), this.fleet.names(id));
    const own = values[roles.name] || fileName(preset.uri).replace(/\.ncloud\.json$/, '');
    const value = freeName(own, (name) => verdict(name)?.severity !== vscode.InputBoxValidationSeverity.Error);
    const planned = plannedNames(named(value));
    const name = await askText({
      title: vscode.l10n.t('Create a server from {0}', fileName(preset.uri)),
      prompt:
        planned.length === 1
          ? vscode.l10n.t('The name of the server.')
          : `${plannedWords(planned)} – ${vscode.l10n.t('type the name without the number.')}`,
      value,
      ignoreFocusOut: true,
      validateInput: (text) => verdict(text.trim()),
    });
    if (name === undefined) return undefined;
    const given = named(name.trim());
    const names = [roles.name, roles.start].filter((role) => given[role] !== undefined);
    return Object.fromEntries(names.map((role) => [role, given[role] ?? '']));
  }
}

/** A name to start with: the preset's own or that of its file, with a number when it is taken. */
function freeName(name: string, isFree: (name: string) => boolean): string {
  const base = name.slice(0, 27).replace(/[^a-z0-9]+$/, '');
  for (let number = 1; number < 100; number++) {
    const candidate = number === 1 ? name : `${base}-${number}`;
    if (isFree(candidate)) return candidate;
  }
  return name;
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
