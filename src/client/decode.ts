/** The body of an answer to what it says: the answer of the action, or one of the typed errors. */
import { answerList, findAction, itemName, type Row, type Service, type Shape } from '../reference';
import { Converters, type Tree } from './convert';
import { ApiError, BadAnswerError, GatewayError, NcloudError } from './errors';
import { Mask } from './mask';
import { type Effect, effectOf } from './outcome';
import { checkNumbers } from './rows';
import { shown, shownRequestId } from './shown';

/** The answer of an action without its envelope. Lists are arrays of rows as the reference describes them. */
export interface Answer {
  /** `''` where NCP gives none. */
  readonly requestId: string;
  readonly returnCode: '0';
  readonly returnMessage: string;
  /** How many rows there are, also where only a page of them is in the answer. */
  readonly totalRows?: number;
  readonly [field: string]: unknown;
}

export interface Received {
  readonly service: Service;
  readonly action: string;
  readonly status: number;
  /** By lower-case name; only those that tell the number of the call are read. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined when the body is not UTF-8. */
  readonly body: string | undefined;
  /** A longer body, in characters, is not read. Left out: any length is. */
  readonly longest?: number;
  /** What must not appear in an error even when the other side repeats it. */
  readonly secrets: readonly string[];
}

const envelope: Shape = {
  requestId: 'string',
  returnCode: 'string',
  returnMessage: 'string',
  totalRows: 'number',
};

function own(tree: unknown, name: string): unknown {
  return typeof tree === 'object' && tree !== null && Object.hasOwn(tree, name) ? (tree as Tree)[name] : undefined;
}

function ownTree(tree: unknown, name: string): Tree | undefined {
  const value = own(tree, name);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : undefined;
}

/** What the functions below need to know of an answer: itself, and how to take a foreign text out of it. */
interface Reading extends Received {
  readonly show: (value: unknown) => string;
  /** What the call may have done in spite of a refusal; undefined where the refusal alone tells. */
  readonly outcome: () => Effect | undefined;
}

/** Throws the error that an object holds in one of the two envelopes, also inside of the gateway's `Response`. */
function throwRefusal(tree: Tree, { status, show, outcome }: Reading): void {
  for (const holder of [tree, ownTree(tree, 'Response')]) {
    const api = ownTree(holder, 'responseError');
    const returnCode = show(own(api, 'returnCode') ?? own(api, 'responseCode'));
    if (returnCode !== '' && returnCode !== '0') {
      throw new ApiError(status, returnCode, show(own(api, 'returnMessage') ?? own(api, 'responseMessage')), outcome());
    }
    const gateway = ownTree(holder, 'error');
    const errorCode = show(own(gateway, 'errorCode'));
    if (errorCode !== '') {
      const facts = { status, errorCode, text: show(own(gateway, 'message')), details: show(own(gateway, 'details')) };
      const done = outcome();
      throw new GatewayError(done === undefined ? facts : { ...facts, outcome: done });
    }
    if (api !== undefined || gateway !== undefined) throw new BadAnswerError('malformed', status);
  }
}

/** Throws unless the return code is 0; an answer without one is not complete. */
function throwReturnCode(response: Tree, { status, show, outcome }: Reading): void {
  const returnCode = show(own(response, 'returnCode'));
  if (returnCode === '') throw new BadAnswerError('malformed', status);
  if (returnCode !== '0') throw new ApiError(status, returnCode, show(own(response, 'returnMessage')), outcome());
}

/**
 * What an answer holds once something was done, whatever stands beside it: servers, their numbers, or what the action
 * answers with. Names are bare.
 */
function resultNames(service: Service, action: string): ReadonlySet<string> {
  const known = findAction(service, action);
  const fields = ['serverInstanceList', ...Object.keys(known?.answer ?? {})];
  const numbers = ['serverInstanceNo', answerList(known)?.key.field ?? ''];
  return new Set([...fields, ...fields.map(itemName), ...numbers].map(bareName));
}

/** A name however it is spelt: XML may put a prefix before it. */
function bareName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

/** Whether one of these names is anywhere in the tree. Its values are not looked into: a message may quote a name. */
function holdsName(tree: Tree, names: ReadonlySet<string>): boolean {
  const left: unknown[] = [tree];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next) && Object.keys(next).some((name) => names.has(bareName(name)))) return true;
    for (const value of Object.values(next)) if (typeof value === 'object') left.push(value);
  }
  return false;
}

/** NCP's number of the call as a body tells it, in an answer or in one of the envelopes. */
function requestIdIn(tree: Tree, action: string, mask: Mask): string | undefined {
  const holders = [tree, ownTree(tree, 'Response'), ownTree(tree, `${action}Response`)];
  return holders
    .flatMap((holder) => [holder, ownTree(holder, 'responseError'), ownTree(holder, 'error')])
    .map((holder) => shownRequestId(own(holder, 'requestId'), mask))
    .find((requestId) => requestId !== undefined);
}

/** Headers of the gateway that number a call, for answers whose body does not. */
const requestIdHeaders = ['x-ncp-apigw-request-id', 'x-ncp-trace-id'];

function requestIdOf({ headers = {} }: Received, mask: Mask): string | undefined {
  return requestIdHeaders
    .map((name) => shownRequestId(headers[name], mask))
    .find((requestId) => requestId !== undefined);
}

const webPage = /^\s*<(?:!doctype html|html)/i;

/** What a body that is no answer of NCP's is called, judged by the status that it came with. */
function foreign({ status, body }: Received): BadAnswerError {
  if (status === 407) return new BadAnswerError('proxy-sign-in', status);
  if (status >= 300 && status < 400) return new BadAnswerError('redirect', status);
  if (status >= 500) return new BadAnswerError('server-fault', status);
  if (body === undefined) return new BadAnswerError('not-text', status);
  if (body.trim() === '') return new BadAnswerError('empty', status);
  if (webPage.test(body)) return new BadAnswerError('web-page', status);
  return new BadAnswerError('malformed', status);
}

async function parsed(received: Received): Promise<Tree> {
  const { body = '', status, longest } = received;
  if (status === 407) throw foreign(received);
  if (longest !== undefined && body.length > longest) throw new BadAnswerError('too-large', status);
  const first = body.charAt(body.search(/\S/));
  if ((first !== '{' && first !== '<') || webPage.test(body)) throw foreign(received);
  try {
    if (first === '{') return JSON.parse(body);
    const { parseXml } = await import('./xml');
    return parseXml(body.trimStart());
  } catch {
    throw foreign(received);
  }
}

/** The list of an answer that holds its rows; the name comes from the reference, or else from the answer itself. */
export function listName(service: string, action: string, answer: Answer): string | undefined {
  const known = answerList(findAction(service, action));
  return known?.name ?? Object.keys(answer).find((name) => name.endsWith('List') && Array.isArray(answer[name]));
}

/** Decodes answers; one client has one, which keeps the converters that it has built. */
export class Decoder {
  readonly #converters = new Converters();
  readonly #answers = new Map<string, (tree: Tree) => Tree>();

  #converter(service: Service, action: string): (tree: Tree) => Tree {
    const key = `${service} ${action}`;
    let convert = this.#answers.get(key);
    if (convert === undefined) {
      convert = this.#converters.fields({ ...envelope, ...findAction(service, action)?.answer });
      this.#answers.set(key, convert);
    }
    return convert;
  }

  /**
   * Decides by looking at the body whether it is JSON or XML; the content type is not asked. An error tells NCP's number
   * of the call where the body or a header has one.
   * @throws ApiError and GatewayError for NCP's refusals, also under a status of success; BadAnswerError for everything
   * that is no complete answer of this action.
   */
  async decode(received: Received): Promise<Answer> {
    const mask = new Mask(received.secrets);
    let tree: Tree = {};
    let error: NcloudError;
    try {
      tree = await parsed(received);
      const answer = this.#answer(tree, received, (value) => shown(value, mask));
      const requestId = shownRequestId(answer.requestId, mask) ?? requestIdOf(received, mask) ?? '';
      return { ...answer, requestId, returnCode: '0', returnMessage: shown(answer.returnMessage, mask) };
    } catch (thrown) {
      if (!(thrown instanceof NcloudError)) throw thrown;
      error = thrown;
    }
    const requestId = requestIdIn(tree, received.action, mask) ?? requestIdOf(received, mask);
    if (requestId !== undefined) error.requestId = requestId;
    throw error;
  }

  #answer(tree: Tree, received: Received, show: Reading['show']): Tree {
    const { service, action, status, body = '' } = received;
    const outcome = () => (holdsName(tree, resultNames(service, action)) ? effectOf('result', action) : undefined);
    const reading: Reading = { ...received, show, outcome };
    throwRefusal(tree, reading);
    const response = ownTree(tree, `${action}Response`);
    if (response !== undefined) {
      throwRefusal(response, reading);
      throwReturnCode(response, reading);
    }
    if (status >= 300) throw foreign(received);
    if (response === undefined) throw new BadAnswerError('wrong-root', status);
    const known = findAction(service, action);
    const list = answerList(known);
    const told = list && own(response, list.name);
    const isCounted = own(response, 'totalRows') !== undefined;
    const answer = this.#converter(service, action)(response);
    if (isCounted && !Number.isSafeInteger(answer.totalRows)) throw new BadAnswerError('malformed', status);
    if (list === undefined) return answer;
    const rows = answer[list.name] as Row[];
    const isTold = /^\s*\{/.test(body) ? Array.isArray(told) || rows.length > 0 : told !== undefined;
    if (!isTold) throw new BadAnswerError('malformed', status);
    checkNumbers(rows, list.key, status);
    if (known?.class === 'create' && list.key.isNumber && rows.length === 0) {
      throw new BadAnswerError('no-instance-number', status);
    }
    return answer;
  }
}
