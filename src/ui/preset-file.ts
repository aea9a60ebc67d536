/** Which files are presets: what tells before one is read. */

/** For searches and for what is offered in editors. */
export const presetPattern = '**/*.ncloud.json';

/** A preset is short; what is longer than this, in characters or bytes, is none. */
export const longestPreset = 200_000;

/** Whether an address is a preset's, by its name. */
export function isPreset({ path }: { readonly path: string }): boolean {
  return path.endsWith('.ncloud.json');
}
