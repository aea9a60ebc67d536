/** Which documents are init scripts, so that all others are left in peace. */
import * as vscode from 'vscode';
import { PresetReferences, type Reference } from './references';
import { scriptScheme } from './uri';

/** What it takes to judge a document. */
export type ScriptDocument = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

const languages = new Set(['shellscript', 'python', 'perl', 'powershell', 'vb']);
const marksKey = 'ncloud.initScripts';
const setting = 'ncloud.initScripts.folders';

export class InitScriptFiles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly references = new PresetReferences();
  private readonly subscriptions: vscode.Disposable[];
  /** Documents without a file that came from a template; they do not outlive the window. */
  private readonly fromTemplate = new Set<string>();
  /** Fires when a document may have become an init script or ceased to be one. */
  readonly onDidChange = this.changed.event;

  /** `state` keeps the marks of this workspace. */
  constructor(private readonly state: vscode.Memento) {
    this.subscriptions = [
      this.changed,
      this.references,
      this.references.onDidChange(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(setting)) this.changed.fire();
      }),
    ];
  }

  /**
   * Whether the document is an init script: from NCP, or else as the user marked it, or else a script in one of the
   * folders of the setting or named by a preset.
   */
  has(document: ScriptDocument): boolean {
    const { uri, languageId } = document;
    if (uri.scheme === scriptScheme) return true;
    if (uri.scheme !== 'untitled' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true) return false;
    const mark = this.marks()[uri.toString()];
    if (mark !== undefined) return mark;
    if (this.fromTemplate.has(uri.toString())) return true;
    return languages.has(languageId) && (isInFolder(document) || this.references.has(uri));
  }

  /** The presets that name the document as their script, as far as known. */
  presets({ uri }: ScriptDocument): readonly Reference[] {
    return this.references.of(uri);
  }

  /** Marks the file as an init script, or as none whatever its place. */
  async mark(uri: vscode.Uri, isInitScript: boolean): Promise<void> {
    await this.state.update(marksKey, { ...this.marks(), [uri.toString()]: isInitScript });
    this.changed.fire();
  }

  /** Takes a document without a file for an init script as long as the window lives. */
  adopt(uri: vscode.Uri): void {
    this.fromTemplate.add(uri.toString());
    this.changed.fire();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private marks(): Readonly<Record<string, boolean>> {
    return this.state.get<Readonly<Record<string, boolean>>>(marksKey) ?? {};
  }
}

function isInFolder(document: ScriptDocument): boolean {
  const globs: unknown = vscode.workspace.getConfiguration().get(setting);
  if (!Array.isArray(globs)) return false;
  return globs.some(
    (pattern) =>
      typeof pattern === 'string' && vscode.languages.match({ pattern }, document as vscode.TextDocument) > 0,
  );
}
