/** What lists have told of creations without an answer, in words. None of them says that nothing was made. */
import * as vscode from 'vscode';
import type { Sighting } from '../../../servers/creation/seek';
import * as tell from '../../tell';
import { plain, shortNames } from '../../text';

/** Says which servers were found. */
export function tellFound(sightings: readonly Sighting[]): void {
  const made = sightings.filter(({ isMade }) => isMade).map(({ name }) => name);
  const [first, another] = made;
  if (first !== undefined) {
    void tell.info(
      another === undefined
        ? vscode.l10n.t('{0} was made and is in the list.', plain(first))
        : vscode.l10n.t('{0} servers were made and are in the list: {1}', made.length, shortNames(made)),
    );
  }
}

/** Says which servers were not found, and of which nobody can tell whose they are; those are shown on a button. */
export function tellRest(accountId: string, sightings: readonly Sighting[]): void {
  for (const sighting of sightings) if (sighting.candidates.length > 0) void offerCandidates(accountId, sighting);
  const missing = sightings.filter(isMissing).map(({ name }) => name);
  const [first, another] = missing;
  if (first === undefined) return;
  void tell.info(
    another === undefined
      ? vscode.l10n.t(
          '{0} is not in the list. It was probably not made, but a new server can take a while to appear.',
          plain(first),
        )
      : vscode.l10n.t(
          '{0} servers are not in the list: {1}. They were probably not made, but new servers can take a while to appear.',
          missing.length,
          shortNames(missing),
        ),
  );
}

/** What new servers of that name mean. */
export function candidatesSentence({ name, candidates }: Sighting): string {
  const [only, another] = candidates;
  if (another) {
    return vscode.l10n.t(
      'There are {0} new servers named {1}, and all of them are billed. Whether one of them is yours the list does not tell.',
      candidates.length,
      plain(name),
    );
  }
  return vscode.l10n.t(
    'There is a new server named {0} ({1}). It may be yours or somebody else’s: the list does not tell.',
    plain(name),
    plain(only?.number ?? ''),
  );
}

async function offerCandidates(accountId: string, sighting: Sighting): Promise<void> {
  const show = vscode.l10n.t('Show Candidates');
  const { id, name } = sighting;
  if ((await tell.warn(candidatesSentence(sighting), show)) === show)
    await vscode.commands.executeCommand('ncloud.showCandidates', { accountId, id, name });
}

function isMissing({ isMade, candidates }: Sighting): boolean {
  return !isMade && candidates.length === 0;
}
