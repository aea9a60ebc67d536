/** What answers the form's questions: NCP's lists and prices, and the checks of scripts as in the editor. */
import * as vscode from 'vscode';
import type { Questions, ScriptFault, ScriptQuestion } from '../../protocol';
import { type Environment, type OperatingSystem, referenceText, uploadedScript } from '../../reference/index';
import { checkScript, type OsType, osTypeOf } from '../../scripts/index';
import { readScript, type ScriptPlace } from '../../scripts/library/list';
import type { Session } from '../accounts/session';
import { listPrice } from '../create/price';
import { locale } from '../explain';
import { faultLine } from '../fault';
import type { Log } from '../log';
import type { Answerers } from '../page/answers';
import { documentOsType } from '../scripts/checks';
import { openScript } from '../scripts/open';
import { findingLine, shortList } from '../scripts/sentences';
import { Told } from '../told';

/** Of these the reference tells at the field of a text itself, with the figures of the request. */
const toldElsewhere = ['empty', 'size'];

/** The answers for an account that `open` gives the session of. Only a pick list that cannot be had gives a reason. */
export function formAnswers(open: () => Promise<Session>, log: Pick<Log, 'debug'>): Answerers<Questions> {
  return {
    lookup: async ({ lookup, fresh }) => {
      const { catalog } = await open();
      return catalog.rows(lookup.parameter, lookup.params, fresh ? { fresh } : {});
    },
    price: async ({ product }) => {
      const session = await open().catch(() => undefined);
      return session && listPrice(session, product, log);
    },
    checkScript: async (question) => {
      try {
        return await scriptFaults(await open(), question);
      } catch (error) {
        // A file that is gone stops the creation.
        if (error instanceof Told) return [{ severity: 'error', text: error.message }];
        // A script that cannot be read cannot be checked; what is wrong with the connection the pick lists say.
        log.debug(`form: checking ${question.form}: ${faultLine(error)}`);
        return undefined;
      }
    },
  };
}

/**
 * What speaks against a script. A number is read from NCP first.
 * @throws {NcloudError} when it cannot be read.
 */
async function scriptFaults(
  { account, client }: Session,
  { form, value, reach, system }: ScriptQuestion,
): Promise<readonly ScriptFault[]> {
  const { environment, region } = account;
  const place = { client, environment, region };
  const { text, osType } =
    form === 'file'
      ? await fileScript(value)
      : form === 'userData'
        ? textScript(value)
        : await storedScript(place, value);
  const strange = system === undefined || system === osType ? [] : [otherSystem(environment, osType, system)];
  const findings = checkScript(text, { environment, osType, reach }).filter(
    ({ severity, rule }) => severity !== 'information' && (form === 'file' || !toldElsewhere.includes(rule)),
  );
  const faults = shortList(findings, (finding) => findingLine(text, finding)).map(({ finding, line }): ScriptFault => {
    const isOfNetwork = finding.rule === 'network-unreachable';
    return {
      severity: finding.severity === 'error' ? 'error' : 'warning',
      text: line,
      ...(isOfNetwork && { isOfNetwork }),
    };
  });
  return [...strange, ...faults];
}

/** The reference tells it of a script at NCP; of a file nobody has a row. */
function otherSystem(environment: Environment, script: OsType, os: OperatingSystem): ScriptFault {
  const problem = { name: uploadedScript, rule: 'scriptOs', severity: 'warning', args: { script, os } } as const;
  return { severity: 'warning', text: referenceText(locale()).problem(problem, environment) };
}

/** A text, and the operating system that it is for. */
interface Script {
  readonly text: string;
  readonly osType: OsType;
}

async function fileScript(address: string): Promise<Script> {
  const document = await openScript(vscode.Uri.parse(address));
  return { text: document.getText(), osType: documentOsType(document) };
}

async function storedScript(place: ScriptPlace, number: string): Promise<Script> {
  const stored = await readScript(place, number);
  const { text, osType } = textScript(stored?.content ?? '');
  return { text, osType: stored?.osType ?? osType };
}

function textScript(text: string): Script {
  return { text, osType: osTypeOf(text) ?? 'LNX' };
}
