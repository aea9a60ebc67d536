/** The files that presets (`*.ncloud.json`) name as their init script. */
import * as vscode from 'vscode';

const pattern = '**/*.ncloud.json';
const mostPresets = 200;

export class PresetReferences implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [this.changed];
  /** Addresses of scripts, by the address of the preset that names them. */
  private readonly scripts = new Map<string, string>();
  private isWatching = false;
  readonly onDidChange = this.changed.event;

  /** Whether a preset names the file, as far as known. The first question starts the search. */
  has(uri: vscode.Uri): boolean {
    this.watch();
    const wanted = uri.toString();
    for (const script of this.scripts.values()) if (script === wanted) return true;
    return false;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private watch(): void {
    if (this.isWatching || !vscode.workspace.workspaceFolders) return;
    this.isWatching = true;
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const read = async (uri: vscode.Uri) => {
      if (await this.read(uri)) this.changed.fire();
    };
    this.subscriptions.push(
      watcher,
      watcher.onDidCreate(read),
      watcher.onDidChange(read),
      watcher.onDidDelete((uri) => {
        if (this.scripts.delete(uri.toString())) this.changed.fire();
      }),
    );
    void this.search();
  }

  private async search(): Promise<void> {
    const presets = await findPresets();
    const changes = await Promise.all(presets.map((uri) => this.read(uri)));
    if (changes.includes(true)) this.changed.fire();
  }

  /** Reads which script a preset names. True when that changed. */
  private async read(preset: vscode.Uri): Promise<boolean> {
    const before = this.scripts.get(preset.toString());
    const script = await scriptOf(preset);
    if (script === undefined) this.scripts.delete(preset.toString());
    else this.scripts.set(preset.toString(), script);
    return script !== before;
  }
}

/** The presets of the workspace; none where the editor cannot search. */
export async function findPresets(): Promise<vscode.Uri[]> {
  try {
    return await vscode.workspace.findFiles(pattern, '**/node_modules/**', mostPresets);
  } catch {
    return [];
  }
}

/** The address of the preset's script; undefined when it names none or cannot be read. */
async function scriptOf(preset: vscode.Uri): Promise<string | undefined> {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(preset)));
    const { initScript } = (json ?? {}) as { readonly initScript?: unknown };
    if (typeof initScript !== 'string' || initScript === '') return undefined;
    return vscode.Uri.joinPath(preset, '..', initScript).toString();
  } catch {
    return undefined;
  }
}
