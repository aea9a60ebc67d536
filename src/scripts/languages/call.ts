/** So many commands that a script runs are read; only a flood has more. */
export const mostCommands = 1000;

/** A function that waits for a person, where it is called. */
export interface Call {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}
