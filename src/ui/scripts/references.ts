/** The files that presets (`*.ncloud.json`) name as their init script. */
import * as vscode from 'vscode';
import { type Reach, reachOf } from '../../reference/reach';
import { imageNames } from '../../reference/systems';
import { isPreset, longestPreset, presetPattern } from '../preset-file';

/** What a preset says of the script that it names. */
export interface Reference {
  /** Address of the script. */
  readonly script: string;
  /** How servers that are made of the preset reach the internet. */
  readonly reach: Reach | undefined;
  /** The number of their server image, or its product code. */
  readonly serverImage: string | undefined;
}

/** More than anybody keeps in one workspace. */
const mostPresets = 200;

export class PresetReferences implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [this.changed];
  /** The presets that name a script, by their own address. */
  private readonly presets = new Map<string, Reference>();
  private isWatching = false;
  readonly onDidChange = this.changed.event;

  /** Whether a preset names the file, as far as known. The first question starts the search. */
  has(uri: vscode.Uri): boolean {
    this.watch();
    return this.of(uri).length > 0;
  }

  /** The presets that name the file, as far as known. */
  of(uri: vscode.Uri): readonly Reference[] {
    const wanted = uri.toString();
    return [...this.presets.values()].filter(({ script }) => script === wanted);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private watch(): void {
    if (this.isWatching || !vscode.workspace.workspaceFolders) return;
    this.isWatching = true;
    const watcher = vscode.workspace.createFileSystemWatcher(presetPattern);
    const read = async (uri: vscode.Uri) => {
      if (await this.read(uri)) this.changed.fire();
    };
    this.subscriptions.push(
      watcher,
      watcher.onDidCreate(read),
      watcher.onDidChange(read),
      watcher.onDidDelete((uri) => {
        if (this.presets.delete(uri.toString())) this.changed.fire();
      }),
    );
    void this.search();
  }

  private async search(): Promise<void> {
    const presets = await findPresets();
    const changes = await Promise.all(presets.map((uri) => this.read(uri)));
    if (changes.includes(true)) this.changed.fire();
  }

  /** Reads which script a preset names, and for what. True when that changed. */
  private async read(preset: vscode.Uri): Promise<boolean> {
    const before = this.presets.get(preset.toString());
    const reference = await referenceOf(preset);
    if (reference === undefined) this.presets.delete(preset.toString());
    else this.presets.set(preset.toString(), reference);
    return JSON.stringify(reference) !== JSON.stringify(before);
  }
}

/** The presets of the workspace; where the editor cannot search, those that lie at its top. */
export async function findPresets(): Promise<vscode.Uri[]> {
  try {
    const found = await vscode.workspace.findFiles(presetPattern, '**/node_modules/**', mostPresets);
    if (found.length > 0) return found;
  } catch {
    // An editor without a search says so by an error, or by finding nothing.
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  return (await Promise.all(folders.map(({ uri }) => presetsIn(uri)))).flat().slice(0, mostPresets);
}

async function presetsIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => vscode.Uri.joinPath(folder, name)).filter(isPreset);
  } catch {
    return [];
  }
}

/** What a preset says of its script; undefined when it names none or cannot be read. */
async function referenceOf(preset: vscode.Uri): Promise<Reference | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(preset);
    if (size > longestPreset || (type & vscode.FileType.File) === 0) return undefined;
    const json: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(preset)));
    const { environment, initScript, parameters } = (json ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof initScript !== 'string' || initScript === '') return undefined;
    const { associateWithPublicIp, ...chosen } = (parameters ?? {}) as Readonly<Record<string, unknown>>;
    const images = imageNames[environment === 'classic' ? 'classic' : 'vpc'].map((name) => chosen[name]);
    return {
      script: vscode.Uri.joinPath(preset, '..', initScript).toString(),
      serverImage: images.find((image) => typeof image === 'string'),
      reach: reachOf(environment === 'classic' ? 'classic' : 'vpc', {
        associateWithPublicIp: String(associateWithPublicIp === true),
      }),
    };
  } catch {
    return undefined;
  }
}
