/** The squiggles of open presets. They follow the keys, and the script file that a preset names. */
import * as vscode from 'vscode';
import { scriptPath } from '../../reference/index';
import { locale } from '../explain';
import { isPreset } from '../preset-file';
import { plain } from '../text';
import { Told } from '../told';
import { type PresetFault, presetFaults } from './faults';
import { readJson, spanAt } from './json';
import { scriptAddress, scriptOf } from './script';

/** How long typing must rest before a preset is checked, in milliseconds. */
const rest = 200;

const source = 'NAVER Cloud';

/** The script that an open preset names, watched, and why it cannot be read, if it cannot. */
interface NamedScript extends vscode.Disposable {
  readonly name: string;
  fault: Promise<string | undefined>;
}

export class PresetDiagnostics implements vscode.Disposable {
  private readonly shown = vscode.languages.createDiagnosticCollection('ncloud-presets');
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly scripts = new Map<string, NamedScript>();
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    const { workspace } = vscode;
    this.subscriptions = [
      this.shown,
      workspace.onDidOpenTextDocument((document) => this.check(document, 0)),
      workspace.onDidChangeTextDocument(({ document }) => this.check(document, rest)),
      workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
    ];
    for (const document of workspace.textDocuments) this.check(document, 0);
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const script of this.scripts.values()) script.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private check(document: vscode.TextDocument, delay: number): void {
    const { uri } = document;
    if (!isPreset(uri) || document.isClosed) return;
    const key = uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.set(
      key,
      setTimeout(() => void this.judge(document), delay),
    );
  }

  private async judge(document: vscode.TextDocument): Promise<void> {
    if (document.isClosed) return;
    const { version } = document;
    const text = document.getText();
    const faults = [...presetFaults(text, locale()), ...(await this.scriptFaults(document, text))];
    // What has changed since is judged anew anyway.
    if (document.isClosed || document.version !== version) return;
    this.shown.set(
      document.uri,
      faults.map((fault) => toDiagnostic(document, fault)),
    );
  }

  private async scriptFaults(document: vscode.TextDocument, text: string): Promise<PresetFault[]> {
    const json = readJson(text);
    const { initScript: name } = (json?.value ?? {}) as { readonly initScript?: unknown };
    const key = document.uri.toString();
    const known = this.scripts.get(key);
    if (known && known.name !== name) {
      known.dispose();
      this.scripts.delete(key);
    }
    // Of another form the schema tells, and a preset that lies nowhere names no file yet.
    if (!json || typeof name !== 'string' || !new RegExp(scriptPath).test(name)) return [];
    if (document.uri.scheme === 'untitled') return [];
    const script = this.scripts.get(key) ?? this.follow(document, name);
    this.scripts.set(key, script);
    const message = await script.fault;
    if (message === undefined) return [];
    return [{ ...spanAt(json.root, ['initScript']), message, severity: 'error', code: 'initScript' }];
  }

  /** Looks for the script of a preset, and again when that file comes, changes or goes. */
  private follow(document: vscode.TextDocument, name: string): NamedScript {
    const { uri } = document;
    const file = scriptAddress(uri, name);
    const watcher = file && vscode.workspace.createFileSystemWatcher(patternOf(file));
    const script: NamedScript = {
      name,
      fault: faultOf(uri, name),
      dispose: () => watcher?.dispose(),
    };
    const again = () => {
      script.fault = faultOf(uri, name);
      this.check(document, 0);
    };
    watcher?.onDidCreate(again);
    watcher?.onDidChange(again);
    watcher?.onDidDelete(again);
    return script;
  }

  private forget(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    this.scripts.get(key)?.dispose();
    this.scripts.delete(key);
    this.shown.delete(uri);
  }
}

async function faultOf(preset: vscode.Uri, name: string): Promise<string | undefined> {
  try {
    await scriptOf(preset, name);
    return undefined;
  } catch (error) {
    return error instanceof Told ? error.message : undefined;
  }
}

/** For one file. What has a meaning in a pattern stands for itself by standing for any character. */
function patternOf(file: vscode.Uri): vscode.RelativePattern {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), name.replace(/[[\]{}*?!,]/g, '?'));
}

function toDiagnostic(document: vscode.TextDocument, { start, end, message, severity, code }: PresetFault) {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const severities = vscode.DiagnosticSeverity;
  const diagnostic = new vscode.Diagnostic(
    range,
    plain(message),
    severity === 'error' ? severities.Error : severities.Warning,
  );
  diagnostic.source = source;
  diagnostic.code = code;
  return diagnostic;
}
