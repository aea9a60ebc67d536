/** What a program of this computer writes, line by line, in an output of its own. It is made when the first line comes. */
import * as vscode from 'vscode';
import { plain } from './text';

/** More than anybody reads; what comes after is not shown. Lines. */
const most = 20_000;

/** What comes after so many characters of a line is not shown. */
const longest = 2_000;

export class Transcript implements vscode.Disposable {
  private channel: vscode.OutputChannel | undefined;
  private count = 0;

  /** `name` is what the output is called in the list of outputs. */
  constructor(private readonly name: string) {}

  /** Empties it and brings it into sight; the focus stays where it is. */
  begin(): void {
    this.count = 0;
    this.channel ??= vscode.window.createOutputChannel(this.name, 'log');
    this.channel.clear();
    this.show();
  }

  /** A line of the program, without what steers a terminal. */
  line(text: string): void {
    this.count += 1;
    if (this.count <= most) this.channel?.appendLine(plain(cut(text).replace(ansi, '').replaceAll('\t', '    ')));
    else if (this.count === most + 1) this.channel?.appendLine('…');
  }

  /** A line of ours, which is shown in any case. */
  say(text: string): void {
    this.channel?.appendLine(plain(text));
  }

  show(): void {
    this.channel?.show(true);
  }

  dispose(): void {
    this.channel?.dispose();
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours and titles are written with them
const ansi = /\u001b(?:\[[\d;?]*[A-Za-z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
