/** Planned faults: an ordered list, set up in-process or by a file; nothing here can be reached over HTTP. */

/**
 * When the fault strikes: as a connection is accepted, before any byte is read; before the request changes anything;
 * after the change is made but instead of the answer; or on the head or the body of the real answer on its way out.
 */
export type FaultMoment = 'in-connect' | 'before-commit' | 'after-commit' | 'in-headers' | 'in-body';

/**
 * What becomes of a connection. `reset`: it is torn down; `close`: it is ended; `hang`: it stands and nothing is read;
 * `bytes`: these are sent, each character one byte, and then it is ended.
 */
export type Unheard = 'reset' | 'close' | 'hang' | { readonly bytes: string };

/** No answer, or another one. `reset`: the connection is torn down; `hang`: no answer ever comes. */
export type Instead =
  | 'reset'
  | 'hang'
  | {
      readonly status: number;
      readonly body: string | Uint8Array;
      /** How a body of text becomes bytes; `utf8` when left out. */
      readonly encoding?: 'utf8' | 'utf16le' | 'latin1' | 'base64';
      readonly headers?: Readonly<Record<string, string>>;
    };

/** The real answer, but its head (`in-headers`) or its body (`in-body`) comes in part, in pieces or with other headers. */
export type Broken =
  /** Only the first bytes are sent, then the connection breaks; a negative number leaves so many out. */
  | { readonly cut: number }
  /** The first bytes are sent, then nothing more. */
  | { readonly stall: number }
  /** One byte each so many milliseconds. */
  | { readonly drip: number }
  /** Headers are set, or removed with null. */
  | { readonly headers: Readonly<Record<string, string | null>> };

/** What only the head suffers: `pad` more bytes of headers. */
export type BrokenHead = Broken | { readonly pad: number };

/** What only the body suffers. */
export type Spoiled =
  | Broken
  /**
   * `true` announces the whole length and the connection breaks, `short` announces the cut part and the answer ends
   * cleanly, `chunked` announces no length and the connection breaks.
   */
  | { readonly cut: number; readonly length: 'true' | 'short' | 'chunked' }
  /** It comes that many milliseconds late. */
  | { readonly delay: number }
  | { readonly edit: (body: string) => string | Uint8Array }
  /** The first text in the body becomes the second one, wherever it stands. */
  | { readonly replace: readonly [string, string] }
  /** So many megabytes of nothing come in its place, packed or not. */
  | { readonly flood: number; readonly gzip?: boolean }
  /** The answer to another action comes, one that only reads: somebody on the way has mixed them up. */
  | { readonly answerOf: string };

/** `stuck`: never finishes; `fails`: ends in a failure state; `partial`: only the first `servers` are made or moved. */
export type Fate = 'stuck' | 'fails' | 'partial';

/** What becomes of the first `servers` servers of a call. */
export interface Fated {
  readonly fate: Fate;
  readonly servers: number;
}

/** The list does not show that many of the newest servers. */
export interface Hidden {
  readonly hide: number;
}

/** The gateway's clock is that many milliseconds ahead, in its check of the signature and in `Date`. */
export interface Ahead {
  readonly clock: number;
}

export type FaultKind = Unheard | Instead | BrokenHead | Spoiled | Fated | Hidden | Ahead;

/** One planned fault. After-commit faults strike only calls that succeed. */
export type Fault = {
  /** The first call of the action, or the first connection, counted from when the fault was added, that it strikes; 1 by default. */
  readonly nth?: number;
  /** How many it strikes; 1 by default. */
  readonly times?: number;
} & (
  | {
      /** Nobody knows yet what will be asked for, so connections are counted; one may serve several calls, or none. */
      readonly where: 'in-connect';
      readonly action?: undefined;
      readonly what: Unheard;
    }
  | ({
      /** Name of the API action, several of them, or `*` for any. */
      readonly action: string | readonly string[];
    } & (
      | { readonly where: 'before-commit'; readonly what: Instead | Fated | Hidden | Ahead }
      | { readonly where: 'in-headers'; readonly what: Instead | BrokenHead }
      | { readonly where: 'after-commit' | 'in-body'; readonly what: Instead | Spoiled }
    ))
);

interface Planned {
  readonly fault: Fault;
  seen: number;
  left: number;
}

/** An answer's fault, and which part of it suffers. */
export interface Late {
  readonly where: 'before-commit' | 'after-commit' | 'in-headers' | 'in-body';
  readonly what: Instead | BrokenHead | Spoiled;
}

/** The faults that are due for one call. Taking one uses it up. */
export interface DueFaults {
  /** How far the gateway's clock is ahead, in milliseconds. */
  takeClock(): number;
  /** What comes instead of the call. */
  takeEarly(): Late | undefined;
  /** What becomes of the servers of the call. */
  takeFate(): Fated | undefined;
  /** How many of the newest servers a list does not show. */
  takeHidden(): number;
  /** What happens to the answer. */
  takeLate(isDone: boolean): Late | undefined;
}

/** An ordered plan of faults. */
export class FaultPlan {
  readonly #planned: Planned[] = [];
  /** Told each fault as it strikes, and the action that it strikes. */
  onStrike: ((fault: Fault, action: string | undefined) => void) | undefined;

  add(...faults: readonly Fault[]): void {
    for (const fault of faults) this.#planned.push({ fault, seen: 0, left: fault.times ?? 1 });
  }

  /** The faults that have not struck as often as planned. Empty at the end of a good test. */
  pending(): readonly Fault[] {
    return this.#planned.filter((planned) => planned.left > 0).map((planned) => planned.fault);
  }

  /** Forgets all planned faults. */
  clear(): void {
    this.#planned.length = 0;
  }

  /** Counts a connection and tells what becomes of it. */
  connect(): Unheard | undefined {
    const { take } = this.#due(undefined);
    return take((fault): fault is Fault & { where: 'in-connect' } => fault.where === 'in-connect')?.what;
  }

  /** Counts a call of this action and tells which faults are due for it. */
  due(action: string): DueFaults {
    const { take } = this.#due(action);
    const early = <What extends FaultKind>(wanted: (what: FaultKind) => what is What): What | undefined =>
      take((fault): fault is Fault & { what: What } => fault.where === 'before-commit' && wanted(fault.what))?.what;
    return {
      takeClock: () => early((what): what is Ahead => has(what, 'clock'))?.clock ?? 0,
      takeEarly: () => {
        const what = early((one): one is Instead => typeof one === 'string' || has(one, 'status'));
        return what && { where: 'before-commit', what: what as Instead };
      },
      takeFate: () => early((what): what is Fated => has(what, 'fate')),
      takeHidden: () => early((what): what is Hidden => has(what, 'hide'))?.hide ?? 0,
      takeLate: (isDone) => {
        const after = isDone ? take((fault): fault is Fault & Late => fault.where === 'after-commit') : undefined;
        return after ?? take((fault): fault is Fault & Late => /^in-(?:headers|body)$/.test(fault.where));
      },
    };
  }

  /** Counts what has come, and gives what takes the first of the faults that are due and wanted. */
  #due(action: string | undefined) {
    const due = this.#planned.filter((planned) => {
      if (!isMeant(planned.fault.action, action)) return false;
      planned.seen += 1;
      return planned.left > 0 && planned.seen >= (planned.fault.nth ?? 1);
    });
    const take = <Wanted extends Fault>(wanted: (fault: Fault) => fault is Wanted): Wanted | undefined => {
      const index = due.findIndex(({ fault }) => wanted(fault));
      const [planned] = index < 0 ? [] : due.splice(index, 1);
      if (!planned) return undefined;
      planned.left -= 1;
      this.onStrike?.(planned.fault, action);
      return planned.fault as Wanted;
    };
    return { take };
  }
}

function isMeant(meant: Fault['action'], action: string | undefined): boolean {
  if (meant === undefined || action === undefined) return meant === action;
  return meant === '*' || [meant].flat().includes(action);
}

function has(what: FaultKind, field: string): boolean {
  return typeof what === 'object' && field in what;
}
