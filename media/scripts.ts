/** What speaks against the start-up script: asked of the host, which checks it as the editor does. */
import { type Questions, type ScriptQuestion, scriptParameters } from '../src/protocol';
import { type Draft, imageSystem, reachOf, uploadedScript } from '../src/reference/index';
import type { Derived, Fault } from './derive';
import type { Asking } from './questions';

/** The host is asked once the script has stood for this many milliseconds. */
const pause = 200;

export class ScriptChecks {
  /** Of the last answer; they stand at the field that it was about. */
  faults: readonly Fault[] = [];
  private asked = '';
  private isFile = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called for each answer that counts. */
  constructor(
    private readonly ask: Asking<Questions>,
    private readonly changed: () => void,
  ) {}

  /** A file may be another one since the user has been away: it is asked about once more. */
  renew(): void {
    if (this.isFile) this.asked = '';
  }

  /** Asks about the script that is chosen now, unless it was asked about last. */
  want({ script }: Draft, { values, context, sent }: Derived): void {
    const form = script === undefined ? scriptParameters.find((name) => sent.includes(name)) : 'file';
    const value = script ?? values[form ?? ''];
    const reach = reachOf(context.environment, values, context.rows);
    const system = form === 'file' ? imageSystem(context, values, sent) : undefined;
    const key = JSON.stringify([form, value, reach, system]);
    if (key === this.asked) return;
    this.asked = key;
    this.isFile = form === 'file';
    clearTimeout(this.timer);
    if (!form || !value) {
      this.faults = [];
      return;
    }
    this.timer = setTimeout(
      () => void this.check(key, { form, value, ...(reach && { reach }), ...(system && { system }) }),
      pause,
    );
  }

  /** What the file holds may be another text by now: it is asked about again. */
  forget(): void {
    this.asked = '';
  }

  private async check(key: string, question: ScriptQuestion): Promise<void> {
    const faults = await this.ask({ type: 'checkScript', ...question }).catch(() => undefined);
    // Another script may have been chosen meanwhile.
    if (!faults || key !== this.asked) return;
    this.faults = faults.map((fault) => ({
      ...fault,
      name: question.form === 'file' ? uploadedScript : question.form,
      asks: true,
    }));
    this.changed();
  }
}

/** The name of a script's file. */
export function scriptFileName(address: string): string {
  const name = address.slice(address.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
