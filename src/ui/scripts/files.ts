/** Which documents are init scripts, so that all others are left in peace. */
import * as vscode from 'vscode';
import { isCloudInit, namesInterpreter } from '../../scripts/first-line/announcement';
import { PresetReferences, type Reference } from './references';
import { renamed } from './renamed';
import { scriptScheme } from './uri';

/** What it takes to judge a document. */
export type ScriptDocument = Pick<vscode.TextDocument, 'uri' | 'languageId' | 'lineAt'>;

/**
 * What the user has said of a file: that it is an init script, that it is none, or that it is not to become one by being
 * used.
 */
type Mark = boolean | 'undone';

const languages = new Set(['shellscript', 'python', 'perl', 'powershell', 'vb']);
const marksKey = 'ncloud.initScripts';
const setting = 'ncloud.initScripts.folders';

export class InitScriptFiles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly references = new PresetReferences();
  private readonly subscriptions: vscode.Disposable[];
  /** Marks of documents without a file, which do not outlive the window. */
  private readonly passing = new Map<string, Mark>();
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
      vscode.workspace.onDidRenameFiles(({ files }) => this.follow(files)),
    ];
  }

  /**
   * Whether the document is an init script: from NCP, or else as the user marked it, or else a script in one of the
   * folders of the setting or named by a preset.
   */
  has(document: ScriptDocument): boolean {
    const { uri } = document;
    if (uri.scheme === scriptScheme) return true;
    if (!isWritable(uri)) return false;
    const mark = this.mark(uri);
    if (typeof mark === 'boolean') return mark;
    return isScript(document) && (isInFolder(document) || this.references.has(uri));
  }

  /** Whether the document may well be meant as one, but nobody has said so: a script that names its interpreter. */
  mayBe(document: ScriptDocument): boolean {
    const { uri, languageId } = document;
    if (!languages.has(languageId) || !namesInterpreter(firstLine(document))) return false;
    return isWritable(uri) && this.mark(uri) !== false && !this.has(document);
  }

  /** The presets that name the document as their script, as far as known. */
  presets({ uri }: ScriptDocument): readonly Reference[] {
    return this.references.of(uri);
  }

  /** The addresses of the files that the user marked as init scripts. */
  marked(): string[] {
    return [...Object.entries(this.marks()), ...this.passing].flatMap(([uri, mark]) => (mark === true ? [uri] : []));
  }

  /** Takes the file for an init script from now on, or for none whatever its place. */
  set(uri: vscode.Uri, isInitScript: boolean): Promise<void> {
    return this.store(uri, isInitScript);
  }

  /** Takes a document that was used as one for an init script from now on. False when nothing changes by that. */
  async use(document: ScriptDocument): Promise<boolean> {
    if (this.has(document) || !isWritable(document.uri) || this.mark(document.uri) !== undefined) return false;
    await this.store(document.uri, true);
    return true;
  }

  /** Takes `use` back, for good. */
  undoUse(uri: vscode.Uri): Promise<void> {
    return this.store(uri, 'undone');
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private mark(uri: vscode.Uri): Mark | undefined {
    return this.passing.get(uri.toString()) ?? this.marks()[uri.toString()];
  }

  private marks(): Readonly<Record<string, Mark>> {
    return this.state.get<Readonly<Record<string, Mark>>>(marksKey) ?? {};
  }

  private async follow(files: vscode.FileRenameEvent['files']): Promise<void> {
    const marks = renamed(this.marks(), files);
    if (!marks) return;
    await this.state.update(marksKey, marks);
    this.changed.fire();
  }

  private async store(uri: vscode.Uri, mark: Mark): Promise<void> {
    if (uri.scheme === 'untitled') this.passing.set(uri.toString(), mark);
    else await this.state.update(marksKey, { ...this.marks(), [uri.toString()]: mark });
    this.changed.fire();
  }
}

/** Whether the document is a script by its language, or by what its first line says. */
export function isScript(document: Pick<ScriptDocument, 'languageId' | 'lineAt'>): boolean {
  const line = firstLine(document);
  return languages.has(document.languageId) || namesInterpreter(line) || isCloudInit(line);
}

function firstLine(document: Pick<ScriptDocument, 'lineAt'>): string {
  return document.lineAt(0).text.slice(0, 300);
}

/** Left alone is what no user can change, such as the older side of a comparison. */
function isWritable({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

function isInFolder(document: ScriptDocument): boolean {
  const globs: unknown = vscode.workspace.getConfiguration().get(setting);
  if (!Array.isArray(globs)) return false;
  return globs.some(
    (pattern) =>
      typeof pattern === 'string' && vscode.languages.match({ pattern }, document as vscode.TextDocument) > 0,
  );
}
