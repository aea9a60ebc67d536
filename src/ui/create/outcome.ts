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

type Made = Extract<Outcome, { kind: 'created' }>;

/** For servers that were made under other names than were asked for. */
export function renamedSentences({ renamed }: Made): string[] {
  return renamed.map(({ asked, server }) =>
    vscode.l10n.t('NCP made {0} under another name: {1}.', plain(asked), visibleName(server)),
  );
}

/** For a creation that has made some of its servers, and of the others nobody knows; undefined when it has made all. */
export function partialSentence({ servers, missing, refusal }: Made, environment: Environment): string | undefined {
  if (missing.length === 0) return undefined;
  const names = shortNames(servers.map(visibleName));
  const parts = [
    vscode.l10n.t('NCP made {0} of {1} servers: {2}.', servers.length, servers.length + missing.length, names),
    ...(refusal ? [explain(refusal, environment)] : []),
    vscode.l10n.t('The others may have been made. We look for them; nothing is sent again.'),
  ];
  return `${parts.join(' ')} (${shortNames(missing)})`;
}
