/** Commands that a Visual Basic script hands to Windows as text. */

import { isRemark, linePrefix } from '../line';
import type { Script } from '../script';

/** No real script has more; only a flood has. */
const most = 100;

export interface WindowsCommand {
  readonly start: number;
  readonly end: number;
  readonly command: string;
}

/** The places of a global pattern, where the script runs a command. */
export function windowsCommands({ text, opening }: Script, pattern: RegExp): WindowsCommand[] {
  if (opening.language !== 'vb') return [];
  const places: WindowsCommand[] = [];
  for (const { 0: command, index: start } of text.matchAll(pattern)) {
    if (places.length >= most) break;
    const prefix = linePrefix(text, start);
    if (/\.(?:Run|Exec)\b/i.test(prefix) && !isRemark(prefix))
      places.push({ start, end: start + command.length, command });
  }
  return places;
}
