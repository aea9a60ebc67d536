/** Turns an error of the client into sentences for the user, with the code in brackets. Never shows a body or a header. */
import * as vscode from 'vscode';
import {
  ApiError,
  BadAnswerError,
  type BadAnswerReason,
  GatewayError,
  NcloudError,
  NoAnswerError,
  type NoAnswerReason,
  NotSentError,
  type NotSentReason,
} from '../client/index';
import { codeText, type Environment, type Locale } from '../reference/index';
import { saying } from './text';

/** The language of our texts: Korean in a Korean editor, English otherwise. */
export function locale(): Locale {
  return vscode.env.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/**
 * Says what happened and what to do now. `environment` picks the table of return codes; what is in no table is shown
 * as NCP said it.
 */
export function explain(error: unknown, environment: Environment): string {
  if (error instanceof ApiError) return explainApi(error, environment);
  if (error instanceof GatewayError) return coded(gatewaySentence(error), error.errorCode);
  if (error instanceof NotSentError) return coded(notSentSentence(error), foreignCode(error));
  if (error instanceof NoAnswerError) return coded(noAnswerSentence(error.reason), foreignCode(error));
  if (error instanceof BadAnswerError) return coded(badAnswerSentence(error.reason), foreignCode(error));
  if (error instanceof NcloudError) return error.message;
  return vscode.l10n.t('Something went wrong in the extension. The command “Show Log” tells more.');
}

/** The editor's own proxy support fails without a code; the client then says UNKNOWN, which tells nobody anything. */
export function coded(sentence: string, code: string | undefined): string {
  return code === undefined || code === '' || code === 'UNKNOWN' ? sentence : `${sentence} (${saying(code)})`;
}

/** The code of NCP or of the system; our own word for a reason is told by the sentence. */
export function foreignCode(error: NcloudError): string | undefined {
  return 'reason' in error && error.reason === error.code ? undefined : error.code;
}

function explainApi({ returnCode, returnMessage }: ApiError, environment: Environment): string {
  const known = codeText(locale()).returnCode(environment, returnCode);
  if (known) return coded(`${known.sentence} ${known.remedy}`.trim(), returnCode);
  return coded(saying(returnMessage) || vscode.l10n.t('NCP refused without a reason.'), returnCode);
}

function gatewaySentence({ errorCode, text, details, clockOffset }: GatewayError): string {
  if (clockOffset !== undefined) {
    const minutes = Math.round(Math.abs(clockOffset) / 60_000);
    return clockOffset > 0
      ? vscode.l10n.t(
          'The clock of this computer is {0} minutes behind; NCP allows less than 5. Set the clock.',
          minutes,
        )
      : vscode.l10n.t(
          'The clock of this computer is {0} minutes ahead; NCP allows less than 5. Set the clock.',
          minutes,
        );
  }
  const known = codeText(locale()).gatewayCode(errorCode);
  if (known) return `${known.sentence} ${known.remedy}`.trim();
  return [text, details].map(saying).filter(Boolean).join(': ') || vscode.l10n.t('NCP refused without a reason.');
}

function notSentSentence({ reason }: NotSentError): string {
  const refused = vscode.l10n.t('A value cannot be sent to NCP. Check the values that were entered.');
  const sentences: Readonly<Record<NotSentReason, string>> = {
    'bad-endpoint': vscode.l10n.t('The address is not one of NCP.'),
    'bad-proxy': vscode.l10n.t(
      'The editor cannot use the address in the setting http.proxy. It must begin with http, https, socks4 or socks5; in a user name or a password, write % as %25, a space as %20 and ; as %3B.',
    ),
    'bad-key': vscode.l10n.t('The API key is empty or holds characters that no key has. Enter it again.'),
    'bad-action': refused,
    'bad-parameter': refused,
    'too-large': vscode.l10n.t('The request is too large. Make the script shorter.'),
    'name-not-found': vscode.l10n.t('The address of NCP was not found. Is this computer online?'),
    refused: vscode.l10n.t(
      'NCP or the proxy did not accept the connection. Check the network and the setting http.proxy.',
    ),
    unreachable: vscode.l10n.t('No connection to NCP could be made. Check the network and the setting http.proxy.'),
    'connect-deadline': vscode.l10n.t(
      'No connection to NCP could be made in time. Check the network and the setting http.proxy.',
    ),
    certificate: vscode.l10n.t(
      'The other side could not prove that it is NCP, so nothing was sent. Check the certificates of this computer and the setting http.proxy.',
    ),
    'proxy-refused': vscode.l10n.t(
      'The proxy refused the connection, so nothing was sent to NCP. Check the setting http.proxy, or ask who runs the proxy.',
    ),
    'own-fault': vscode.l10n.t('Something went wrong in the extension before anything was sent to NCP.'),
    'proxy-sign-in': vscode.l10n.t('The proxy asks for a sign-in. Check the setting http.proxy.'),
    cancelled: vscode.l10n.t('The call was cancelled before it was sent.'),
  };
  return sentences[reason];
}

function noAnswerSentence(reason: NoAnswerReason): string {
  const sentences: Readonly<Record<NoAnswerReason, string>> = {
    deadline: vscode.l10n.t('NCP did not answer in time.'),
    'connection-lost': vscode.l10n.t('The connection was lost before the answer was complete.'),
    cancelled: vscode.l10n.t('The call was cancelled after it was sent.'),
  };
  return sentences[reason];
}

function badAnswerSentence(reason: BadAnswerReason): string {
  if (reason === 'proxy-sign-in') return vscode.l10n.t('The proxy asks for a sign-in. Check the setting http.proxy.');
  if (reason === 'web-page') {
    return vscode.l10n.t('A web page came in place of an answer. Is there a proxy or a network sign-in page?');
  }
  if (reason === 'incomplete-list') return vscode.l10n.t('The list changed while it was read. Try again.');
  return vscode.l10n.t('The answer cannot be read.');
}
