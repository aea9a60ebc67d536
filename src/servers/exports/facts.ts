/** Facts about other products grow old, so each export says which version it was written for and as of when. */

/** What an export takes for granted of a tool. Each exporter keeps its own, in one place. */
export interface ToolFacts {
  readonly product: string;
  /** The newest version that the facts were compared with. */
  readonly version: string;
  /** The day as of which they held, `YYYY-MM-DD`; without the day where only the month is known. */
  readonly asOf: string;
  /** Where they can be looked up again. */
  readonly source: string;
}

/** A line for the head of an export, without the sign of a comment. */
export function writtenFor({ product, version, asOf }: ToolFacts): string {
  return `Written for ${product} ${version}, as of ${asOf}.`;
}
