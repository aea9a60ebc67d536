/** What the form remembers beside its draft, so that it can be shown again as it was left. */
import { type Draft, type FormMemory, type Row, rememberedRow } from '../src/reference/index';

export class Remembered {
  /** The rows that values were last picked from, by concrete wire name. */
  readonly rows = new Map<string, Row>();
  /** Fields that the form filled in itself. */
  readonly filledIn = new Set<string>();
  private changed: number | undefined;

  /** The row that a field's value was last picked from, as a list of one; an empty list when there is none. */
  rowsOf(name: string): readonly Row[] {
    const row = this.rows.get(name);
    return row ? [row] : [];
  }

  get filled(): readonly string[] {
    return [...this.filledIn];
  }

  /** Takes the place of what was remembered before. */
  take({ rows, filled, changed }: FormMemory): void {
    this.rows.clear();
    this.filledIn.clear();
    for (const [name, row] of Object.entries(rows)) this.rows.set(name, row);
    for (const name of filled) this.filledIn.add(name);
    this.changed = changed;
  }

  /** The user has changed the form at a time in milliseconds, and that field if it is known which. */
  change(time: number, name?: string): void {
    this.changed = time;
    if (name !== undefined) this.filledIn.delete(name);
  }

  /** Of what is remembered that which belongs to a draft. `isPicked`: the field's value is the one of the row. */
  memory({ values }: Draft, isPicked: (name: string, row: Row) => boolean, price: FormMemory['price']): FormMemory {
    const rows = [...this.rows].filter(([name, row]) => isPicked(name, row));
    return {
      rows: Object.fromEntries(rows.map(([name, row]) => [name, rememberedRow(row)])),
      filled: this.filled.filter((name) => values[name]),
      ...(price && { price }),
      ...(this.changed !== undefined && { changed: this.changed }),
    };
  }
}
