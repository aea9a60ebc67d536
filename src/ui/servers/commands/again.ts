/** A creation without an answer that is to be asked for once more: the question, and what the form is filled with. */
import * as vscode from 'vscode';
import { findCreateParameter, genericName, roles, type Values } from '../../../reference/index';
import type { UnknownServer } from '../../../servers/creation/journal';
import { plannedNames, type Server } from '../../../servers/index';
import type { Account } from '../../accounts/account';
import type { Question } from '../../confirm';
import { shortNames, visibleName } from '../../text';
import { clock, dateWords } from '../../time';

/** The question before these names are asked for again. `candidates` are new servers of the name that was chosen. */
export function againQuestion(
  names: readonly string[],
  { askedAt }: UnknownServer,
  candidates: readonly Server[],
): Question {
  const asked = shortNames(names);
  const lines = [
    vscode.l10n.t(
      'Nobody knows whether {0} was made at {1}. A server may exist already, even if the list does not show it yet. Then there will be two, and both are billed.',
      asked,
      clock(askedAt),
    ),
    ...candidates.map((server) =>
      vscode.l10n.t(
        'In the list is {0} ({1}), created {2}. If that is yours, choose “Show Candidates” instead.',
        visibleName(server),
        server.number,
        dateWords(server.createDate),
      ),
    ),
    '',
    vscode.l10n.t(
      'The form opens with what was asked for. Passwords and the text of scripts were not kept: give them again. Nothing is sent before you confirm it there. The first creation stays in the view and is still looked for.',
    ),
  ];
  return {
    title: vscode.l10n.t('Create {0} again?', asked),
    detail: lines.join('\n'),
    action: vscode.l10n.t('Open Form'),
  };
}

/** What was asked for under that name, as a form takes it: of several servers all, if all of them are in doubt. */
export function againValues(
  { environment }: Account,
  { name, params }: UnknownServer,
  doubtful: readonly string[],
): Values {
  const values = Object.fromEntries(
    Object.entries(params).filter(([key]) => findCreateParameter(environment, genericName(key))?.supplied !== true),
  );
  if (plannedNames(values).every((planned) => doubtful.includes(planned))) return values;
  const { [roles.count]: _count, [roles.start]: _start, ...one } = values;
  return { ...one, [roles.name]: name };
}
