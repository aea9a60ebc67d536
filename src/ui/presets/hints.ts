/** Names beside the numbers of an open preset, as far as they were read in this session. Asks for nothing. */
import * as vscode from 'vscode';
import { inert } from '../text';
import { scalars } from './json';
import { optionOf, type PresetNames, placeAt } from './names';

/** A longer name pushes what follows out of sight. Characters. */
const longest = 60;

export class PresetHints implements vscode.InlayHintsProvider {
  constructor(
    private readonly names: PresetNames,
    readonly onDidChangeInlayHints: vscode.Event<void>,
  ) {}

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const text = document.getText();
    const preset = this.names.read(text);
    if (!preset?.account) return [];
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const hints: vscode.InlayHint[] = [];
    for (const { path, value, start, end } of scalars(preset.root)) {
      const place = end < from || start > to ? undefined : placeAt(preset, path);
      const row = place && this.names.known(preset, place, value);
      const option = row && optionOf(place.parameter, row);
      const words = option && besides(option.brief, value);
      if (!words) continue;
      // Behind the comma when it ends the line: so the value stays whole.
      const comma = /^,(?=[ \t]*(?:\r?\n|$))/.test(text.slice(end, end + 80)) ? 1 : 0;
      const hint = new vscode.InlayHint(document.positionAt(end + comma), inert(words));
      hint.paddingLeft = true;
      hints.push(hint);
    }
    return hints;
  }
}

/** What a name says beyond the value itself; empty when that is nothing. */
export function besides(name: string, value: string): string {
  const rest = name === value ? '' : name.startsWith(`${value} · `) ? name.slice(value.length + 3) : name;
  return rest.length > longest ? `${rest.slice(0, longest - 1)}…` : rest;
}
