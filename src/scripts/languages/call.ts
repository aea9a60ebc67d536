/** A function that waits for a person, where it is called. */
export interface Call {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}
