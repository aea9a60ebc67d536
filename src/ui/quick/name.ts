/** The name of a server that is made from a preset. */
import * as vscode from 'vscode';
import { type Environment, referenceText, roles, type Values, validate } from '../../reference/index';
import type { Fleet } from '../../servers/fleet';
import { plannedNames } from '../../servers/index';
import { askText } from '../ask';
import { refusalSentence } from '../create/refusal';
import { locale } from '../explain';
import type { Lists } from '../servers/refresh';
import { fileName } from '../text';
import type { Chosen } from './pick';

export class ServerNames {
  constructor(
    private readonly fleet: Pick<Fleet, 'get' | 'names'>,
    private readonly lists: Pick<Lists, 'renew'>,
  ) {}

  /** Asks for a name that is free, as far as known here, and offers one. Undefined when the user leaves. */
  async ask({ preset, account, order: { values } }: Chosen): Promise<string | undefined> {
    const { id, environment } = account;
    const reading = this.lists.renew(id);
    if (this.fleet.get(id)?.readAt === undefined) await reading;
    const fault = (name: string) => nameFault(environment, values, name, this.fleet.names(id));
    const own = values[roles.name] || fileName(preset.uri).replace(/\.ncloud\.json$/, '');
    const name = await askText({
      title: vscode.l10n.t('Create a server from {0}', fileName(preset.uri)),
      prompt: vscode.l10n.t('The name of the server.'),
      value: freeName(own, (candidate) => fault(candidate) === undefined),
      ignoreFocusOut: true,
      validateInput: (text) => fault(text.trim()),
    });
    return name?.trim();
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

/** Why servers cannot be made from these values under this name; undefined when they can, as far as known here. */
function nameFault(
  environment: Environment,
  preset: Values,
  name: string,
  taken: readonly string[],
): vscode.InputBoxValidationMessage | undefined {
  const severities = vscode.InputBoxValidationSeverity;
  const error = (message: string) => ({ message, severity: severities.Error });
  const field = roles.name;
  if (name === '') return error(refusalSentence({ kind: 'name-missing', field }, environment));
  const values = { ...preset, [field]: name };
  const problems = validate(values, { environment, rows: {} }).filter((problem) => problem.name === field);
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem) return error(referenceText(locale()).problem(problem, environment));
  const known = plannedNames(values).find((planned) => taken.includes(planned));
  if (known !== undefined) return error(refusalSentence({ kind: 'name-taken', field, name: known }, environment));
  const [doubt] = problems;
  return doubt && { message: referenceText(locale()).problem(doubt, environment), severity: severities.Warning };
}
