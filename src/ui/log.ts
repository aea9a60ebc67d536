/** The one output channel. It is made when the first line is written. Keys, signatures and bodies never reach it. */
import * as vscode from 'vscode';
import { logLine } from './text';

export class Log implements vscode.Disposable {
  private channel: vscode.LogOutputChannel | undefined;

  debug(message: string): void {
    this.open().debug(logLine(message));
  }

  info(message: string): void {
    this.open().info(logLine(message));
  }

  warn(message: string): void {
    this.open().warn(logLine(message));
  }

  error(message: string): void {
    this.open().error(logLine(message));
  }

  show(): void {
    this.open().show();
  }

  dispose(): void {
    this.channel?.dispose();
  }

  private open(): vscode.LogOutputChannel {
    this.channel ??= vscode.window.createOutputChannel('NAVER Cloud', { log: true });
    return this.channel;
  }
}
