/** The one way to call the API: sign, post, decode, and try a read again when that can help. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { actionPath, findAction, type Row, type Service } from '../reference';
import { Clock, clockTolerance } from './clock';
import { type Answer, Decoder } from './decode';
import { GatewayError, NcloudError, NoAnswerError, NotSentError } from './errors';
import { failureError } from './failure';
import { Lists } from './list';
import type { Attempt, CallOptions, ClientOptions, Deadlines } from './options';
import { flatten, formBody, type Params } from './params';
import { checkedProxy, type ProxyAddress } from './proxy';
import { attempts, RetryBudget, retryAfter } from './retry';
import { sign } from './sign';
import { checkedEndpoint, isLoopback } from './sites';

/** A call underway. */
interface Call {
  readonly operation: string;
  readonly service: Service;
  readonly action: string;
  readonly isRead: boolean;
  readonly path: string;
  readonly body: string;
  readonly secrets: readonly string[];
  readonly signal: AbortSignal | undefined;
  /** Characters of the longest answer that is decoded. */
  readonly longest: number | undefined;
}

type Result =
  | { readonly answer: Answer }
  | { readonly error: NcloudError; readonly asked: number | undefined; readonly clockCorrected: boolean };

const services: readonly Service[] = ['server', 'vserver', 'vpc', 'billing'];

/** Values of parameters that must not appear in an error, should NCP repeat them. */
function secretValues(params: Params): string[] {
  return flatten(params)
    .filter(([name]) => /password|secret|privateKey|userData|initScriptContent/i.test(name))
    .map(([, value]) => value);
}

export class NcloudClient {
  readonly #endpoint: string;
  readonly #billingEndpoint: string;
  readonly #accessKey: string;
  readonly #secretKey: string;
  readonly #proxy: ProxyAddress | undefined;
  readonly #network: ClientOptions['network'];
  readonly #clock: Clock;
  readonly #pause: NonNullable<ClientOptions['pause']>;
  readonly #onAttempt: ((attempt: Attempt) => void) | undefined;
  readonly #deadlines: Required<Deadlines>;
  #http: Promise<typeof import('./http')> | undefined;
  readonly #decoder = new Decoder();
  readonly #lists = new Lists();
  readonly #retries = new RetryBudget();

  /** @throws NotSentError for an endpoint that is neither NAVER Cloud nor this computer, for a proxy that is no address, and for keys that cannot be keys. */
  constructor(options: ClientOptions) {
    this.#endpoint = checkedEndpoint(options.endpoint);
    this.#billingEndpoint = checkedEndpoint(options.billingEndpoint ?? options.endpoint);
    for (const key of [options.accessKey, options.secretKey]) {
      if (typeof key !== 'string' || !/^[\x21-\x7e]+$/.test(key)) throw new NotSentError('bad-key');
    }
    this.#accessKey = options.accessKey;
    this.#secretKey = options.secretKey;
    this.#proxy = options.proxy === undefined ? undefined : checkedProxy(options.proxy);
    this.#network = options.network;
    this.#clock = new Clock(options.now ?? Date.now);
    this.#pause = options.pause ?? ((ms, signal) => sleep(ms, undefined, signal ? { signal } : {}));
    this.#onAttempt = options.onAttempt;
    this.#deadlines = { connect: 10_000, read: 30_000, mutation: 60_000, ...options.deadlines };
  }

  /** The same for every client of this key at this site, and different for any other. It does not tell the key. */
  get fingerprint(): string {
    return createHash('sha256').update(`${this.#endpoint}\n${this.#accessKey}`).digest('hex').slice(0, 32);
  }

  /** NAVER Cloud's time in milliseconds since the epoch: that of this computer, corrected once a signature was refused for it. */
  timestamp(): number {
    return this.#clock.timestamp();
  }

  /**
   * Calls one action and gives its answer without the envelope. Only actions that the reference classes as `read` are
   * ever sent again, at most three times in all; any other action, also an unknown one, is sent exactly once.
   * @throws NcloudError and nothing else; its `outcome` tells whether the call may have taken effect.
   */
  async call(service: Service, action: string, params: Params = {}, options: CallOptions = {}): Promise<Answer> {
    return this.#call(service, action, params, options);
  }

  /**
   * All rows of the list that the action answers with, each of them once, checked against `totalRows`. Pages are read
   * only when the first answer, asked for without paging, is too large or has fewer rows than there are; `pageNo` and
   * `pageSize` in `params` are ignored.
   * @throws NcloudError; a list that is not complete is a BadAnswerError, never a shorter list.
   */
  async list(service: Service, action: string, params: Params = {}, options: CallOptions = {}): Promise<Row[]> {
    const { pageNo: _, pageSize: __, ...unpaged } = params;
    const ask = (asked: Params, longest?: number) => this.#call(service, action, asked, options, longest);
    return this.#lists.read({ service, action, params: unpaged, ask, onRows: options.onRows });
  }

  async #call(
    service: Service,
    action: string,
    params: Params,
    options: CallOptions,
    longest?: number,
  ): Promise<Answer> {
    if (!services.includes(service) || !/^[a-z]\w*$/i.test(action)) throw new NotSentError('bad-action');
    return this.#run({
      operation: randomUUID(),
      service,
      action,
      isRead: findAction(service, action)?.class === 'read',
      path: actionPath({ service, name: action }),
      body: formBody(params, options.format ?? 'json'),
      secrets: [this.#secretKey, this.#accessKey, ...secretValues(params)],
      signal: options.signal,
      longest,
    });
  }

  async #run(call: Call): Promise<Answer> {
    let spent = 0;
    let clockCorrected = false;
    for (let attempt = 1; ; attempt++) {
      const started = performance.now();
      const result = await this.#attempt(call, attempt, this.#deadlines[call.isRead ? 'read' : 'mutation'] - spent);
      if ('answer' in result) {
        this.#retries.earn();
        return result.answer;
      }
      spent += performance.now() - started;
      if (!call.isRead) throw result.error;
      if (result.clockCorrected && !clockCorrected && attempt < attempts) {
        clockCorrected = true;
        continue;
      }
      const delay = this.#retries.delay(result.error, attempt, result.asked, Math.random());
      if (delay === undefined) throw result.error;
      await this.#pause(delay, call.signal).catch(() => undefined);
      if (call.signal?.aborted) throw new NoAnswerError('cancelled');
    }
  }

  /** Sends once, with a timestamp and a signature of its own. */
  async #attempt(call: Call, attempt: number, deadline: number): Promise<Result> {
    const started = performance.now();
    const report = (outcome: Pick<Attempt, 'status' | 'code' | 'requestId'>): void => {
      const { operation, service, action } = call;
      try {
        this.#onAttempt?.({ operation, service, action, attempt, ms: performance.now() - started, ...outcome });
      } catch {
        // A log that breaks must not cost the answer of a create.
      }
    };
    this.#http ??= loadHttp();
    const { post } = await this.#http;
    const sentAt = this.#clock.now();
    const offset = this.#clock.offset;
    const timestamp = String(this.#clock.timestamp());
    const url = `${call.service === 'billing' ? this.#billingEndpoint : this.#endpoint}${call.path}`;
    const signature = sign({ method: 'POST', url, timestamp, accessKey: this.#accessKey, secretKey: this.#secretKey });
    const isHere = isLoopback(new URL(url).hostname);
    const proxy = isHere ? undefined : this.#proxy;
    const anyCertificate = !isHere && (this.#network?.().anyCertificate ?? false);
    const reply = await post({
      url,
      headers: {
        'x-ncp-apigw-timestamp': timestamp,
        'x-ncp-iam-access-key': this.#accessKey,
        'x-ncp-apigw-signature-v2': signature,
      },
      body: call.body,
      ownConnection: !call.isRead,
      connectDeadline: Math.min(this.#deadlines.connect, deadline),
      deadline,
      ...(proxy === undefined ? {} : { proxy }),
      anyCertificate,
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    });
    if (reply.kind === 'failure') {
      const error = failureError(reply);
      report({ code: error.code ?? error.name });
      return { error, asked: undefined, clockCorrected: false };
    }
    const { status, headers, body } = reply;
    try {
      const { service, action, longest } = call;
      const answer = await this.#decoder.decode({
        service,
        action,
        status,
        headers,
        body,
        secrets: [...call.secrets, signature],
        ...(longest === undefined ? {} : { longest }),
      });
      report({ status, ...numbered(answer.requestId) });
      return { answer };
    } catch (thrown) {
      if (!(thrown instanceof NcloudError)) throw thrown;
      if (isSignatureRefusal(thrown)) this.#clock.observe(headers, sentAt);
      const clockCorrected = Math.abs(this.#clock.offset - offset) >= clockTolerance && isSignatureRefusal(thrown);
      const error = clockCorrected && this.#clock.offset !== 0 ? blamed(thrown, this.#clock.offset) : thrown;
      report({ status, code: error.code ?? error.name, ...numbered(error.requestId) });
      const asked = retryAfter(headers['retry-after'], this.#clock.timestamp());
      return { error, asked, clockCorrected };
    }
  }
}

function numbered(requestId: string | undefined): { readonly requestId?: string } {
  return requestId === undefined || requestId === '' ? {} : { requestId };
}

/** Loading axios is a large part of what one task may take in an editor, so it gets a task of its own. */
async function loadHttp(): Promise<typeof import('./http')> {
  await sleep(0);
  const http = await import('./http');
  await sleep(0);
  return http;
}

function isSignatureRefusal(error: NcloudError): error is GatewayError {
  return error instanceof GatewayError && error.status === 401 && error.errorCode === '200';
}

/** The same refusal, which now tells that the clock is why. */
function blamed(refusal: GatewayError, clockOffset: number): GatewayError {
  const error = new GatewayError({ ...refusal, clockOffset });
  if (refusal.requestId !== undefined) error.requestId = refusal.requestId;
  return error;
}
