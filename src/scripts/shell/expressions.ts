/** How the shell lexer gets through `((…))`, `$((…))` and `[[ … ]]`. */
import { type Frame, Kind, Phase } from './frame';
import { ShellStructure } from './structure';

export class ShellExpressions extends ShellStructure {
  /** `((…))` and `$((…))`. */
  protected readArithmetic(frame: Frame): void {
    while (this.isIn(frame)) {
      const character = this.text[this.i];
      if (this.countParenthesis(frame, character)) continue;
      if (character === ')') this.closeArithmetic(frame);
      else this.readNested(character);
    }
  }

  private closeArithmetic(frame: Frame): void {
    // `((a); b)` is a subshell in a subshell; telling it from arithmetic takes the whole of bash.
    if (this.text[this.i + 1] !== ')') {
      this.stop();
      return;
    }
    const expression = this.text.slice(frame.start + 2, Math.min(this.i, frame.start + 20));
    this.i += 2;
    if (this.text[frame.start] === '$') {
      this.pop();
      return;
    }
    this.closeCompound(frame);
    const parent = this.frame;
    if (parent.kind !== Kind.Loop || parent.phase !== Phase.Head) return;
    parent.isAfterCompound = false;
    if (expression.trim() !== ';;') return;
    parent.conditionCount = 1;
    parent.condition = parent.endlessCondition = 'true';
  }

  /** `[[ … ]]`. */
  protected readTest(frame: Frame): void {
    const { text } = this;
    while (this.isIn(frame)) {
      const isEnd =
        text.startsWith(']]', this.i) &&
        /\s/.test(text[this.i - 1] ?? '') &&
        /^[\s;&|)]?$/.test(text[this.i + 2] ?? '');
      if (isEnd) {
        this.i += 2;
        this.closeCompound(frame);
      } else this.readNested(text[this.i]);
    }
  }
}
