/** The name of a server that is made from a preset. */
import * as vscode from 'vscode';
import { type Environment, referenceText, type Values, validate } from '../../reference/index';
import { plannedNames } from '../../servers/index';
import { locale } from '../explain';

/** A name to start with: the preset's own or that of its file, with a number when it is taken. */
export function freeName(name: string, isFree: (name: string) => boolean): string {
  const base = name.slice(0, 27).replace(/[^a-z0-9]+$/, '');
  for (let number = 1; number < 100; number++) {
    const candidate = number === 1 ? name : `${base}-${number}`;
    if (isFree(candidate)) return candidate;
  }
  return name;
}

/** Why servers cannot be made from these values under this name; undefined when they can, as far as known here. */
export function nameFault(
  environment: Environment,
  preset: Values,
  name: string,
  taken: readonly string[],
): vscode.InputBoxValidationMessage | undefined {
  const severities = vscode.InputBoxValidationSeverity;
  if (name === '') {
    return {
      message: vscode.l10n.t("Enter a name. If NCP's answer is lost, the servers are looked up by this name."),
      severity: severities.Error,
    };
  }
  const values = { ...preset, serverName: name };
  const problems = validate(values, { environment, rows: {} }).filter((problem) => problem.name === 'serverName');
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem) return { message: referenceText(locale()).problem(problem, environment), severity: severities.Error };
  const known = plannedNames(values).find((planned) => taken.includes(planned));
  if (known !== undefined) {
    return {
      message: vscode.l10n.t('A server with the name {0} already exists. Choose another name.', known),
      severity: severities.Error,
    };
  }
  const [doubt] = problems;
  return doubt && { message: referenceText(locale()).problem(doubt, environment), severity: severities.Warning };
}
