/** What a value of an open preset is, for those who rest on it: beside the hint of its parameter its name and facts. */
import * as vscode from 'vscode';
import { type Option, priceLine, pricePlan, productOf, type Row, referenceText, rowOf } from '../../reference/index';
import { choicesFor } from '../../servers/index';
import type { Sessions } from '../accounts/session';
import { listPrice } from '../create/price';
import { locale } from '../explain';
import { faultLine } from '../fault';
import type { Log } from '../log';
import { markdown } from '../text';
import { scalars } from './json';
import { type NamedPreset, optionOf, type Place, type PresetNames, placeAt } from './names';

export class PresetHover implements vscode.HoverProvider {
  constructor(
    private readonly names: PresetNames,
    private readonly sessions: Pick<Sessions, 'known' | 'open'>,
    private readonly log: Pick<Log, 'debug'>,
  ) {}

  /** An account is asked only when it was called before: resting on a value is no wish to sign in. */
  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const preset = this.names.read(document.getText());
    if (!preset) return undefined;
    const offset = document.offsetAt(position);
    for (const { path, value, start, end } of scalars(preset.root)) {
      const place = start <= offset && offset < end ? placeAt(preset, path) : undefined;
      if (!place) continue;
      const lines = await this.lines(preset, place, value);
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return lines.length === 0 ? undefined : new vscode.Hover(lines.join('  \n'), range);
    }
    return undefined;
  }

  /** The lines of the hover, as Markdown. */
  private async lines(preset: NamedPreset, place: Place, value: string): Promise<readonly string[]> {
    const { environment, account } = preset;
    const { name, source, enum: fixed } = place.parameter;
    if (fixed?.includes(value)) return [`**${markdown(referenceText(locale()).value(environment, name, value))}**`];
    if (!source || !account || !this.sessions.known(account.id)) return [];
    const ofAccount = markdown(vscode.l10n.t('In the account “{0}”', account.label));
    try {
      const row = this.names.known(preset, place, value) ?? (await this.read(preset, place, value));
      if (row === undefined) return [];
      if (row === 'none') return [markdown(vscode.l10n.t('Not in the list of the account “{0}”.', account.label))];
      const option = optionOf(place.parameter, row);
      return option ? [...factsOf(option), ofAccount, ...(await this.price(preset, name, row))] : [];
    } catch (error) {
      this.log.debug(`preset: looking up ${name}: ${faultLine(error)}`);
      return [];
    }
  }

  /** The row of a value from its list; undefined when that cannot be asked for yet. */
  private async read({ environment, values, account }: NamedPreset, { name, parameter }: Place, value: string) {
    if (!account) return undefined;
    const { catalog } = await this.sessions.open(account.id);
    const found = await choicesFor(catalog, environment, values, name);
    if (!found || !('rows' in found)) return undefined;
    return rowOf(found.rows, parameter, value) ?? 'none';
  }

  private async price({ account, values }: NamedPreset, name: string, row: Row): Promise<string[]> {
    const product = productOf(name, row);
    if (!account || product === undefined) return [];
    const price = await listPrice(await this.sessions.open(account.id), product, this.log);
    const line = price && priceLine(price, 1, pricePlan(values), locale());
    return line === undefined ? [] : [markdown(line)];
  }
}

function factsOf({ label, detail }: Option): string[] {
  return [`**${markdown(label)}**`, ...(detail === '' ? [] : [markdown(detail)])];
}
