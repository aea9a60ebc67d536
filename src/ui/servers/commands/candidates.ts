/** The servers of which nobody can tell whether an unknown creation has made them, for the user to say so. */
import * as vscode from 'vscode';
import { knownNames, type Server } from '../../../servers/index';
import { pickOne } from '../../ask';
import * as tell from '../../tell';
import { plain, visibleName } from '../../text';
import { clock, dateWords } from '../../time';
import type { Known } from '../tooltip';
import { sizeWords, stateWord } from '../words';

/** Has one of them picked, each with all that tells it from others. Undefined when the user leaves. */
export async function pickCandidate(
  candidates: readonly Server[],
  title: string,
  known: Known,
): Promise<Server | undefined> {
  const items = candidates.map((server) => {
    const { image = server.imageNumber ?? server.imageProduct } = knownNames(server, known?.catalog);
    const created = dateWords(server.createDate);
    return {
      label: visibleName(server),
      description: `${server.number} · ${stateWord(server)}`,
      detail: [
        ...(created === '' ? [] : [vscode.l10n.t('created {0}', created)]),
        ...[server.spec, sizeWords(server), image].map((word) => plain(word ?? '')).filter(Boolean),
      ].join(' · '),
      server,
    };
  });
  const placeHolder = vscode.l10n.t('Which of these servers may be yours?');
  return (await pickOne(items, { title, placeHolder, matchOnDescription: true, matchOnDetail: true }))?.server;
}

/** Asks whether the server is the one that was asked for at that time, milliseconds since the epoch. */
export async function isMine(server: Server, askedAt: number): Promise<boolean> {
  const mine = vscode.l10n.t('This Is Mine');
  const sentence = vscode.l10n.t(
    '{0} ({1}) is shown in the Servers view. Is it the server that you asked for at {2}?',
    visibleName(server),
    server.number,
    clock(askedAt),
  );
  return (await tell.info(sentence, mine)) === mine;
}
