/** Rows of the simulated account, kept by region. */
import { fieldText } from '../reference/index';

/** A row of an answer that may change while the sandbox runs. */
export type MutableRow = Record<string, unknown>;

/** Rows of one kind, by regionCode (VPC) or regionNo (Classic), in the order in which they were made. */
export class Shelf {
  readonly #rows = new Map<string, MutableRow[]>();

  add(region: string, row: MutableRow): MutableRow {
    const rows = this.#rows.get(region);
    if (rows) rows.push(row);
    else this.#rows.set(region, [row]);
    return row;
  }

  in(region: string): readonly MutableRow[] {
    return this.#rows.get(region) ?? [];
  }

  /** The row of a region whose field (dotted) has this value. */
  find(region: string, field: string, value: string | undefined): MutableRow | undefined {
    if (value === undefined) return undefined;
    return this.in(region).find((row) => fieldText(row, field) === value);
  }

  remove(region: string, unwanted: (row: MutableRow) => boolean): void {
    this.#rows.set(
      region,
      this.in(region).filter((row) => !unwanted(row)),
    );
  }
}
