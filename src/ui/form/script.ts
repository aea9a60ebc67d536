/** The start-up script of a form under the same checks as in the editor, with what the form knows of the network. */
import type { ScriptFault, ToHost } from '../../protocol';
import { checkScript, osTypeOf } from '../../scripts/index';
import { readScript } from '../../scripts/library/list';
import type { Session } from '../accounts/session';
import { findingLine } from '../scripts/sentences';

/** Of these the reference tells at the field itself, with the figures of the request. */
const toldElsewhere = ['empty', 'size'];

/**
 * What speaks against a script. A number is read from NCP first.
 * @throws {NcloudError} when it cannot be read.
 */
export async function scriptFaults(
  { account, client }: Session,
  { parameter, value, reach }: Extract<ToHost, { type: 'checkScript' }>,
): Promise<readonly ScriptFault[]> {
  const { environment, region } = account;
  const isText = parameter === 'userData';
  const stored = isText ? undefined : await readScript({ client, environment, region }, value);
  const text = isText ? value : (stored?.content ?? '');
  const osType = stored?.osType ?? osTypeOf(text) ?? 'LNX';
  return checkScript(text, { environment, osType, reach }).flatMap((finding): ScriptFault[] => {
    const { severity, rule } = finding;
    const isTold = severity !== 'information' && !toldElsewhere.includes(rule);
    return isTold ? [{ severity, text: findingLine(text, finding) }] : [];
  });
}
