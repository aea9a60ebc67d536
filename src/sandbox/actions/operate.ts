/** The actions on servers that exist, the same for both environments but for their codes. */
import type { Row } from '../../reference/types';
import type { Answer } from '../answer';
import { type Call, type Handler, regionOf } from '../call';
import type { Command } from '../life';
import { classicServerRow, type Machine, type Spec, vpcServerRow } from '../machine';
import { refuse } from '../rules';
import { classicSpecs } from '../seed/classic-catalog';
import { isSpecFor, vpcSpecs } from '../seed/vpc-specs';

/** Moves all servers of `serverInstanceNoList`, or none: that a batch is refused as a whole is a guess. */
export function operation(command: Command): Handler {
  return (call) => {
    const machines = numbersOf(call).map((number) => serverOf(call, number));
    for (const machine of machines) {
      call.world.guard(machine, command);
      if (command === 'terminate') guardTermination(machine);
    }
    const fate = call.faults.takeFate();
    const moved = fate?.fate === 'partial' ? machines.slice(0, fate.servers) : machines;
    moved.forEach((machine, place) => {
      call.world.begin(machine, command, call.action.name, fate && place < fate.servers ? fate.fate : undefined);
    });
    return answer(moved);
  };
}

/** A protected server stays, and a Classic one that holds a public IP. */
function guardTermination(machine: Machine): void {
  const { environment, number, isProtected, publicIp } = machine;
  if (isProtected) refuse('terminateProtected', environment, { server: number });
  if (environment === 'classic' && publicIp) {
    refuse('terminatePublicIp', environment, { server: number, ip: publicIp.number });
  }
}

export const setProtection: Handler = (call) => {
  const machine = serverOf(call, call.params.required('serverInstanceNo'));
  const isProtected = call.params.isTrue('isProtectServerTermination');
  if (machine.isProtected !== isProtected) {
    machine.isProtected = isProtected;
    call.world.record(call.action.name, machine);
  }
  return answer([machine]);
};

export const changeName: Handler = (call) => {
  const machine = serverOf(call, call.params.required('serverInstanceNo'));
  const name = call.params.required('serverName');
  if (machine.name !== name) {
    machine.name = name;
    call.world.record(call.action.name, machine);
  }
  return answer([machine]);
};

/**
 * Only within the same kind and the same disk, as the page of the action says; the user guide is quoted as allowing
 * other kinds of the second generation. The new figures show at once, which is a guess.
 */
export const changeSpec: Handler = (call) => {
  const { params, environment, world } = call;
  const machine = serverOf(call, params.required('serverInstanceNo'));
  const [specCode, productCode] = [params.text('serverSpecCode'), params.text('serverProductCode')];
  if ((specCode === undefined) === (productCode === undefined)) refuse('specChoice', environment);
  const specs: readonly Spec[] = environment === 'vpc' ? vpcSpecs : classicSpecs;
  const spec = specs.find((one) =>
    specCode === undefined ? one.productCode === productCode : one.specCode === specCode,
  );
  const value = specCode ?? productCode ?? '';
  if (!spec) refuse('spec', environment, { value });
  if (!isSpecFor(spec, machine.image)) refuse('specForImage', environment, { value });
  if (spec === machine.spec) refuse('specSame', environment, { server: machine.number });
  if (spec.disk !== machine.spec.disk || spec.diskType !== machine.spec.diskType) refuse('specDisk', environment);
  if (environment === 'vpc' && spec.kind !== machine.spec.kind) {
    refuse('specKind', environment, { value, kind: spec.kind, present: machine.spec.kind });
  }
  world.guard(machine, 'changeSpec');
  machine.spec = spec;
  world.begin(machine, 'changeSpec', call.action.name);
  return answer([machine]);
};

/** @throws Refusal when there is no such server in the region that is asked for. */
export function serverOf(call: Call, number: string): Machine {
  const { environment, world } = call;
  const machine = world.server(environment, number);
  const isHere = environment === 'classic' || machine?.region === regionOf(call);
  return machine && isHere ? machine : refuse('server', environment, { server: number });
}

function numbersOf({ params, environment }: Call): string[] {
  const numbers = params.list('serverInstanceNoList');
  const repeated = numbers.find((number, place) => numbers.indexOf(number) < place);
  if (repeated !== undefined) refuse('repeatedServer', environment, { server: repeated });
  return numbers;
}

function answer(machines: readonly Machine[]): Answer {
  const row = (machine: Machine): Row =>
    machine.environment === 'vpc' ? vpcServerRow(machine) : classicServerRow(machine, false);
  return { totalRows: machines.length, serverInstanceList: machines.map(row) };
}
