/** How the rows of views look, as data. Every icon has words beside it, and a screen reader says them. */
import * as vscode from 'vscode';
import { plain } from './text';

export interface Look {
  readonly label: string;
  readonly description?: string;
  /** The name of an icon, and the color of the theme that it takes. */
  readonly icon?: readonly [icon: string, color?: string];
  /** Flags for `when` clauses. */
  readonly contextValue?: string;
  /** What more there is to say. A description, which a narrow view cuts off, stands above it. */
  readonly tooltip?: string;
  /** What a screen reader says; label and description when left out. */
  readonly spoken?: string;
  readonly state?: vscode.TreeItemCollapsibleState;
}

export const warningColor = 'problemsWarningIcon.foreground';

/** A row of a view. A screen reader says label and description unless it is told otherwise. */
export function treeItem({ state, icon, spoken, ...shown }: Look): vscode.TreeItem {
  const { label, description, tooltip } = shown;
  const item = Object.assign(new vscode.TreeItem(label, state), shown);
  if (tooltip && description) item.tooltip = `${label} · ${description}\n${tooltip}`;
  if (icon) item.iconPath = new vscode.ThemeIcon(icon[0], icon[1] ? new vscode.ThemeColor(icon[1]) : undefined);
  item.accessibilityInformation = { label: spoken ?? [label, description].filter(Boolean).join(', ') };
  return item;
}

/** A tooltip: a name and what is known under labels. A string is shown as it is: Markdown would make links of addresses. */
export function factsTooltip(
  name: string,
  facts: readonly (readonly [label: string, value: string | undefined])[],
): string {
  return [name, ...facts.flatMap(([label, value]) => (value ? [`${label}: ${plain(value)}`] : []))].join('\n');
}
