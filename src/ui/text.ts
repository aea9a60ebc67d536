/** Text from outside, made fit to be shown. */

/** Takes out control characters and the marks that reorder text, so that a name cannot pose as another one. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, '');
}
