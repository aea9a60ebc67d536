/** The addresses of scripts at NCP in the editor: `ncloud-script:/account/number/name.sh`. */
import * as vscode from 'vscode';
import type { ScriptLanguage } from '../../scripts/language';

export const scriptScheme = 'ncloud-script';

/** The script that an address stands for. */
export interface ScriptRef {
  readonly accountId: string;
  /** `initScriptNo` */
  readonly number: string;
  /** True for the left side of a comparison: always what NCP has now, and never written. */
  readonly isCopy: boolean;
}

const extensions: Readonly<Record<ScriptLanguage, string>> = {
  shellscript: '.sh',
  python: '.py',
  perl: '.pl',
  powershell: '.ps1',
  vb: '.vbs',
};

/** The address of a script. The ending of the name makes the editor pick the language. */
export function scriptUri(
  { accountId, number, isCopy }: ScriptRef,
  name: string,
  language: ScriptLanguage | undefined,
): vscode.Uri {
  const fileName = `${name.replace(/[/\\\p{Cc}]/gu, '_') || number}${language ? extensions[language] : ''}`;
  return vscode.Uri.from({
    scheme: scriptScheme,
    path: `/${accountId}/${number}/${fileName}`,
    query: isCopy ? 'copy' : '',
  });
}

/** The script of an address; undefined when it stands for none. */
export function parseScriptUri({ scheme, path, query }: vscode.Uri): ScriptRef | undefined {
  const [, accountId, number, name, ...rest] = path.split('/');
  if (scheme !== scriptScheme || !accountId || !number || !name || rest.length > 0) return undefined;
  return { accountId, number, isCopy: query === 'copy' };
}
