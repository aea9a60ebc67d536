/** The start-up script of a creation: checked before anything is asked, uploaded once the creation is confirmed. */
import type * as vscode from 'vscode';
import { type Reach, referenceText, uploadedScript, type Values } from '../../reference/index';
import { checkScript, osTypeOf } from '../../scripts/index';
import { scriptNameFor } from '../../scripts/library/names';
import type { Account } from '../accounts/account';
import type { CheckedOrder, Order, Startup } from '../create/creator';
import { locale } from '../explain';
import * as tell from '../tell';
import { fileName } from '../text';
import { documentOsType } from './checks';
import type { InitScriptFiles } from './files';
import { noteUse } from './first-use';
import { type NextStep, passGate, type ScriptGate } from './gate';
import { openScript } from './open';
import { findingLine } from './sentences';
import { type FileDraft, type ScriptUploads, uploadedSentence } from './uploads';

export class StartupScripts implements Startup {
  constructor(
    private readonly files: InitScriptFiles,
    private readonly uploads: Pick<ScriptUploads, 'send'>,
    private readonly gate: Pick<ScriptGate, 'pass'>,
  ) {}

  async check(account: Account, { values, script }: Order): Promise<CheckedOrder> {
    if (script === undefined) return { values: await passed(account, values) };
    if (account.environment === 'classic') {
      const document = await openScript(script);
      const userData = await this.gate.pass(document, 'classic', 'create');
      return { values: { ...values, userData }, confirmed: () => void noteUse(this.files, document.uri) };
    }
    const draft = await this.draft(script, 'create');
    const run = async () => ({ [uploadedScript]: await this.send(account, draft) });
    const warnings = (reach: Reach | undefined) => networkLines(draft, reach);
    return { values, upload: { name: fileName(script), warnings, run } };
  }

  /**
   * Checks and uploads a file as it stands in the editor; VPC only. Gives its number.
   * @throws Told with a sentence when it cannot be had for sure.
   * @throws vscode.CancellationError when the user leaves a question.
   */
  async upload(account: Account, file: vscode.Uri): Promise<string> {
    return this.send(account, await this.draft(file, 'upload'));
  }

  private async draft(file: vscode.Uri, next: NextStep): Promise<FileDraft> {
    const document = await openScript(file);
    const content = await this.gate.pass(document, 'vpc', next);
    const { uri } = document;
    return { file: uri, name: scriptNameFor(fileName(uri)), osType: documentOsType(document), content };
  }

  private async send({ id }: Account, draft: FileDraft): Promise<string> {
    const uploaded = await this.uploads.send(id, draft);
    tell.brief(uploadedSentence(uploaded));
    return uploaded.script.number;
  }
}

/**
 * What a form of the account takes of an order: in Classic the text of the script.
 * @throws Told when the file cannot be read.
 */
export async function inForm({ environment }: Account, { values, script }: Order): Promise<Order> {
  if (script === undefined || environment === 'vpc') return { values, ...(script && { script }) };
  return { values: { ...values, userData: (await openScript(script)).getText() } };
}

/**
 * The values as they may be sent: a script that goes as text is without faults, or mended, or goes in spite of them.
 * @throws vscode.CancellationError when the user does not let it go.
 */
async function passed({ environment }: Account, values: Values): Promise<Values> {
  const { userData } = values;
  if (!userData || values[uploadedScript]) return values;
  const called = referenceText(locale()).label(environment, 'userData');
  const osType = osTypeOf(userData) ?? 'LNX';
  return { ...values, userData: await passGate({ content: userData, environment, osType, called, next: 'create' }) };
}

/** What a script wants of an internet that its servers do not reach: known only once all else is chosen. */
function networkLines({ content, osType }: FileDraft, reach: Reach | undefined): string[] {
  // Whether a private subnet has a NAT gateway nobody here knows.
  if (reach !== 'none') return [];
  return checkScript(content, { environment: 'vpc', osType, reach })
    .filter(({ rule }) => rule === 'network-unreachable')
    .map((finding) => findingLine(content, finding));
}
