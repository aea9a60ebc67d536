/** The simulated API gateway: who may call, which action is meant, and which envelope the answer goes out in. */
import { type Action, actionPath, actions } from '../reference/index';
import { type Format, renderAnswer, renderError, renderGatewayError } from './answer';
import { type Keys, refuseSignature } from './auth';
import type { Clock } from './clock';
import type { Language } from './codes';
import type { FaultPlan } from './faults';
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
    const { keys, clock, faults, isStrict } = this.#parts;
    const path = request.target.split('?')[0] ?? '';
    this.#note(path);
    const details = refuseSignature(request, keys, clock.wall());
    if (details !== undefined) return gatewayReply(401, '200', 'Authentication Failed', details);

    const action = byPath.get(path);
    const handler = action && findHandler(action);
    if (!action || !handler || !['GET', 'POST'].includes(request.method)) {
      const simulated = `The sandbox does not simulate ${request.method} ${path}.`;
      return gatewayReply(404, '300', 'Not Found Exception', simulated);
    }

    const due = faults.due(action.name);
    const early = due.takeEarly();
    if (early !== undefined) return { status: 200, headers: jsonHeaders, body: '', fault: early };
    const pairs = decodePairs(request.target, request.body);
    const reply = this.#perform(action, formatOf(pairs), (world) => {
      const environment = action.service === 'server' ? 'classic' : 'vpc';
      const params = readParams(action, environment, pairs, isStrict);
      return handler({ action, environment, params, world, faults: due });
    });
    const late = reply.status === 200 ? due.takeLate('after-commit') : undefined;
    return { ...reply, fault: late ?? due.takeLate('in-body') };
  };

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
