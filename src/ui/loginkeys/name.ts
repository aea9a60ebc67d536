/** The name of a login key that is to be made. */
import * as vscode from 'vscode';
import { type Environment, referenceText } from '../../reference/index';
import { keyNameProblem } from '../../servers/index';
import { askText } from '../ask';
import { locale } from '../explain';

const longest = 30;

/** Asks for a name that NCP takes and that is free. Undefined when the user leaves. */
export async function askKeyName(
  environment: Environment,
  taken: readonly string[],
  { title, value }: { readonly title: string; readonly value: string },
): Promise<string | undefined> {
  const fault = (name: string): string | undefined => {
    if (name === '') return vscode.l10n.t('Enter a name.');
    const problem = keyNameProblem(environment, name);
    if (problem) return referenceText(locale()).problem(problem, environment);
    return taken.includes(name) ? vscode.l10n.t('A login key with the name {0} already exists.', name) : undefined;
  };
  const name = await askText({
    title,
    prompt: vscode.l10n.t('The name of the login key.'),
    value,
    ignoreFocusOut: true,
    validateInput: (text) => fault(text.trim()),
  });
  return name?.trim();
}

/** A name that NCP takes, made from any text; empty when nothing is left of it. */
export function keyNameFrom(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
}
