/** The body of an answer to what it says: the answer of the action, or one of the typed errors. */
import { findAction, type Service, type Shape } from '../reference';
import { Converters, type Tree } from './convert';
import { ApiError, BadAnswerError, GatewayError, NotSentError } from './errors';

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
  /** Undefined when the body is not UTF-8. */
  readonly body: string | undefined;
  /** What must not appear in an error even when the other side repeats it. */
  readonly secrets: readonly string[];
}

const envelope: Shape = {
  requestId: 'string',
  returnCode: 'string',
  returnMessage: 'string',
  totalRows: 'number',
};

/** Control characters and those that turn the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Foreign text made fit to be shown: one line, at most 500 characters, without secrets. */
function shown(value: unknown, secrets: readonly string[]): string {
  let text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  for (const secret of secrets) text = text.replaceAll(secret, '***');
  text = text.replace(unprintable, ' ').replace(/ {2,}/g, ' ').trim();
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}

function own(tree: unknown, name: string): unknown {
  return typeof tree === 'object' && tree !== null && Object.hasOwn(tree, name) ? (tree as Tree)[name] : undefined;
}

function ownTree(tree: unknown, name: string): Tree | undefined {
  const value = own(tree, name);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : undefined;
}

/** Throws the error that an object holds in one of the two envelopes, also inside of the gateway's `Response`. */
function throwRefusal(tree: Tree, { status, secrets }: Received): void {
  for (const holder of [tree, ownTree(tree, 'Response')]) {
    const api = ownTree(holder, 'responseError');
    const returnCode = shown(own(api, 'returnCode') ?? own(api, 'responseCode'), secrets);
    if (returnCode !== '' && returnCode !== '0') {
      throw new ApiError(status, returnCode, shown(own(api, 'returnMessage') ?? own(api, 'responseMessage'), secrets));
    }
    const gateway = ownTree(holder, 'error');
    const errorCode = shown(own(gateway, 'errorCode'), secrets);
    if (errorCode !== '') {
      const text = shown(own(gateway, 'message'), secrets);
      throw new GatewayError({ status, errorCode, text, details: shown(own(gateway, 'details'), secrets) });
    }
    if (api !== undefined || gateway !== undefined) throw new BadAnswerError('malformed', status);
  }
}

/** Throws unless the return code is 0; an answer without one is not complete. */
function throwReturnCode(response: Tree, { status, secrets }: Received): void {
  const returnCode = shown(own(response, 'returnCode'), secrets);
  if (returnCode === '') throw new BadAnswerError('malformed', status);
  if (returnCode !== '0') throw new ApiError(status, returnCode, shown(own(response, 'returnMessage'), secrets));
}

/** Whether there are servers anywhere in it: a refusal that stands beside them is none. */
function holdsServers(tree: unknown): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  return Object.entries(tree).some(([name, value]) => name === 'serverInstanceList' || holdsServers(value));
}

const webPage = /^\s*<(?:!doctype html|html)/i;

/** What a body that is no answer of NCP's is called, judged by the status that it came with. */
function foreign({ status, body }: Received): BadAnswerError {
  if (status >= 300 && status < 400) return new BadAnswerError('redirect', status);
  if (status >= 500) return new BadAnswerError('server-fault', status);
  if (body === undefined) return new BadAnswerError('not-text', status);
  if (body.trim() === '') return new BadAnswerError('empty', status);
  if (webPage.test(body)) return new BadAnswerError('web-page', status);
  return new BadAnswerError('malformed', status);
}

async function parsed(received: Received): Promise<Tree> {
  const { body = '' } = received;
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
  const known = Object.entries(findAction(service, action)?.answer ?? {}).find(([, type]) => Array.isArray(type));
  return known?.[0] ?? Object.keys(answer).find((name) => name.endsWith('List') && Array.isArray(answer[name]));
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
   * Decides by looking at the body whether it is JSON or XML; the content type is not asked.
   * @throws ApiError and GatewayError for NCP's refusals, also under a status of success; NotSentError when a proxy asks
   * for a sign-in; BadAnswerError for everything that is no complete answer of this action.
   */
  async decode(received: Received): Promise<Answer> {
    const { service, action, status, secrets } = received;
    if (status === 407) throw new NotSentError('proxy-sign-in', undefined, '407');
    const tree = await parsed(received);
    const response = ownTree(tree, `${action}Response`);
    try {
      throwRefusal(tree, received);
      if (response !== undefined) {
        throwRefusal(response, received);
        throwReturnCode(response, received);
      }
    } catch (refusal) {
      if (holdsServers(tree)) throw new BadAnswerError('malformed', status);
      throw refusal;
    }
    if (status >= 300) throw foreign(received);
    if (response === undefined) throw new BadAnswerError('wrong-root', status);
    const isCounted = own(response, 'totalRows') !== undefined;
    const answer = this.#converter(service, action)(response);
    if (isCounted && !Number.isSafeInteger(answer.totalRows)) throw new BadAnswerError('malformed', status);
    return {
      ...answer,
      requestId: shown(answer.requestId, secrets),
      returnCode: '0',
      returnMessage: shown(answer.returnMessage, secrets),
    };
  }
}
