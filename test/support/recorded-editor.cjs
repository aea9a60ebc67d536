// An editor that takes everything and writes down all that it is given. The whole extension can be started in it.
const base = require('./vscode.cjs');

/** Each call with its arguments, and each value that was set. @type {{ place: string, given: unknown }[]} */
const given = [];
/** What a call answers, by its place: `window.showInputBox`. All else answers with something that takes everything. */
const answers = new Map();
const note = (place, what) => given.push({ place, given: what });

function anything(place) {
  return new Proxy(() => {}, {
    get(_, key) {
      if (key === 'then') return undefined;
      if (key === Symbol.iterator) return () => [][Symbol.iterator]();
      if (typeof key === 'symbol') return key === Symbol.toPrimitive ? () => '' : undefined;
      return anything(`${place}.${key}`);
    },
    set(_, key, value) {
      note(`${place}.${String(key)}`, value);
      return true;
    },
    apply(_, __, values) {
      note(place, values);
      return answers.has(place) ? answers.get(place)(...values) : anything(`${place}()`);
    },
    construct(_, values) {
      note(place, values);
      return anything(`${place}()`);
    },
  });
}

/** An input that its user leaves at once; what stands in it is written down. */
class LeftInput {
  constructor(place) {
    this.place = place;
    this.items = [];
    this.buttons = [];
    this.hidden = new base.EventEmitter();
    for (const name of ['onDidAccept', 'onDidChangeValue', 'onDidTriggerButton'])
      this[name] = new base.EventEmitter().event;
    this.onDidHide = this.hidden.event;
  }
  show() {
    const { hidden, ...shown } = this;
    note(this.place, shown);
    setImmediate(() => hidden.fire());
  }
  hide() {}
  dispose() {}
}

class Uri {
  scheme = '';
  authority = '';
  path = '';
  query = '';
  fragment = '';
  constructor({ scheme, authority = '', path = '', query = '', fragment = '' }) {
    Object.assign(this, { scheme, authority, path, query, fragment });
  }
  static from = (parts) => new Uri(parts);
  static file = (path) => new Uri({ scheme: 'file', path });
  static parse(text) {
    const [, scheme, authority = '', path = '', query = ''] =
      /^([\w+.-]+):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/.exec(text) ?? [];
    return new Uri({ scheme: scheme ?? 'file', authority, path: decodeURIComponent(path), query });
  }
  static joinPath = (uri, ...parts) => uri.with({ path: [uri.path, ...parts].join('/') });
  get fsPath() {
    return this.path;
  }
  with(parts) {
    return new Uri({ ...this, ...parts });
  }
  toString() {
    return `${this.scheme}://${this.authority}${encodeURI(this.path)}${this.query && `?${this.query}`}`;
  }
  toJSON() {
    return this.toString();
  }
}

const quiet =
  (place) =>
  (...values) => {
    note(place, values);
    return Promise.resolve(undefined);
  };
for (const kind of ['Information', 'Warning', 'Error']) {
  const place = `window.show${kind}Message`;
  answers.set(place, quiet(place));
}
for (const name of ['showInputBox', 'showQuickPick', 'showOpenDialog', 'showSaveDialog'])
  answers.set(`window.${name}`, async () => undefined);
answers.set('window.createInputBox', () => new LeftInput('an input box'));
answers.set('window.createQuickPick', () => new LeftInput('a pick list'));
answers.set('window.withProgress', (_, run) =>
  run(anything('progress'), { onCancellationRequested: () => ({ dispose() {} }) }),
);
answers.set('env.clipboard.writeText', async () => undefined);
answers.set('commands.executeCommand', async () => undefined);
answers.set('workspace.getConfiguration', () => ({
  get: () => undefined,
  inspect: () => undefined,
  update: async () => undefined,
}));

/** @param {string} place @param {Record<string, unknown>} known */
const part = (place, known) =>
  new Proxy(anything(place), {
    get: (target, key) => (key in known ? Reflect.get(known, key) : Reflect.get(target, key)),
  });
const known = {
  ...base,
  Uri,
  ExtensionMode: { Production: 1, Development: 2, Test: 3 },
  version: '1.100.0',
  env: part('env', { language: 'en' }),
  window: part('window', { activeTextEditor: undefined, visibleTextEditors: [], tabGroups: { all: [] } }),
  workspace: part('workspace', { textDocuments: [], workspaceFolders: undefined, isTrusted: true }),
  commands: anything('commands'),
  languages: anything('languages'),
  extensions: anything('extensions'),
  Disposable: class {
    static from = (...all) => ({ dispose: () => void all.map((one) => one?.dispose?.()) });
    dispose() {}
  },
};
// A bundle copies what it imports, and keeps the prototype.
module.exports = Object.assign(
  Object.create(
    new Proxy(known, { get: (_, key) => (key in known ? Reflect.get(known, key) : anything(String(key))) }),
  ),
  { given, answers },
);
