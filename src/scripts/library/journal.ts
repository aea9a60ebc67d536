/** Uploads whose outcome nobody knows, kept over a restart of the editor. Holds names and hashes, no text. */
import type { UnknownUpload, UploadJournal } from './upload';

/** Where values are kept over a restart; a `vscode.Memento` is one. */
export interface Store {
  get<T>(key: string): T | undefined;
  /** Resolves when the value is kept. */
  update(key: string, value: unknown): PromiseLike<void>;
}

const key = 'ncloud.unknownUploads';

type Stored = Readonly<Record<string, readonly UnknownUpload[]>>;

/** The journal of one account. */
export class AccountJournal implements UploadJournal {
  constructor(
    private readonly kept: Store,
    private readonly accountId: string,
  ) {}

  find(digest: string): UnknownUpload | undefined {
    return this.uploads().find((upload) => upload.digest === digest);
  }

  add(upload: UnknownUpload): Promise<void> {
    return this.store([...this.without(upload.digest), upload]);
  }

  async remove(digest: string): Promise<void> {
    if (this.find(digest)) await this.store(this.without(digest));
  }

  private uploads(): readonly UnknownUpload[] {
    return this.kept.get<Stored>(key)?.[this.accountId] ?? [];
  }

  private without(digest: string): UnknownUpload[] {
    return this.uploads().filter((upload) => upload.digest !== digest);
  }

  private async store(uploads: readonly UnknownUpload[]): Promise<void> {
    const { [this.accountId]: _, ...others } = this.kept.get<Stored>(key) ?? {};
    await this.kept.update(key, uploads.length === 0 ? others : { ...others, [this.accountId]: uploads });
  }
}
