/** Deletes init scripts, and the old one of a pair only when the new one is there and nothing refers to the old one. */
import { BadAnswerError, NcloudError } from '../../client/index';
import { isSameText, readScript, type ScriptPlace, type ScriptUser, usersOfScript } from './list';

/** What became of a deletion. */
export type DeleteOutcome =
  | { readonly kind: 'deleted' }
  /** It is still there: NCP refused, or the request never left. */
  | { readonly kind: 'rejected'; readonly error: NcloudError }
  /** No answer came, and it is still there or could not be looked for: it may yet be deleted. */
  | { readonly kind: 'unknown'; readonly error: NcloudError };

/** What became of an old script after its replacement. In every case but `deleted` both are there, as far as known. */
export type RetireOutcome =
  | DeleteOutcome
  /** The replacement is gone or holds another text, so the old one was kept. */
  | { readonly kind: 'unreplaced' }
  | { readonly kind: 'used'; readonly users: readonly ScriptUser[] }
  /** Something could not be looked at, so the old one was kept. */
  | { readonly kind: 'unchecked'; readonly error: NcloudError };

/**
 * Deletes a script. A lost answer is followed by a look. Never throws.
 * @see https://api.ncloud-docs.com/docs/compute-vserver-initscript-deleteinitscripts
 */
export async function deleteScript(place: ScriptPlace, number: string): Promise<DeleteOutcome> {
  try {
    const params = { regionCode: place.region, initScriptNoList: [number] };
    await place.client.call('vserver', 'deleteInitScripts', params);
    return { kind: 'deleted' };
  } catch (error) {
    const reason = known(error);
    if (await isGone(place, number)) return { kind: 'deleted' };
    return { kind: reason.outcome, error: reason };
  }
}

/** Deletes `number` if `replacement` is there with the text `content` and no server refers to `number`. Never throws. */
export async function retireScript(
  place: ScriptPlace,
  number: string,
  replacement: string,
  content: string,
): Promise<RetireOutcome> {
  try {
    const users = await usersOfScript(place, number);
    if (users.length > 0) return { kind: 'used', users };
    const text = await readScript(place, replacement);
    if (replacement === number || text === undefined || !isSameText(text.content, content))
      return { kind: 'unreplaced' };
  } catch (error) {
    return { kind: 'unchecked', error: known(error) };
  }
  return deleteScript(place, number);
}

async function isGone(place: ScriptPlace, number: string): Promise<boolean> {
  try {
    return (await readScript(place, number)) === undefined;
  } catch {
    return false;
  }
}

function known(error: unknown): NcloudError {
  return error instanceof NcloudError ? error : new BadAnswerError('malformed');
}
