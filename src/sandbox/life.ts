/** The life cycle of servers: which command is allowed when, what it leads to, and how long each step takes. */
import type { Environment } from '../reference/types';
import type { Clock } from './clock';
import type { Fate } from './faults';
import type { Machine, Phase, Step } from './machine';
import { type RuleId, refuse } from './rules';

/** The commands that move a server from one phase to another. */
export type Command = 'create' | 'start' | 'stop' | 'reboot' | 'terminate' | 'changeSpec';

interface Course {
  /** The status in which the command is allowed. */
  readonly from?: string;
  readonly during: Phase;
  /** What follows, each with the real milliseconds since the step before. All durations are guesses. */
  readonly steps: readonly (Phase & { readonly after: number; readonly gone?: boolean })[];
  /** The status after a failure. */
  readonly failed: string;
  readonly wrongStatus: RuleId;
  readonly busy: RuleId;
}

const running: Phase = { status: 'RUN', operation: 'NULL', name: 'running' };
const stopped: Phase = { status: 'NSTOP', operation: 'NULL', name: 'stopped' };

/**
 * The phases in the middle of a creation: the order of the names was seen, and so were the operations of booting
 * (Classic) and setting up; that of creating is a guess.
 */
const making = [
  { after: 3000, status: 'CREAT', operation: 'CREAT', name: 'creating' },
  { after: 9000, status: 'CREAT', operation: 'START', name: 'booting' },
  { after: 8000, status: 'CREAT', operation: 'SETUP', name: 'setting up' },
];

const courses: Readonly<Record<Command, Course>> = {
  create: {
    during: { status: 'INIT', operation: 'NULL', name: 'init' },
    steps: [...making, { after: 8000, ...running }],
    failed: 'SD_FL',
    wrongStatus: 'operateStatus',
    busy: 'operateBusy',
  },
  start: {
    from: 'NSTOP',
    during: { status: 'NSTOP', operation: 'START', name: 'booting' },
    steps: [{ after: 15_000, ...running }],
    failed: 'ST_FL',
    wrongStatus: 'operateStatus',
    busy: 'operateBusy',
  },
  stop: {
    from: 'RUN',
    during: { status: 'RUN', operation: 'SHTDN', name: 'shutting down' },
    steps: [{ after: 8000, ...stopped }],
    failed: 'SD_FL',
    wrongStatus: 'operateStatus',
    busy: 'operateBusy',
  },
  reboot: {
    from: 'RUN',
    during: { status: 'RUN', operation: 'RESTA', name: 'rebooting' },
    steps: [{ after: 12_000, ...running }],
    failed: 'RS_FL',
    wrongStatus: 'operateStatus',
    busy: 'operateBusy',
  },
  terminate: {
    from: 'NSTOP',
    during: { status: 'NSTOP', operation: 'TERMT', name: 'terminating' },
    steps: [{ after: 8000, ...stopped, gone: true }],
    failed: 'FSTOP',
    wrongStatus: 'terminateStatus',
    busy: 'terminateBusy',
  },
  changeSpec: {
    from: 'NSTOP',
    during: { status: 'NSTOP', operation: 'CHNG', name: 'changingSpec' },
    steps: [{ after: 10_000, ...stopped }],
    failed: 'FSTOP',
    wrongStatus: 'specBusy',
    busy: 'specBusy',
  },
};

/** @throws Refusal when the command is not allowed in the server's present phase. */
export function guard(machine: Machine, command: Command, environment: Environment): void {
  const { from, wrongStatus, busy } = courses[command];
  const { status, operation } = machine.phase;
  const { number: server, name } = machine;
  if (operation !== 'NULL') refuse(busy, environment, { server, name, operation });
  if (from !== undefined && status !== from) refuse(wrongStatus, environment, { server, name, status });
}

/** The phase right after the command, and the steps that follow it on this clock. */
export function courseOf(command: Command, clock: Clock, fate?: Fate): { during: Phase; steps: Step[] } {
  const { during, failed, ...course } = courses[command];
  let at = clock.now();
  const steps = course.steps.map(({ after, ...phase }): Step => {
    at += clock.duration(after);
    return { ...phase, at };
  });
  const last = steps.pop();
  if (fate === 'fails' && last) {
    steps.push({ status: failed, operation: 'NULL', name: 'repairing', at: last.at });
  } else if (fate !== 'stuck' && last) steps.push(last);
  return { during, steps };
}

/** Moves a server through all steps that are due. Returns false once it is gone. */
export function settle(machine: Machine, now: number): boolean {
  for (let step = machine.steps[0]; step && step.at <= now; step = machine.steps[0]) {
    machine.steps.shift();
    const { at, gone, ...phase } = step;
    if (gone) return false;
    machine.phase = phase;
    if (phase.status === 'RUN') machine.started = at;
  }
  return true;
}
