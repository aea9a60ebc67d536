/** API keys in SecretStorage: one JSON value an account, so that a key and its secret can never be mixed up. */
import type * as vscode from 'vscode';

/** A key, bound to the endpoint that it was entered for. */
export interface Key {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly endpoint: string;
}

export class Keys implements vscode.Disposable {
  private readonly listener: vscode.Disposable;
  private readonly listeners = new Set<(accountId: string) => void>();

  constructor(private readonly secrets: vscode.SecretStorage) {
    this.listener = secrets.onDidChange(({ key }) => {
      if (!key.startsWith(prefix)) return;
      for (const notify of this.listeners) notify(key.slice(prefix.length));
    });
  }

  /** Calls back when the key of an account was changed, here or in another window. */
  onDidChange(notify: (accountId: string) => void): void {
    this.listeners.add(notify);
  }

  /**
   * The account's key for `endpoint`. Undefined when there is none, when it was entered for another endpoint, and when
   * the store is locked or lost it: the caller asks for it again.
   */
  async get(accountId: string, endpoint: string): Promise<Key | undefined> {
    const text = await this.read(accountId);
    const key = text === undefined ? undefined : parseKey(text);
    return key?.endpoint === endpoint ? key : undefined;
  }

  /** Writes the key and reads it back. False when the store did not keep it. */
  async set(accountId: string, { accessKey, secretKey, endpoint }: Key): Promise<boolean> {
    const text = JSON.stringify({ accessKey, secretKey, endpoint });
    try {
      await this.secrets.store(prefix + accountId, text);
    } catch {
      return false;
    }
    return (await this.read(accountId)) === text;
  }

  /** False when the store did not let go of the key. */
  async delete(accountId: string): Promise<boolean> {
    try {
      await this.secrets.delete(prefix + accountId);
      return true;
    } catch {
      return false;
    }
  }

  dispose(): void {
    this.listener.dispose();
    this.listeners.clear();
  }

  private async read(accountId: string): Promise<string | undefined> {
    try {
      return await this.secrets.get(prefix + accountId);
    } catch {
      return undefined;
    }
  }
}

const prefix = 'ncloud.account.';

function parseKey(text: string): Key | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { accessKey, secretKey, endpoint } = value as Record<string, unknown>;
    if (typeof accessKey !== 'string' || typeof secretKey !== 'string' || typeof endpoint !== 'string')
      return undefined;
    return { accessKey, secretKey, endpoint };
  } catch {
    return undefined;
  }
}
