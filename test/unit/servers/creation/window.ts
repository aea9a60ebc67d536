/** A window that keeps its creations in a folder of intents, and what it tells. */
import { toServer } from '../../../../src/servers/index';
import { ask, askedFor, IntentFolder, openJournal } from '../../../support/intents';

export const hour = 60 * 60_000;
export const askedAt = Date.UTC(2026, 10, 25, 1);

/** A server that was made so many milliseconds after `askedAt`, by NCP's clock. */
export function server(number: string, name: string, after = 0) {
  const createDate = `${new Date(askedAt + after + 9 * hour).toISOString().slice(0, 19)}+0900`;
  return toServer('vpc', { serverInstanceNo: number, serverName: name, createDate, ...askedFor });
}

export function open(folder = new IntentFolder(), pid = 1, time = { now: askedAt }) {
  const journal = openJournal(folder, { pid, now: () => time.now, isAccount: () => true });
  const events: string[] = [];
  journal.onDidChange((accountId) => events.push(accountId));
  journal.onDidLose(({ accountId, names }) => events.push(`lost ${accountId} ${names}`));
  const settle = (...servers: ReturnType<typeof server>[]) =>
    journal.settle('a', servers, true).map((one) => one.server.number);
  const rows = (accountId = 'a') => journal.list(accountId).map(({ name, state }) => `${name} ${state}`);
  const asked = (names: readonly string[], before: readonly string[] = []) =>
    ask(journal, 'a', names, { before, timestamp: askedAt });
  return { journal, folder, time, events, settle, rows, asked };
}
