/** What is known of the servers that a script is for: from an open form that is to run it, or else from its presets. */
import { draftValues, type LeftForm, type Reach, reachOf } from '../../reference/index';
import { imageNames } from '../../reference/systems';
import type { InitScriptFiles, ScriptDocument } from './files';

export interface Purpose {
  /** What NCP calls their server image, as far as that was read already. */
  readonly imageName: string;
  readonly reach: Reach | undefined;
}

export class Purposes {
  /** `nameOf` gives the name of a server image by its number or its code, `formWith` the open form with a script. */
  constructor(
    private readonly files: Pick<InitScriptFiles, 'presets'>,
    private readonly nameOf: (serverImage: string) => string | undefined,
    private readonly formWith: (script: string) => Pick<LeftForm, 'draft' | 'memory'> | undefined,
  ) {}

  of(document: ScriptDocument): Purpose {
    const form = this.formWith(document.uri.toString());
    if (form) {
      const { environment } = form.draft;
      const values = draftValues(form.draft);
      const images = imageNames[environment].flatMap((name) => values[name] ?? []);
      return { imageName: this.nameOfAny(images), reach: reachOf(environment, values, form.memory.rows) };
    }
    const presets = this.files.presets(document);
    const images = presets.flatMap(({ serverImage }) => serverImage ?? []);
    // Of several presets the one whose servers have the least counts.
    return {
      imageName: this.nameOfAny(images),
      reach: presets.some(({ reach }) => reach === 'nat') ? 'nat' : undefined,
    };
  }

  private nameOfAny(images: readonly string[]): string {
    return images.flatMap((image) => this.nameOf(image) ?? []).at(0) ?? '';
  }
}
