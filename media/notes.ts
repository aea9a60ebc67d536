/** What the form says at its fields about what it did by itself. */

interface Note {
  readonly text: string;
  /** Of a note about a text that was dropped: whether the user has gone on since. */
  readonly age?: 'new' | 'read';
}

export class Notes {
  /** By concrete wire name of the field. */
  private readonly notes = new Map<string, Note>();

  at(name: string): string | undefined {
    return this.notes.get(name)?.text;
  }

  /** Says something at a field until the user changes that. */
  say(name: string, text: string): void {
    this.notes.set(name, { text });
  }

  /** Says that a text which names nothing was dropped, until the user has gone on. */
  drop(name: string, text: string): void {
    this.notes.set(name, { text, age: 'new' });
  }

  /** The user has gone to a field, or on with the whole. What was dropped at the field before is still read then. */
  goOn(to?: string): void {
    for (const [name, { text, age }] of this.notes) {
      if (age === undefined) continue;
      if (to !== undefined && (age === 'new' || name === to)) this.notes.set(name, { text, age: 'read' });
      else this.notes.delete(name);
    }
  }

  forget(name: string): void {
    this.notes.delete(name);
  }

  clear(): void {
    this.notes.clear();
  }
}
