/** Addresses as answers tell them. They are copied for the command line, so nothing else may pass for one. */
import { isIP } from 'node:net';

/** The address that a text is, or nothing: a blank has been seen in place of one. */
export function ipOf(text: string): string {
  const address = text.trim();
  return isIP(address) === 0 ? '' : address;
}
