/** The findings of the documents that are init scripts, for the account that is worked with. */
import type * as vscode from 'vscode';
import type { Environment, Reach } from '../../reference/index';
import { checkScript, type Finding, type OsType, osTypeOf } from '../../scripts/index';
import type { Accounts } from '../accounts/account';
import type { InitScriptFiles } from './files';
import { parseScriptUri } from './uri';

interface Checked {
  readonly version: number;
  readonly environment: Environment;
  readonly reach: Reach | undefined;
  readonly findings: readonly Finding[];
}

export class ScriptChecks {
  private readonly checked = new WeakMap<vscode.TextDocument, Checked>();

  constructor(
    private readonly accounts: Accounts,
    private readonly files: InitScriptFiles,
  ) {}

  /** What is wrong with the document as it is now, where it would go to. A document is checked once a version. */
  findings(document: vscode.TextDocument, environment = this.environment(document.uri)): readonly Finding[] {
    const reach = this.reach(document);
    const known = this.checked.get(document);
    const isKnown = known?.version === document.version && known.environment === environment && known.reach === reach;
    if (isKnown) return known.findings;
    const findings = this.findingsIn(document.getText(), document, environment);
    this.checked.set(document, { version: document.version, environment, reach, findings });
    return findings;
  }

  /** What is wrong with a text that may be another one than the document holds now. */
  findingsIn(text: string, document: vscode.TextDocument, environment: Environment): readonly Finding[] {
    return checkScript(text, { environment, reach: this.reach(document), osType: documentOsType(document) });
  }

  /** How servers reach the internet that presets make with the script: the worst of them. */
  private reach(document: vscode.TextDocument): Reach | undefined {
    return this.files.presets(document).some(({ reach }) => reach === 'nat') ? 'nat' : undefined;
  }

  /** Where the script would go: to its own account, or else to the one that commands without a target take. */
  environment(uri: vscode.Uri): Environment {
    const own = parseScriptUri(uri);
    const account = own ? this.accounts.get(own.accountId) : (this.accounts.current() ?? this.accounts.list()[0]);
    return account?.environment ?? 'vpc';
  }
}

/** The operating system that a document is meant for: what its text tells, or else its language. */
export function documentOsType(document: vscode.TextDocument): OsType {
  const { languageId } = document;
  return osTypeOf(document.getText()) ?? (languageId === 'vb' || languageId === 'powershell' ? 'WND' : 'LNX');
}
