/** Why nothing was made, in a sentence. */
import * as vscode from 'vscode';
import { type Environment, referenceText } from '../../reference/index';
import type { Obstacle, Rejected } from '../../servers/index';
import { locale } from '../explain';
import { plain } from '../text';
import { sentenceOf } from '../told';

/** Why nothing was made, and what to do about it. */
export function refusalSentence(refusal: Obstacle | Rejected, environment: Environment): string {
  const text = referenceText(locale());
  switch (refusal.kind) {
    case 'name-missing':
      return vscode.l10n.t("Enter a name. If NCP's answer is lost, the servers are looked up by this name.");
    case 'withdrawn':
      return vscode.l10n.t('{0}: this is no longer offered. Choose again.', text.itemLabel(environment, refusal.field));
    case 'invalid': {
      const { field, problem } = refusal;
      return `${text.itemLabel(environment, field)}: ${text.problem(problem, environment)}`;
    }
    case 'name-taken':
      return vscode.l10n.t('A server with the name {0} already exists. Choose another name.', plain(refusal.name));
    case 'name-elsewhere':
      return vscode.l10n.t(
        '{0} is being created already, perhaps by another window. Wait for its outcome, or choose another name.',
        plain(refusal.name),
      );
    case 'name-unknown':
      return vscode.l10n.t(
        'Whether {0} was made is not known yet. Check again in the servers view, or choose another name.',
        plain(refusal.name),
      );
    case 'name-recorded':
      return vscode.l10n.t(
        '{0} is in the record of a creation that this version cannot read. Look at the record in the servers view, or choose another name.',
        plain(refusal.name),
      );
    case 'unwritten':
      return vscode.l10n.t(
        'Nothing was sent, because this creation could not be written down first. Check the free space and the permissions of the folder in which the editor keeps its data.',
      );
    case 'failed':
    case 'rejected':
      return sentenceOf(refusal.error, environment);
  }
}
