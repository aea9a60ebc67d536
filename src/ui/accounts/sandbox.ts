/** "Try it without an account": the simulator of the NCP API, started on first use and stopped with the editor. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type { Sandbox } from '../../sandbox/index';
import type { Key } from './keys';

/** A simulated minute takes six seconds. */
const speed = 10;

export class SandboxHost implements vscode.Disposable {
  private starting: Promise<Sandbox> | undefined;

  /** The key of the running sandbox; it exists in memory only. */
  async key(): Promise<Key> {
    this.starting ??= start();
    const { accessKey, secretKey, endpoint } = await this.starting.catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return { accessKey, secretKey, endpoint };
  }

  dispose(): void {
    void this.starting?.then((sandbox) => sandbox.stop());
    this.starting = undefined;
  }
}

/** Loads and starts it in tasks of their own, so that neither holds up the editor. */
async function start(): Promise<Sandbox> {
  await sleep(0);
  const { startSandbox } = await import('../../sandbox/index');
  await sleep(0);
  return startSandbox({ speed });
}
