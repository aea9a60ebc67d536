/** What speaks against the start-up script: asked of the host, which checks it as the editor does. */
import { type ScriptFault, type ScriptParameter, scriptParameters, type ToHost } from '../src/protocol';
import { reachOf } from '../src/reference/index';
import type { Derived, Fault } from './derive';

/** The host is asked once the script has stood for this many milliseconds. */
const pause = 200;

export class ScriptChecks {
  /** Of the last answer; they stand at the field that it was about. */
  faults: readonly Fault[] = [];
  private asked = '';
  private id = 0;
  private parameter: ScriptParameter = 'initScriptNo';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly post: (message: ToHost) => void) {}

  /** Asks about the script that is chosen now, unless it was asked about last. */
  want({ values, context, sent }: Derived): void {
    const parameter = scriptParameters.find((name) => sent.includes(name));
    const value = parameter && values[parameter];
    const reach = reachOf(context.environment, values, context.rows);
    const question = JSON.stringify([parameter, value, reach]);
    if (question === this.asked) return;
    this.asked = question;
    this.id += 1;
    clearTimeout(this.timer);
    if (!parameter || !value) {
      this.faults = [];
      return;
    }
    const { id } = this;
    this.timer = setTimeout(() => {
      this.parameter = parameter;
      this.post({ type: 'checkScript', id, parameter, value, ...(reach && { reach }) });
    }, pause);
  }

  /** Takes the host's answer, unless another script was chosen meanwhile. */
  receive(id: number, faults: readonly ScriptFault[]): void {
    if (id === this.id) this.faults = faults.map((fault) => ({ ...fault, name: this.parameter, asks: true }));
  }
}
