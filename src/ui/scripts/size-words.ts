/** The words for how large a script is and may be. */
import * as vscode from 'vscode';
import type { Environment } from '../../reference/index';
import { scriptSize } from '../../scripts/index';

/** The size of a document, as short as the status bar wants it. */
export interface SizeWords {
  readonly bytes: string;
  readonly limit: string;
  readonly percent: string;
  readonly isTooLarge: boolean;
}

export function sizeWords(document: vscode.TextDocument, environment: Environment): SizeWords {
  const { bytes, limit } = scriptSize(document.getText(), environment);
  return {
    bytes: sizeWord(bytes),
    limit: sizeWord(limit),
    percent: percentWord(bytes / limit),
    isTooLarge: bytes > limit,
  };
}

/** The exact figures, and what they are good for; a sentence a line. */
export function sizeSentences(document: vscode.TextDocument, environment: Environment): string[] {
  const { bytes, limit, encodedBytes, encodedLimit } = scriptSize(document.getText(), environment);
  const sentences = [
    environment === 'vpc'
      ? vscode.l10n.t('{0} of {1} bytes: NCP refuses a larger init script.', figure(bytes), figure(limit))
      : vscode.l10n.t('{0} of {1} bytes: NCP refuses larger user data.', figure(bytes), figure(limit)),
  ];
  if (encodedBytes !== undefined && encodedLimit !== undefined) {
    sentences.push(vscode.l10n.t('{0} of {1} bytes as base64', figure(encodedBytes), figure(encodedLimit)));
  }
  return sentences;
}

function figure(value: number): string {
  return value.toLocaleString(vscode.env.language);
}

/** `36 B`, `1.2 kB`, `1,024 kB`: one digit behind the point where there are few before it. */
function sizeWord(bytes: number): string {
  const value = bytes / 1024;
  if (value < 1) return `${bytes} B`;
  return `${value.toLocaleString(vscode.env.language, { maximumFractionDigits: value < 10 ? 1 : 0 })} kB`;
}

/** A script over the limit never shows as 100 %. */
function percentWord(share: number): string {
  const percent = share > 1 ? Math.max(101, Math.round(share * 100)) : Math.floor(share * 100);
  return `${percent}%`;
}
