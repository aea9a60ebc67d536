/** Moves what an older version has kept in the state of the editor into files, with the first reading of these. */
import type * as vscode from 'vscode';
import type { IntentFile, IntentStore } from '../../servers/creation/intent';
import { intentText } from '../../servers/creation/intent-text';
import { oldIntents, oldKey } from '../../servers/creation/old-journal';
import type { Accounts } from '../accounts/account';

/**
 * The store, whose first reading moves them. They are forgotten where they were only when all of them are files; until
 * then each reading tries again.
 */
export function withOld(store: IntentStore, state: vscode.Memento, accounts: Pick<Accounts, 'get'>): IntentStore {
  const move = async (): Promise<void> => {
    const kept = state.get<unknown>(oldKey);
    if (kept === undefined) return;
    const has = async (id: string) => (await store.read()).some((file) => file.id === id);
    for (const intent of oldIntents(kept, (accountId) => accounts.get(accountId))) {
      const { id } = intent;
      await store.create(id, intentText(intent)).catch(async (error: unknown) => {
        // An earlier attempt, or another window, may have made it.
        if (!(await has(id))) throw error;
      });
    }
    await state.update(oldKey, undefined);
  };
  let moving: Promise<void> | undefined;
  const read = async (): Promise<readonly IntentFile[]> => {
    moving ??= move();
    await moving.catch(() => {
      moving = undefined;
    });
    return store.read();
  };
  return { ...methodsOf(store), read };
}

function methodsOf(store: IntentStore): Omit<IntentStore, 'read'> {
  return {
    create: (id, text) => store.create(id, text),
    replace: (id, text) => store.replace(id, text),
    remove: (id) => store.remove(id),
    watch: (notify) => store.watch(notify),
  };
}
