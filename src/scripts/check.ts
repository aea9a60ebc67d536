/** The checks of an init script, the same ones in the editor, in the form and before a request is sent. */
import { Collector } from './collector';
import { readCommands } from './commands';
import type { Finding } from './finding';
import { withoutIgnored } from './ignored';
import { rules } from './rules';
import { empty, emptyPlace } from './rules/empty';
import { decode, notUtf8 } from './rules/not-utf8';
import { type CheckOptions, scriptOf } from './script';

/**
 * Checks an init script: createInitScript (VPC: ASCII, 1,024 KB) or userData (Classic: 21,847 bytes as base64).
 * Offsets are UTF-16 offsets in the text; given bytes, in the text they decode to, a byte-order mark included.
 * The findings come in the order of the text, without the rules that a comment in it says to ignore. Takes time in proportion to the text and throws nothing.
 */
export function checkScript(script: string | Uint8Array, options: CheckOptions): Finding[] {
  const found = new Collector();
  const text = typeof script === 'string' ? script : decode(script);
  if (typeof text !== 'string') found.add(notUtf8, text);
  else if (text.trim() === '') found.add(empty, emptyPlace(text, options.environment));
  else {
    const { script: read, gathered } = readCommands(scriptOf(text, options));
    for (const rule of rules) {
      const places = gathered.get(rule) ?? [];
      for (const place of rule.find?.(read, places) ?? places) found.add(rule, place);
    }
  }
  return withoutIgnored(typeof text === 'string' ? text : '', found.finish());
}
