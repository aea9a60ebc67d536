/** Which files are at NCP as init scripts: kept by number and a hash of their text, never by the text. */
import * as vscode from 'vscode';
import { textDigest } from '../../scripts/digest';
import type { InitScript } from '../../scripts/library/list';
import type { AccountRows } from '../account-rows';
import type { Accounts } from '../accounts/account';
import { renamed } from './renamed';

/** The script that was made of a file at last, in one account. */
export interface Upload {
  readonly accountId: string;
  /** `initScriptNo` */
  readonly number: string;
  readonly name: string;
  readonly digest: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

type Uploads = Readonly<Record<string, readonly Upload[]>>;

const key = 'ncloud.uploadedScripts';

/** More than anybody works on; the files that were uploaded longest ago are forgotten first. */
const mostFiles = 200;

export class UploadedScripts implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Of documents without a file, and of the sandbox: neither outlives the window. */
  private passing: Uploads = {};
  private readonly subscriptions: readonly vscode.Disposable[];
  readonly onDidChange = this.changed.event;

  /** `state` keeps the uploads of this workspace. */
  constructor(
    private readonly state: vscode.Memento,
    private readonly accounts: Accounts,
    private readonly model: AccountRows<InitScript>,
  ) {
    this.subscriptions = [
      this.changed,
      model.onDidChange(() => this.changed.fire()),
      accounts.onDidChange(() => this.forgetPassing()),
      vscode.workspace.onDidRenameFiles(({ files }) => this.follow(files)),
    ];
  }

  /**
   * The upload of a file that counts: that of the current account, when there is one that takes scripts, or else the
   * last one. None when the account is gone, or when its list, read since, no longer has the script.
   */
  of(uri: vscode.Uri): Upload | undefined {
    const current = this.accounts.current();
    const isMeant = ({ accountId }: Upload) => current?.environment !== 'vpc' || accountId === current.id;
    const known = [...(this.passing[uri.toString()] ?? []), ...(this.kept()[uri.toString()] ?? [])];
    return known
      .filter((upload) => isMeant(upload) && this.isThere(upload))
      .reduce<Upload | undefined>((last, upload) => (last && last.at >= upload.at ? last : upload), undefined);
  }

  /** Takes note that the file is at NCP with this text. */
  async add(uri: vscode.Uri, accountId: string, { number, name }: InitScript, text: string): Promise<void> {
    const upload = { accountId, number, name, digest: textDigest(text), at: Date.now() };
    const isPassing = uri.scheme === 'untitled' || this.accounts.get(accountId)?.site === 'sandbox';
    if (isPassing) this.passing = added(this.passing, uri.toString(), upload);
    else await this.state.update(key, added(this.kept(), uri.toString(), upload));
    this.changed.fire();
  }

  /** NCP's console can change a script: what was read of one is what it holds now. */
  async see(accountId: string, number: string, text: string): Promise<void> {
    const digest = textDigest(text);
    const isStale = (upload: Upload) =>
      upload.accountId === accountId && upload.number === number && upload.digest !== digest;
    const seen = (uploads: Uploads): Uploads =>
      Object.fromEntries(
        Object.entries(uploads).map(([uri, all]) => [
          uri,
          all.map((upload) => (isStale(upload) ? { ...upload, digest } : upload)),
        ]),
      );
    const isAnyStale = (uploads: Uploads) => Object.values(uploads).some((all) => all.some(isStale));
    const kept = this.kept();
    if (!isAnyStale(this.passing) && !isAnyStale(kept)) return;
    this.passing = seen(this.passing);
    if (isAnyStale(kept)) await this.state.update(key, seen(kept));
    this.changed.fire();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async follow(files: vscode.FileRenameEvent['files']): Promise<void> {
    const [passing, kept] = [renamed(this.passing, files), renamed(this.kept(), files)];
    if (passing) this.passing = passing;
    if (kept) await this.state.update(key, kept);
    if (passing || kept) this.changed.fire();
  }

  /** Who leaves the sandbox and comes back finds another one. */
  private forgetPassing(): void {
    const isKnown = ({ accountId }: Upload) => this.accounts.get(accountId) !== undefined;
    this.passing = Object.fromEntries(Object.entries(this.passing).map(([uri, all]) => [uri, all.filter(isKnown)]));
  }

  private isThere({ accountId, number, at }: Upload): boolean {
    if (!this.accounts.get(accountId)) return false;
    const known = this.model.get(accountId);
    const isOlder = known?.readAt === undefined || known.readAt < at;
    return isOlder || known.rows.some((script) => script.number === number);
  }

  private kept(): Uploads {
    return this.state.get<Uploads>(key) ?? {};
  }
}

/** With the upload in the place of the one before in its account. */
function added(uploads: Uploads, uri: string, upload: Upload): Uploads {
  const { [uri]: own = [], ...others } = uploads;
  const all = Object.entries({
    ...others,
    [uri]: [...own.filter(({ accountId }) => accountId !== upload.accountId), upload],
  });
  return Object.fromEntries(all.slice(-mostFiles));
}
