/** Words about scripts that several places share. */
import type { ScriptUser } from '../../scripts/library';
import { plain } from '../text';

const mostNames = 5;

/** `web-1, web-2 …`: the servers that refer to a script. */
export function namesOf(users: readonly ScriptUser[]): string {
  const names = users.slice(0, mostNames).map(({ name, number }) => plain(name) || number);
  return users.length > mostNames ? `${names.join(', ')} …` : names.join(', ');
}
