/** What is said of a creation that did not end as plainly as asked for. None of it says that nothing was made. */
import * as vscode from 'vscode';
import type { Environment } from '../../reference/index';
import type { Outcome } from '../../servers/index';
import { explain } from '../explain';
import { plain, shortNames, visibleName } from '../text';
import { unanswered } from '../unanswered';

/** For a creation that nobody knows the outcome of. */
export function unknownSentence(
  { names, error, refusal }: Extract<Outcome, { kind: 'unknown' }>,
  environment: Environment,
): string {
  const reason = refusal ? explain(refusal, environment) : unanswered(error);
  const advice = vscode.l10n.t('Servers may have been made. We look for them; nothing is sent again.');
  return `${reason} ${advice} (${shortNames(names)})`;
}

/** For servers that were made, each thing that the user did not ask for: other names, fewer servers. */
export function madeSentences(
  { servers, renamed, missing, refusal }: Extract<Outcome, { kind: 'created' }>,
  environment: Environment,
): string[] {
  const sentences = renamed.map(({ asked, server }) =>
    vscode.l10n.t('NCP made {0} under another name: {1}.', plain(asked), visibleName(server)),
  );
  if (missing.length === 0) return sentences;
  const parts = [
    vscode.l10n.t('NCP made {0} of {1} servers.', servers.length, servers.length + missing.length),
    ...(refusal ? [explain(refusal, environment)] : []),
    vscode.l10n.t('The others may have been made. We look for them; nothing is sent again.'),
  ];
  return [...sentences, `${parts.join(' ')} (${shortNames(missing)})`];
}
