/** What a shell script is written with, beside what it does. */
import type { ShellCommand } from './command';

/** Told in the order of the text. */
export interface GrammarVisitor {
  command(command: ShellCommand): void;
  /** A dollar sign that the shell expands. */
  expansion(start: number): void;
  /** Grammar of bash that other shells do not have; `stops` when a POSIX shell gives up there, as far as is known. */
  extension(start: number, end: number, stops: boolean): void;
  /** A `<` that opens a file. */
  input(start: number): void;
  /** The lines of a here-document, that of its end word included. */
  body(start: number, end: number): void;
}
