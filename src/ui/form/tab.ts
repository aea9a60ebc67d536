/** The tab of a form, as those see it who answer the page in it. */
import type { ToPage } from '../../protocol';
import type { Account } from '../accounts/account';
import type { Session } from '../accounts/session';

export interface FormTab {
  /** The account as it is now; it may be renamed while the tab is open. */
  readonly account: Account;
  /** Which of the account's forms it is, from 1. */
  readonly number: number;
  /** True for a restored tab: nobody has asked for it in this window, so it looks nothing up by itself. */
  readonly isRestored: boolean;
  /** The account's client; asks for its key when that is not there. */
  open(): Promise<Session>;
  /** Resolves to false when the page is hidden or gone and hears nothing. */
  post(message: ToPage): Thenable<boolean>;
  /** Brings the tab to the front. */
  reveal(): void;
  /** After a question: lets the page have the focus again, if its tab is still the active one. */
  refocus(): void;
}
