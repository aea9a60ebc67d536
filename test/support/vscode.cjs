// The editor's API for unit tests: texts stay English, and a test puts into `window` what it answers with.
exports.l10n = { t: (text, ...values) => text.replace(/\{(\d+)\}/g, (hole, place) => String(values[place] ?? hole)) };
exports.env = { language: 'en' };
exports.window = {};
exports.commands = {};

exports.workspace = {
  getConfiguration: () => ({ get: () => undefined }),
  onDidChangeConfiguration: () => ({ dispose() {} }),
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
exports.TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
exports.TreeItem = class TreeItem {
  constructor(label, collapsibleState = 0) {
    Object.assign(this, { label, collapsibleState });
  }
};
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
