/** The last look at a script before it leaves the editor: the findings that the editor shows, and a question. */
import * as vscode from 'vscode';
import type { Environment } from '../../reference/index';
import { applyFix, checkScript, editsOf, type Finding, findingText, type OsType } from '../../scripts/index';
import { choose } from '../confirm';
import { locale } from '../explain';
import * as tell from '../tell';
import { fileName, plain } from '../text';
import { documentOsType, type ScriptChecks } from './checks';
import type { InitScriptFiles } from './files';
import { fixEdit } from './mends';
import { openScript } from './open';
import { showFinding } from './problems';
import { byWeight, findingLine, isHint, shortFindingLine, shortList } from './sentences';
import { scriptScheme } from './uri';

/** What follows on the gate. */
export type NextStep = 'upload' | 'create';

/** A text that is about to leave the editor. */
export interface Outgoing {
  readonly content: string;
  readonly environment: Environment;
  readonly osType: OsType;
  /** What the user calls it: the full name of its file, or the label of its field. */
  readonly called: string;
  readonly next: NextStep;
  /** What is known to be wrong with the text; left out, it is checked. */
  findings?(content: string): readonly Finding[];
  /** Leads to what is wrong; there is no button for it without. */
  show?(findings: readonly Finding[]): Thenable<unknown>;
  /** Brings the mended text to where it came from, and gives it as it is there then. */
  mend?(findings: readonly Finding[], content: string): Thenable<string>;
}

const mostLines = 8;
const mostReasons = 2;
/** A flood of one fault is mended in parts. */
const mostRounds = 20;

/**
 * The text that may be sent: as it is, or mended. Asks when it has faults or seems to hold a secret, and names all
 * problems then, the gravest first. Hints are for those who write the script: they neither ask nor are mended here.
 * @throws vscode.CancellationError when the user does not let it go.
 */
export async function passGate(outgoing: Outgoing): Promise<string> {
  const { environment, osType, called, show } = outgoing;
  const check = (text: string) => {
    const findings = outgoing.findings?.(text) ?? checkScript(text, { environment, osType });
    const problems = byWeight(findings.filter((finding) => !isHint(finding)));
    return [...problems.filter(stops), ...problems.filter((problem) => !stops(problem))];
  };
  let { content } = outgoing;
  for (;;) {
    const findings = check(content);
    if (!findings.some(stops)) return content;
    const words = buttons(outgoing.next);
    const actions = [
      ...(findings.some(({ fix }) => fix) ? [words.fix] : []),
      ...(show ? [words.show] : []),
      words.anyway,
    ];
    const choice = await choose(problemCount(findings.length, called), details(content, findings), ...actions);
    if (choice === words.anyway) return content;
    if (choice === words.show) await outgoing.show?.(findings);
    if (choice !== words.fix) throw new vscode.CancellationError();
    content = await mended(outgoing, content, check);
  }
}

/** The gate for documents. */
export class ScriptGate {
  constructor(
    private readonly checks: ScriptChecks,
    private readonly files: InitScriptFiles,
  ) {}

  /**
   * The document's text that may be sent to an environment, mended in the document as well if the user wants that.
   * @throws vscode.CancellationError when the user does not let it go.
   */
  pass(document: vscode.TextDocument, environment: Environment, next: NextStep): Promise<string> {
    const isStored = document.uri.scheme === scriptScheme;
    return passGate({
      content: document.getText(),
      environment,
      osType: documentOsType(document),
      called: fileName(document.uri),
      next,
      show: (findings) => this.show(document, findings),
      // A script of NCP is on its way to a new one already, which then holds the mended text.
      ...(isStored
        ? {}
        : {
            findings: (text: string) =>
              text === document.getText()
                ? this.checks.findings(document, environment)
                : this.checks.findingsIn(text, document, environment),
            mend: (findings: readonly Finding[], text: string) => mendDocument(document, findings, text),
          }),
    });
  }

  /** What is listed is also underlined then: the script is checked from now on. */
  private async show(document: vscode.TextDocument, [first]: readonly Finding[]): Promise<void> {
    if (!this.files.has(document)) await this.files.set(document.uri, true);
    if (first) await showFinding(document, first);
  }
}

async function mended(
  { mend, called }: Outgoing,
  text: string,
  check: (text: string) => readonly Finding[],
): Promise<string> {
  let content = text;
  let mendThere = mend;
  const done: string[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const findings = check(content).filter(({ fix }) => fix);
    if (findings.length === 0) break;
    done.push(...findings.flatMap((finding) => findingText(finding, locale()).fix ?? []));
    const before = content;
    if (mendThere) content = await mendThere(findings, content);
    if (content !== before) continue;
    // Where it came from nothing can be changed, so only what is sent is mended.
    mendThere = undefined;
    content = applyFix(content, { edits: editsOf(findings) });
  }
  const words = [plain(called), [...new Set(done)].join(', ')];
  void tell.info(
    mend && !mendThere
      ? vscode.l10n.t('Fixed in what is sent; {0} itself could not be changed: {1}', ...words)
      : vscode.l10n.t('Fixed in {0}: {1}', ...words),
  );
  return content;
}

/**
 * Gives the text as the document then holds it; one that is not `text` any more is left as it is, to be judged anew. One
 * undo takes all of it back. A file that was saved is saved again, so that it is what was sent.
 */
async function mendDocument(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  text: string,
): Promise<string> {
  // The editor closes a document that it shows nowhere, however long a question stands.
  const current = document.isClosed ? await openScript(document.uri) : document;
  if (current.getText() !== text) return current.getText();
  const isSaved = !current.isDirty && !current.isUntitled;
  await vscode.workspace.applyEdit(fixEdit(current, findings));
  if (isSaved) await current.save();
  return current.getText();
}

function buttons(next: NextStep) {
  const show = vscode.l10n.t('Show');
  return next === 'upload'
    ? { fix: vscode.l10n.t('Fix and Upload'), show, anyway: vscode.l10n.t('Upload Anyway') }
    : { fix: vscode.l10n.t('Fix and Create'), show, anyway: vscode.l10n.t('Create Anyway') };
}

function problemCount(count: number, called: string): string {
  return count === 1
    ? vscode.l10n.t('1 problem was found in {0}.', plain(called))
    : vscode.l10n.t('{0} problems were found in {1}.', count, plain(called));
}

/** A line for each finding, with what mends it; one or two are also given their reasons. */
function details(text: string, findings: readonly Finding[]): string {
  const list = shortList(findings, (finding) =>
    findings.length > mostReasons ? shortFindingLine(text, finding) : findingLine(text, finding),
  );
  const left = list.length - mostLines;
  const lines = list.slice(0, mostLines).map(({ finding, line }) => {
    const { fix } = findingText(finding, locale());
    return fix === undefined ? line : `${line} → ${plain(fix)}`;
  });
  return [...lines, ...(left > 0 ? [vscode.l10n.t('… and {0} more of them', left)] : [])].join('\n');
}

function stops({ severity, rule }: Finding): boolean {
  return severity === 'error' || rule === 'secret' || rule === 'cloud-init-header';
}
