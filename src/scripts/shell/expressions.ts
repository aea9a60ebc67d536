/** How the shell lexer gets through `((…))`, `$((…))` and `[[ … ]]`. */
import type { Cursor } from './cursor';
import { type Frame, Kind, Phase } from './frame';
import type { Quotes } from './quotes';
import type { Structure } from './structure';

export class Expressions {
  constructor(
    private readonly cursor: Cursor,
    private readonly quotes: Quotes,
    private readonly structure: Structure,
  ) {}

  /** `((…))` and `$((…))`. */
  readArithmetic(frame: Frame): void {
    const { cursor, quotes } = this;
    while (cursor.isIn(frame)) {
      const character = cursor.text[cursor.i];
      if (quotes.countParenthesis(frame, character)) continue;
      if (character === ')') this.closeArithmetic(frame);
      else quotes.readNested(character);
    }
  }

  /** `[[ … ]]`. */
  readTest(frame: Frame): void {
    const { cursor, quotes, structure } = this;
    const { text } = cursor;
    while (cursor.isIn(frame)) {
      const isEnd =
        text.startsWith(']]', cursor.i) &&
        /\s/.test(text[cursor.i - 1] ?? '') &&
        /^[\s;&|)]?$/.test(text[cursor.i + 2] ?? '');
      if (isEnd) {
        cursor.i += 2;
        structure.closeCompound(frame);
      } else quotes.readNested(text[cursor.i]);
    }
  }

  private closeArithmetic(frame: Frame): void {
    const { cursor } = this;
    const { text } = cursor;
    // `((a); b)` is a subshell in a subshell; telling it from arithmetic takes the whole of bash.
    if (text[cursor.i + 1] !== ')') {
      cursor.stop();
      return;
    }
    const expression = text.slice(frame.start + 2, Math.min(cursor.i, frame.start + 20));
    cursor.i += 2;
    if (text[frame.start] === '$') {
      cursor.pop();
      return;
    }
    this.structure.closeCompound(frame);
    const parent = cursor.frame;
    const isLoopHead = parent.kind === Kind.Loop && parent.phase === Phase.Head;
    cursor.grammar?.extension(frame.start, frame.start + 2, isLoopHead);
    if (!isLoopHead) return;
    parent.isAfterCompound = false;
    if (expression.replace(/\s/g, '') !== ';;') return;
    parent.conditionCount = 1;
    parent.condition = parent.endlessCondition = 'true';
  }
}
