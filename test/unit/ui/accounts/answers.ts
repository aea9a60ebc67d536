// Somebody who answers the editor's questions in turn, and parts of accounts over a sandbox that takes their calls.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import * as vscode from 'vscode';
import { NcloudClient, NotSentError } from '../../../../src/client/index';
import { startSandbox } from '../../../../src/sandbox/index';
import { Accounts } from '../../../../src/ui/accounts/account';
import { type Key, Keys } from '../../../../src/ui/accounts/keys';
import { Memory } from '../../../support/memory';

export const publicSite = 'https://ncloud.apigw.ntruss.com';

/** An answer to one input: a text, the row at that place, or `back` or Escape, after a text has been typed perhaps. */
export type Reply = string | number | { readonly typed?: string; readonly press: 'back' | 'escape' | 'link' };

export interface Shown {
  readonly title: string;
  readonly step: string;
  readonly prompt: string;
  readonly password: boolean;
  /** What stood in the box before anything was typed; of a list the row that Enter takes. */
  readonly value: string;
  /** What was said against the text before Enter. */
  readonly said?: string | undefined;
}

interface Dialog {
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly string[];
}

interface Row extends vscode.QuickPickItem {
  readonly value?: unknown;
}

class Input {
  items: readonly Row[] = [];
  activeItems: readonly Row[] = [];
  selectedItems: readonly Row[] = [];
  buttons: readonly vscode.QuickInputButton[] = [];
  title = '';
  prompt = '';
  value = '';
  step = 0;
  totalSteps = 0;
  password = false;
  validationMessage: string | undefined;
  private readonly accepted = new vscode.EventEmitter<void>();
  private readonly pressed = new vscode.EventEmitter<vscode.QuickInputButton>();
  private readonly hidden = new vscode.EventEmitter<void>();
  private readonly typed = new vscode.EventEmitter<string>();
  readonly onDidAccept = this.accepted.event;
  readonly onDidTriggerButton = this.pressed.event;
  readonly onDidHide = this.hidden.event;
  readonly onDidChangeValue = this.typed.event;

  constructor(
    private readonly next: () => Reply,
    private readonly shown: Shown[],
  ) {}

  show() {
    const { title, prompt, password } = this;
    const [first] = this.activeItems.length > 0 ? this.activeItems : this.items;
    const value = first?.label ?? this.value;
    const step = `${this.step}/${this.totalSteps}`;
    this.answer((said) => this.shown.push({ title, step, prompt, password, value, said }), first);
  }

  private answer(tell: (said: string | undefined) => void, first: Row | undefined) {
    const reply = this.next();
    const text = typeof reply === 'object' ? reply.typed : reply;
    if (typeof text === 'number') this.selectedItems = [this.items[text] ?? assert.fail('no such row')];
    else if (text === '' && first) this.selectedItems = [first];
    else if (text) {
      this.value = text;
      this.typed.fire(text);
    }
    tell(this.validationMessage);
    if (typeof reply !== 'object') {
      this.accepted.fire();
      // A text that cannot be taken leaves the box open, and the next answer is for it too.
      if (this.validationMessage !== undefined) this.show();
    } else if (reply.press === 'escape') this.hidden.fire();
    else if (reply.press === 'back') this.pressed.fire(vscode.QuickInputButtons.Back);
    else {
      this.pressed.fire(this.buttons.at(-1) ?? assert.fail('no button'));
      this.show();
    }
  }

  dispose() {}
}

interface Ticked {
  readonly label: string;
  readonly description?: string;
  readonly picked?: boolean;
}

export interface Answers {
  /** To inputs, in turn. An empty text is Enter on what stands there. */
  readonly replies?: readonly Reply[];
  /** Places of buttons, to modal questions in turn. */
  readonly choices?: readonly number[];
  /** Which rows of a list are taken; all when left out, undefined for Escape. */
  readonly pick?: (rows: readonly Ticked[]) => unknown;
}

/** Runs with these answers, all of which must be needed. Gives what was asked and said. */
export async function answered({ replies = [], choices = [], pick = (rows) => rows }: Answers, run: () => unknown) {
  const shown: Shown[] = [];
  const dialogs: Dialog[] = [];
  const said: { readonly sentence: string; readonly actions: readonly string[] }[] = [];
  const lists: (readonly Ticked[])[] = [];
  const opened: string[] = [];
  const [inputs, buttons] = [[...replies], [...choices]];
  const next = () => new Input(() => inputs.shift() ?? assert.fail('one question too many'), shown);
  const own = { ...vscode.window };
  const openExternal = vscode.env.openExternal;
  Object.assign(vscode.env, { openExternal: async (uri: vscode.Uri) => opened.push(uri.toString()) });
  Object.assign(vscode.window, {
    createInputBox: next,
    createQuickPick: next,
    showQuickPick: async (rows: readonly Ticked[]) => {
      lists.push(rows);
      return pick(rows);
    },
    showInformationMessage: async (sentence: string, ...actions: string[]) => {
      said.push({ sentence, actions });
    },
    showWarningMessage: async (title: string, { detail = '' }: { detail?: string }, ...actions: string[]) => {
      dialogs.push({ title, detail, actions });
      return actions[buttons.shift() ?? assert.fail('one dialog too many')];
    },
    withProgress: async (_: unknown, task: () => unknown) => task(),
  });
  try {
    await run();
  } finally {
    for (const name of Object.keys(vscode.window)) Reflect.deleteProperty(vscode.window, name);
    Object.assign(vscode.window, own);
    Object.assign(vscode.env, { openExternal });
  }
  assert.deepEqual([inputs, buttons], [[], []], 'questions that were not asked');
  return { shown, dialogs, said, lists, opened };
}

class Secrets {
  readonly values = new Map<string, string>();
  readonly onDidChange = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event;
  get = async (name: string) => this.values.get(name);
  store = async (name: string, value: string) => {
    this.values.set(name, value);
  };
  delete = async (name: string) => {
    this.values.delete(name);
  };
}

/** What comes of a list of a service in place of its answer. */
type Faults = Partial<Record<'vserver' | 'server', Error>>;

/** No service can be reached. */
export const offline: Faults = { vserver: new NotSentError('refused'), server: new NotSentError('refused') };

/** No account yet, and a sandbox in place of NCP. */
export async function open(t: TestContext) {
  const sandbox = await startSandbox();
  const memory = new Memory();
  const accounts = new Accounts(memory);
  const secrets = new Secrets();
  const keys = new Keys(secrets);
  const faults: Faults = {};
  t.after(async () => {
    accounts.dispose();
    await sandbox.stop();
  });
  const connect = ({ accessKey, secretKey }: Key) => {
    const client = new NcloudClient({ endpoint: sandbox.endpoint, accessKey, secretKey });
    const list: NcloudClient['list'] = async (service, ...call) => {
      const fault = faults[service as 'server'];
      if (fault) throw fault;
      return NcloudClient.prototype.list.call(client, service, ...call);
    };
    return Object.assign(client, { list });
  };
  return { sandbox, memory, secrets, accounts, keys, faults, connect };
}
