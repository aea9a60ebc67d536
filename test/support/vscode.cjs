// The editor's API for unit tests: texts stay English, and a test puts into `window` what it answers with.
exports.l10n = { t: (text, ...values) => text.replace(/\{(\d+)\}/g, (hole, place) => String(values[place] ?? hole)) };
exports.env = { language: 'en' };
exports.commands = { executeCommand: async () => undefined };
exports.Uri = { parse: (text) => new URL(text) };
exports.ProgressLocation = { Notification: 15 };
exports.QuickInputButtons = { Back: {} };
exports.window = {};
exports.commands = {};

exports.workspace = {
  textDocuments: [],
  fs: { isWritableFileSystem: (scheme) => scheme === 'file' },
  getConfiguration: () => ({ get: () => undefined }),
  onDidChangeConfiguration: () => ({ dispose() {} }),
  onDidRenameFiles: () => ({ dispose() {} }),
};
exports.CancellationError = class CancellationError extends Error {};
exports.EventEmitter = class EventEmitter {
  #listeners = new Set();
  event = (listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value) {
    for (const listener of [...this.#listeners]) listener(value);
  }
  dispose() {
    this.#listeners.clear();
  }
};
exports.ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 };
exports.InputBoxValidationSeverity = { Info: 1, Warning: 2, Error: 3 };
exports.TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
exports.TreeItem = class TreeItem {
  constructor(label, collapsibleState = 0) {
    Object.assign(this, { label, collapsibleState });
  }
};
exports.Range = class Range {
  constructor(...places) {
    this.places = places;
  }
};
exports.CodeLens = class CodeLens {
  constructor(range, command) {
    Object.assign(this, { range, command });
  }
};
exports.QuickPickItemKind = { Separator: -1, Default: 0 };
exports.StatusBarAlignment = { Left: 1, Right: 2 };
exports.ConfigurationTarget = { Global: 1 };
exports.ThemeColor = class ThemeColor {
  constructor(id) {
    this.id = id;
  }
};
exports.ThemeIcon = class ThemeIcon {
  constructor(id, color) {
    Object.assign(this, { id, color });
  }
};
exports.DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };
exports.Diagnostic = class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
};
exports.languages = {};
