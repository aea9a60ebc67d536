/**
 * Exports as documents of our own scheme: they have a name by which the editor knows their language, they can be read,
 * copied and saved as a file, and nothing is asked when one is closed.
 */
import * as vscode from 'vscode';
import { plain } from '../text';

/** The scheme of exports. */
const exportScheme = 'ncloud-export';

export class ExportDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(exportScheme, this);

  /**
   * Shows a text under a file name, beside other exports if there are some, else in that column. The next one of that name
   * from the same place takes its place.
   */
  async show(place: string, name: string, text: string, column: vscode.ViewColumn): Promise<void> {
    const path = `/${fileNameOf(place)}/${fileNameOf(name)}`;
    const uri = vscode.Uri.from({ scheme: exportScheme, path });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    await vscode.window.showTextDocument(uri, { viewColumn: columnOfExports() ?? column, preview: false });
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.texts.get(uri.toString());
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}

function columnOfExports(): vscode.ViewColumn | undefined {
  const isExport = ({ input }: vscode.Tab) => input instanceof vscode.TabInputText && input.uri.scheme === exportScheme;
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isExport))?.viewColumn;
}

/** A name that every file system takes, and that leads nowhere. */
export function fileNameOf(name: string): string {
  return (
    plain(name)
      .replace(/[/\\:*?"<>|]/g, '_')
      .replace(/^\.+|[. ]+$/g, '') || 'server'
  );
}
