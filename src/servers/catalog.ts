/** What can be chosen when a server is created: the reference's look-ups, kept for a while. */
import type { NcloudClient } from '../client/index';
import { createParameters, type Environment, fieldText, findAction, type Row, type Source } from '../reference/index';

/** An answer is good for this many milliseconds: reopening a form is quick, and yet nothing old is offered for long. */
const goodFor = 60_000;

/** The look-ups of one account in one environment and region. */
export class Catalog {
  private readonly answers = new Map<string, { readonly rows: Promise<readonly Row[]>; readonly askedAt: number }>();
  /** What each look-up answered last, by its list and by value: names are good for longer than what can be chosen. */
  private readonly learnt = new Map<string, Map<string, Row>>();

  constructor(
    private readonly client: NcloudClient,
    private readonly environment: Environment,
    /** `regionCode` in VPC, `regionNo` in Classic. */
    private readonly region: string,
    private readonly now: () => number = Date.now,
    /** Called when an answer has come. */
    private readonly answered: () => void = () => undefined,
  ) {}

  /** Forgets all answers, for when what can be chosen has grown. */
  forget(): void {
    this.answers.clear();
  }

  /** The row of a parameter's value, as far as look-ups have told it already, whatever they asked. Asks for nothing. */
  known(parameter: string, value: string): Row | undefined {
    const source = this.source(parameter);
    return source && this.learnt.get(listOf(source))?.get(value);
  }

  /** What the value of a parameter is called, as far as look-ups have told already. Asks for nothing. */
  nameOf(parameter: string, value: string): string | undefined {
    const [name = ''] = this.source(parameter)?.label ?? [];
    return fieldText(this.known(parameter, value), name) || undefined;
  }

  /**
   * The rows that the source of a parameter offers, in NCP's order. `parameter` is a wire name with `N`, `params` are
   * the look-up's own parameters. Equal questions share one call and its answer; a call that went wrong is not kept.
   * @param fresh asks NCP again and replaces what was kept.
   * @throws {RangeError} when the parameter has no source or `params` names something that its source does not take.
   * @throws {NcloudError} when the look-up goes wrong.
   */
  async rows(
    parameter: string,
    params: Readonly<Record<string, string>>,
    { fresh = false }: { fresh?: boolean } = {},
  ): Promise<readonly Row[]> {
    const source = this.source(parameter);
    if (!source) throw new RangeError(`No look-up is known for ${parameter}`);
    const asked = questionOf(source, params);
    const key = JSON.stringify([source.service, source.action, source.list, Object.entries(asked).sort()]);
    const known = this.answers.get(key);
    if (known && !fresh && this.now() - known.askedAt < goodFor) return known.rows;
    const list = (more: Readonly<Record<string, string>>) =>
      this.client.list(source.service, source.action, { ...this.place(source), ...asked, ...more });
    const answer = {
      rows: Promise.all([{}, ...(source.also ?? [])].map(list)).then((lists) => lists.flat()),
      askedAt: this.now(),
    };
    this.answers.set(key, answer);
    answer.rows.then(
      (rows) => this.learn(source, rows),
      () => {
        if (this.answers.get(key) === answer) this.answers.delete(key);
      },
    );
    return answer.rows;
  }

  private source(parameter: string): Source | undefined {
    return createParameters[this.environment].find(({ name }) => name === parameter)?.source;
  }

  private learn(source: Source, rows: readonly Row[]): void {
    const known = this.learnt.get(listOf(source)) ?? new Map<string, Row>();
    this.learnt.set(listOf(source), known);
    for (const row of rows) known.set(fieldText(row, source.value), row);
    this.answered();
  }

  /** The region, where the action asks for one. */
  private place({ service, action }: Source): Readonly<Record<string, string>> {
    const name = this.environment === 'vpc' ? 'regionCode' : 'regionNo';
    const takes = findAction(service, action)?.parameters.some((parameter) => parameter.name === name);
    return takes ? { [name]: this.region } : {};
  }
}

/** Where the rows come from, whatever was asked. */
function listOf({ service, action, list, value }: Source): string {
  return JSON.stringify([service, action, list, value]);
}

/** The parameters of a look-up, fixed ones included. Fixed ones cannot be given another value than the reference names. */
function questionOf(source: Source, params: Readonly<Record<string, string>>): Record<string, string> {
  const fixed = [source.fixed ?? {}, ...Object.values(source.fixedFor ?? {})];
  const free = { ...source.needs, ...source.narrowedBy };
  const asked: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (!Object.hasOwn(free, name) && !fixed.some((values) => Object.hasOwn(values, name) && values[name] === value)) {
      throw new RangeError(`The look-up ${source.action} is not asked with ${name}`);
    }
    asked[name] = value;
  }
  for (const name of Object.keys(source.needs ?? {})) {
    if (!asked[name]) throw new RangeError(`The look-up ${source.action} needs ${name}`);
  }
  return { ...source.fixed, ...asked };
}
