// A store of its own for parts that are tested beside the extension; also what the editor calls a memento.
export class Memory {
  private readonly values = new Map<string, unknown>();
  /** Runs before an update ends. */
  beforeUpdate: () => Promise<void> = async () => undefined;

  keys = () => [...this.values.keys()];
  get = <T>(key: string, otherwise?: T) => (this.values.has(key) ? (this.values.get(key) as T) : otherwise) as T;
  setKeysForSync() {}

  async update(key: string, value: unknown) {
    this.values.set(key, value);
    await this.beforeUpdate();
  }
}
