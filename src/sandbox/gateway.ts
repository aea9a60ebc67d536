/** The simulated API gateway: who may call, which action is meant, and which envelope the answer goes out in. */
import { type Action, actionPath, actions } from '../reference/index';
import { type Format, renderAnswer, renderError, renderGatewayError } from './answer';
import { type Keys, refuseSignature } from './auth';
import type { Clock } from './clock';
import type { Language } from './codes';
import { type DueFaults, FaultPlan, type Late } from './faults';
import { findHandler } from './handlers';
import { jsonHeaders, type RawRequest, type Reply } from './http';
import { decodePairs, formatOf, readParams } from './parameters';
import { Random } from './random';
import { Refusal } from './rules';
import type { World } from './world';

/** A request that has come in, genuine or not. `at` is an ISO time of the world's clock. */
export interface Seen {
  readonly service: string;
  readonly action: string;
  readonly at: string;
}

export interface GatewayParts {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly world: World;
  readonly faults: FaultPlan;
  readonly seed: number;
  readonly language: Language;
  /** Unknown parameters are refused; NCP passes them over. */
  readonly isStrict: boolean;
}

/** The Content-Type of both formats is a guess. */
const headersOf: Readonly<Record<Format, Readonly<Record<string, string>>>> = {
  json: jsonHeaders,
  xml: { 'content-type': 'application/xml;charset=UTF-8' },
};

const noFaults = new FaultPlan();

const byPath: ReadonlyMap<string, Action> = new Map(actions.map((action) => [actionPath(action), action]));

export class Gateway {
  readonly requests: Seen[] = [];
  readonly #parts: GatewayParts;
  readonly #requestIds: Random;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#requestIds = new Random(parts.seed ^ 0x5eed);
  }

  /** Answers one request. The world is changed by the time this returns. */
  readonly handle = (request: RawRequest): Reply => {
    const { keys, clock, faults } = this.#parts;
    const path = request.target.split('?')[0] ?? '';
    this.#note(path);
    const action = byPath.get(path);
    const handler = action && findHandler(action);
    const due = (handler ? faults : noFaults).due(action?.name ?? '');
    const ahead = due.takeClock();
    const date = ahead === 0 ? undefined : new Date(clock.wall() + ahead).toUTCString();
    const timed = (reply: Reply): Reply =>
      date === undefined ? reply : { ...reply, headers: { ...reply.headers, date } };
    const details = refuseSignature(request, keys, clock.wall() + ahead);
    if (details !== undefined) return timed(gatewayReply(401, '200', 'Authentication Failed', details));

    if (!action || !handler || !['GET', 'POST'].includes(request.method)) {
      const simulated = `The sandbox does not simulate ${request.method} ${path}.`;
      return gatewayReply(404, '300', 'Not Found Exception', simulated);
    }

    const early = due.takeEarly();
    if (early !== undefined) return timed({ status: 200, headers: jsonHeaders, body: '', fault: early });
    const answer = this.#answer(action, request, due);
    const fault = due.takeLate(answer.status === 200);
    const other = fault && swappedFor(fault);
    return timed(other ? this.#answer(other, request, noFaults.due('')) : { ...answer, fault });
  };

  #answer(action: Action, { target, body }: RawRequest, due: DueFaults): Reply {
    const pairs = decodePairs(target, body);
    return this.#perform(action, formatOf(pairs), (world) => {
      const environment = action.service === 'server' ? 'classic' : 'vpc';
      const params = readParams(action, environment, pairs, this.#parts.isStrict);
      const handler = findHandler(action);
      if (!handler) throw new TypeError(`${action.name} is not simulated`);
      return handler({ action, environment, params, world, faults: due });
    });
  }

  #perform(
    action: Action,
    format: Format,
    run: (world: World) => ReturnType<NonNullable<ReturnType<typeof findHandler>>>,
  ): Reply {
    const { world, language } = this.#parts;
    try {
      world.settle();
      const body = renderAnswer(action, run(world), this.#requestIds.uuid(), format, language);
      return { status: 200, headers: headersOf[format], body };
    } catch (error) {
      if (error instanceof Refusal) {
        return { status: 400, headers: headersOf[format], body: renderError(error.returnCode, error.message, format) };
      }
      return gatewayReply(
        500,
        '900',
        'Unexpected Error',
        `[sandbox] ${error instanceof Error ? error.message : error}`,
      );
    }
  }

  #note(path: string): void {
    const [service = '', ...rest] = path.split('/').filter((part) => part !== '');
    this.requests.push({ service, action: rest.at(-1) ?? '', at: new Date(this.#parts.clock.now()).toISOString() });
  }
}

function gatewayReply(status: number, code: string, message: string, details: string): Reply {
  return { status, headers: jsonHeaders, body: renderGatewayError(code, message, details) };
}

/** The action whose answer comes instead, when that is the fault. One that changes something cannot be meant. */
function swappedFor({ what }: Late): Action | undefined {
  if (typeof what === 'string' || !('answerOf' in what)) return undefined;
  return actions.find(({ name, class: kind }) => name === what.answerOf && kind === 'read');
}
