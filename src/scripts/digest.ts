import { createHash } from 'node:crypto';

/** What tells one text from another without telling the text. What follows the last line does not count. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text.trimEnd()).digest('hex');
}
