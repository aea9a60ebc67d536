/** Preset files: reading one with its script, writing one, and which were used lately. */
import * as vscode from 'vscode';
import { type Preset, type PresetContent, readPreset, referenceText } from '../../reference/index';
import { confirm } from '../confirm';
import type { Order } from '../create/creator';
import { locale } from '../explain';
import { isPreset, longestPreset } from '../preset-file';
import { fileName } from '../text';
import { Told } from '../told';
import { openScript } from './script';

/** A preset file that was read. */
export interface OpenPreset extends PresetContent {
  readonly uri: vscode.Uri;
}

const recentKey = 'ncloud.recentPresets';
const mostRecent = 10;

export class PresetFiles {
  constructor(private readonly state: vscode.Memento) {}

  /**
   * Reads a preset as it stands in the editor, saved or not.
   * @throws {Told} when the file is not there or is no preset.
   */
  async read(uri: vscode.Uri): Promise<OpenPreset> {
    const name = fileName(uri);
    let json: unknown;
    try {
      const text = (await vscode.workspace.openTextDocument(uri)).getText();
      if (text.length > longestPreset) throw new RangeError('too long');
      json = JSON.parse(text);
    } catch {
      throw new Told(vscode.l10n.t('{0} cannot be read. Correct the file first.', name));
    }
    const preset = readPreset(json);
    if (!preset) {
      throw new Told(vscode.l10n.t('{0} is no preset: it needs an environment (vpc or classic) and parameters.', name));
    }
    const [problem] = preset.problems;
    if (problem) throw new Told(`${name}: ${referenceText(locale()).problem(problem, preset.environment)}`);
    return { ...preset, uri };
  }

  /**
   * What a preset orders.
   * @throws {Told} when its script cannot be had.
   */
  async order({ initScript, values, uri }: OpenPreset): Promise<Order> {
    return initScript === undefined ? { values } : { values, script: (await openScript(uri, initScript)).uri };
  }

  /** Asks where to, and writes the preset that belongs there. Undefined when the user leaves. */
  async save(presetAt: (uri: vscode.Uri) => Preset, name: string): Promise<vscode.Uri | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const file = `${name.replace(/[^\w.-]+/g, '-') || 'server'}.ncloud.json`;
    const chosen = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save Preset'),
      filters: presetFilter(),
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, file) } : {}),
    });
    if (!chosen) return undefined;
    const uri = isPreset(chosen) ? chosen : chosen.with({ path: `${chosen.path.replace(/\.json$/, '')}.ncloud.json` });
    // The dialog has only asked about the name as it was typed.
    if (uri !== chosen && (await exists(uri)) && !(await confirm(replaceQuestion(uri)))) return undefined;
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode(`${JSON.stringify(presetAt(uri), undefined, 2)}\n`),
    );
    await this.use(uri);
    return uri;
  }

  /** The presets that were used lately and are still there, the last one first. */
  async recent(): Promise<vscode.Uri[]> {
    const uris = this.stored().map((text) => vscode.Uri.parse(text));
    const there = await Promise.all(uris.map(exists));
    return uris.filter((_, place) => there[place]);
  }

  /** Puts a preset at the top of those that were used lately. */
  async use(uri: vscode.Uri): Promise<void> {
    if (uri.scheme === 'untitled') return;
    const text = uri.toString();
    await this.state.update(recentKey, [text, ...this.stored().filter((other) => other !== text)].slice(0, mostRecent));
  }

  private stored(): readonly string[] {
    const stored = this.state.get<unknown>(recentKey);
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string') : [];
  }
}

/** For file dialogs, some of which take `.ncloud.json` for no extension at all and add another one. */
export function presetFilter(): Record<string, string[]> {
  return { [vscode.l10n.t('NAVER Cloud preset')]: ['json'] };
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function replaceQuestion(uri: vscode.Uri) {
  return {
    title: vscode.l10n.t('{0} already exists.', fileName(uri)),
    detail: '',
    action: vscode.l10n.t('Replace'),
  };
}
