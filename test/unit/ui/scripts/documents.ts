// Documents as far as the parts on scripts look at them.
import type * as vscode from 'vscode';

/** A shell script of the workspace, unless another address or language is given. */
export function documentOf(text: string, { path = '/w/install.sh', scheme = 'file', languageId = 'shellscript' } = {}) {
  const uri = { scheme, path, query: '', toString: () => `${scheme}:${path}` } as vscode.Uri;
  const lines = text.split('\n');
  return {
    uri,
    languageId,
    getText: () => text,
    lineAt: (line: number) => ({ text: lines[line] ?? '' }),
  } as unknown as vscode.TextDocument;
}
