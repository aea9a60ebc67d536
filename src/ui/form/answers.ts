/** What answers the form's questions: NCP's lists and prices, and the checks of scripts as in the editor. */
import type { Questions, ScriptFault, ScriptQuestion } from '../../protocol';
import { checkScript, osTypeOf } from '../../scripts/index';
import { readScript } from '../../scripts/library/list';
import type { Session } from '../accounts/session';
import { listPrice } from '../create/price';
import { faultLine } from '../fault';
import type { Log } from '../log';
import type { Answerers } from '../page/answers';
import { findingLine } from '../scripts/sentences';

/** Of these the reference tells at the field itself, with the figures of the request. */
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
        // A script that cannot be read cannot be checked; what is wrong with the connection the pick lists say.
        log.debug(`form: checking ${question.parameter}: ${faultLine(error)}`);
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
  { parameter, value, reach }: ScriptQuestion,
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
