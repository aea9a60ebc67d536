/** What a preset file is. */

/** A preset is short; what is longer than this, in characters or bytes, is none. */
export const longestPreset = 200_000;
