/** Values of an open preset from its account: by name, put in as the number that the API wants. */
import * as vscode from 'vscode';
import {
  type CreateParameter,
  findCreateParameter,
  genericName,
  naturalValue,
  type Option,
  optionsOf,
  presetName,
  referenceText,
} from '../../reference/index';
import { choicesFor } from '../../servers/index';
import type { Account, Accounts } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import { locale } from '../explain';
import { inert, plain } from '../text';
import { reasonOf } from '../told';
import { noAccountSentence } from './account';
import { type Slot, slotAt } from './json';
import type { NamedPreset, PresetNames } from './names';
import { scriptsBeside } from './script';

/** Opens an account, and asks for the values again. Not for users: no menu has it. */
export const readChoices = 'ncloud.readChoices';

/** The row of an item has room for a number beside so many characters. */
const roomBesides = 36;

/** What is offered at a slot; `isList` where it is the list as a whole that is missing there. */
interface Wanted {
  readonly name: string;
  readonly parameter: CreateParameter;
  readonly isList: boolean;
}

export class PresetCompletion implements vscode.CompletionItemProvider {
  constructor(
    private readonly names: PresetNames,
    private readonly accounts: Pick<Accounts, 'list'>,
    private readonly sessions: Pick<Sessions, 'known' | 'open'>,
  ) {}

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position) {
    const text = document.getText();
    const slot = slotAt(text, document.offsetAt(position));
    const preset = slot && this.names.read(text);
    if (!slot || !preset) return undefined;
    const inSlot = new Filler(document, position, slot);
    if (slot.path.length === 1) return inSlot.items(await this.texts(preset, document.uri, slot.path[0]));
    const wanted = wantedAt(preset, slot);
    if (!wanted?.parameter.source || this.accounts.list().length === 0) return undefined;
    const { account } = preset;
    return account ? this.choices(preset, account, wanted, inSlot) : [inSlot.remark(noAccountSentence(preset))];
  }

  /**
   * What the account has. It is called at once when it was called before, or when it is the sandbox. Else the user says
   * so first: whoever types is offered this as well.
   */
  private async choices(preset: NamedPreset, account: Account, wanted: Wanted, inSlot: Filler) {
    const { id, label, site } = account;
    if (!this.sessions.known(id) && site !== 'sandbox') {
      const item = inSlot.remark(vscode.l10n.t('Choose from what “{0}” has…', label));
      item.command = { title: '', command: readChoices, arguments: [id] };
      return [item];
    }
    const { environment, values } = preset;
    const { name, parameter, isList } = wanted;
    try {
      const { catalog } = await this.sessions.open(id);
      const found = await choicesFor(catalog, environment, values, name);
      if (!found || !parameter.source) return undefined;
      if ('waitsFor' in found) {
        const words = referenceText(locale());
        const before = found.waitsFor.map((other) => words.label(environment, other)).join(' / ');
        return [inSlot.remark(vscode.l10n.t('Give “{0}” first.', before))];
      }
      const beside = siblingsOf(values, name);
      const options = optionsOf(found.rows, parameter.source, locale()).filter(({ value }) => !beside.includes(value));
      if (options.length === 0) return [inSlot.remark(vscode.l10n.t('“{0}” has nothing to choose here.', label))];
      return options.map((option, place) => {
        const value = JSON.stringify(naturalValue(parameter, option.value));
        return inSlot.option(
          isList ? `[${value}]` : value,
          place,
          option,
          vscode.l10n.t('In the account “{0}”', label),
        );
      });
    } catch (error) {
      return [inSlot.remark(reasonOf(error, environment, `preset: looking up ${name}`))];
    }
  }

  /** What can be given beside the parameters and is fixed by no schema. */
  private async texts({ environment }: NamedPreset, preset: vscode.Uri, name: unknown): Promise<readonly string[]> {
    if (name === 'initScript') return scriptsBeside(preset);
    if (name !== 'region') return [];
    const accounts = this.accounts.list().filter((account) => account.environment === environment);
    return [...new Set(accounts.map(({ region, regionName }) => regionName ?? region))];
  }
}

/** Makes the items of one slot. */
class Filler {
  private readonly range: vscode.Range;
  /** What stands in the slot, up to the cursor and as a whole. */
  private readonly typed: string;
  private readonly whole: string;

  constructor(document: vscode.TextDocument, position: vscode.Position, { start, end }: Slot) {
    this.range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    this.typed = document.getText(new vscode.Range(this.range.start, position));
    this.whole = document.getText(this.range);
  }

  /** An item that puts `text` into the slot. The editor draws icons in labels. */
  item(text: string, place: number, { label, detail, description }: vscode.CompletionItemLabel): vscode.CompletionItem {
    const shown = { label: inert(label), detail: inert(detail ?? ''), description: inert(description ?? '') };
    const item = new vscode.CompletionItem(shown, vscode.CompletionItemKind.Value);
    item.insertText = text;
    item.range = this.range;
    item.sortText = String(place).padStart(5, '0');
    item.preselect = text === this.whole;
    return item;
  }

  /** An item that puts `text` into the slot for an option; `origin` says whose it is. */
  option(text: string, place: number, { label, detail, value, search }: Option, origin: string): vscode.CompletionItem {
    const fits = label !== value && label.length + detail.length <= roomBesides;
    const shown = { label, detail: detail === '' ? '' : ` ${detail}`, description: fits ? value : '' };
    const item = this.item(text, place, shown);
    item.filterText = JSON.stringify(plain(search));
    const lines = [label, detail, value, origin].filter((line) => line !== '');
    item.documentation = lines.map(plain).join('\n');
    return item;
  }

  /** Items that put these texts into the slot. */
  items(texts: readonly string[]): vscode.CompletionItem[] {
    return texts.map((text, place) => {
      const item = this.item(JSON.stringify(text), place, { label: text });
      item.filterText = JSON.stringify(text);
      return item;
    });
  }

  /** An item that says something in place of a list, and leaves the slot as it is. */
  remark(sentence: string): vscode.CompletionItem {
    const item = this.item(this.whole, 0, { label: sentence });
    item.kind = vscode.CompletionItemKind.Text;
    item.filterText = this.typed;
    return item;
  }
}

/** The parameter that a slot is for. Where a list is missing it is that of its items. */
function wantedAt({ environment }: NamedPreset, { path }: Slot): Wanted | undefined {
  const name = presetName(path);
  if (name === undefined) return undefined;
  for (const item of [name, `${name}.1`]) {
    const parameter = findCreateParameter(environment, genericName(item));
    if (parameter) return { name: item, parameter, isList: item !== name };
  }
  return undefined;
}

/** The other values of the list that a value is in. */
function siblingsOf(values: Readonly<Record<string, string>>, name: string): string[] {
  const list = /^.*\.(?=\d+$)/.exec(name)?.[0];
  if (list === undefined) return [];
  return Object.keys(values).flatMap((other) => {
    const isBeside = other !== name && other.startsWith(list) && /^\d+$/.test(other.slice(list.length));
    return isBeside ? [values[other] ?? ''] : [];
  });
}
