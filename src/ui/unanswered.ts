/** Why nobody knows what became of a call that was sent. None of these sentences says that it came to nothing. */
import * as vscode from 'vscode';
import { ApiError, BadAnswerError, GatewayError, type NcloudError, NoAnswerError } from '../client/index';
import { coded, foreignCode } from './explain';

/** The sentence for an error whose outcome is unknown, with its code. */
export function unanswered(error: NcloudError): string {
  return coded(sentence(error), foreignCode(error));
}

function sentence(error: NcloudError): string {
  if (error instanceof NoAnswerError) {
    switch (error.reason) {
      case 'deadline':
        return vscode.l10n.t('NCP did not answer in time.');
      case 'connection-lost':
        return vscode.l10n.t('The connection was lost before the answer was complete.');
      case 'cancelled':
        return vscode.l10n.t('The call was cancelled after it was sent.');
    }
  }
  if (error instanceof GatewayError && (error.errorCode === '510' || error.status === 504)) {
    return vscode.l10n.t('NCP did not answer in time.');
  }
  const isFault = error instanceof BadAnswerError ? error.reason === 'server-fault' : true;
  if (isFault && (error instanceof GatewayError || error instanceof ApiError || error instanceof BadAnswerError)) {
    return vscode.l10n.t('A part of NCP is out of order.');
  }
  if (error instanceof BadAnswerError && error.reason === 'proxy-sign-in') {
    return vscode.l10n.t('The proxy asks for a sign-in. Check the setting http.proxy.');
  }
  if (error instanceof BadAnswerError && error.reason === 'web-page') {
    return vscode.l10n.t('A web page came in place of an answer. Is there a proxy or a network sign-in page?');
  }
  return vscode.l10n.t('The answer cannot be read.');
}
