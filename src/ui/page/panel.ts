/** A tab that shows a page of ours, and hears what the page says. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Environment } from '../../reference/types';
import { locale } from '../explain';
import type { Log } from '../log';
import { attempt } from '../told';
import { pageHtml } from './html';

/** A page and who hears it. */
export interface Page<Message> {
  /** `form` stands for form.js and form-style.css in dist/, and for the element `ncloud-form`. */
  readonly name: string;
  /** Of the element: what it must know before any message comes. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the page is for, in the words of its command: so a message that cannot be handled is told. */
  readonly tried: string;
  readonly environment: Environment;
  /** The message, or `undefined` when it is not as agreed. */
  readonly check: (message: unknown) => Message | undefined;
  readonly receive: (message: Message) => void | Promise<void>;
}

/** Fills a tab with a page, which bears the title of the tab, and listens to it until the tab is closed. */
export function showPage<Message>(
  panel: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  log: Pick<Log, 'warn'>,
  { name, attributes, tried, environment, check, receive }: Page<Message>,
): void {
  const { webview } = panel;
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  const listening = webview.onDidReceiveMessage((message) => {
    const checked = check(message);
    if (checked === undefined) log.warn(`${name}: a message that is not as agreed was ignored`);
    // Whoever leaves a question needs no word about it.
    else void attempt(environment, async () => receive(checked), { tried }).catch(() => undefined);
  });
  panel.onDidDispose(() => listening.dispose());
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  webview.html = pageHtml({
    locale: locale(),
    title: panel.title,
    element: `ncloud-${name}`,
    attributes,
    reference: address('reference.cjs'),
    script: address(`${name}.js`),
    style: address(`${name}-style.css`),
    cspSource: webview.cspSource,
    nonce: randomBytes(24).toString('base64url'),
  });
}
