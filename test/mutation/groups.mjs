// What is mutated, in groups that run one by one, and the unit tests that may kill what.

/**
 * @typedef {object} Group
 * @property {readonly string[]} files How the paths of the sources that are mutated begin, below `src`.
 * @property {readonly string[]} tests How the paths of the test files that are run on them begin, below `test/unit`.
 * @property {boolean} [isSync] Its tests wait for nothing: who takes seconds never ends.
 */

/**
 * How the names of tests begin, behind the path of their file below `test/unit`, that are not run: those that start
 * programs, as a mutant is not in what they start, read the text of sources, measure times, draw for over a second, or
 * read large scripts.
 */
export const unfit = [
  'client/bundle.slow',
  'client/http.slow.test.ts 10 MB come in',
  'client/mask.slow.test.ts no answer and no error',
  'client/mask.slow.test.ts a message is masked before',
  'client/mask.slow.test.ts the largest script',
  'client/list.slow.test.ts never a list',
  'client/list.slow.test.ts 10,000 servers',
  'client/tunnel.slow.test.ts a proxy that opens no way',
  'client/tunnel.slow.test.ts a creation and a list',
  'client/tunnel.slow.test.ts whatever headers',
  'client/client.slow.test.ts a create answer cut',
  'client/client.slow.test.ts whatever date',
  'client/decode.hostile.slow',
  'client/prefixes.slow.test.ts over sockets',
  'client/decode.slow',
  'media/state.slow',
  'scripts/check.test.ts a script may be as large',
  'scripts/corpus.test.ts every rule of the folder',
  'scripts/rules/size.test.ts VPC is told',
  'servers/creation/claims.slow.test.ts one after the other',
  'servers/creation/create.lies.slow',
  'servers/creation/creation.simulated.slow',
  'servers/operate.lies.slow',
];

const onScripts = 'check corpus field ignored language opening first-line/ rules/ shell/ commands/'
  .split(' ')
  .map((name) => `scripts/${name}`);

/** @type {Readonly<Record<string, Group>>} */
export const groups = {
  client: { files: ['client/'], tests: ['client/'] },
  creation: { files: ['servers/creation/', 'servers/operate.ts'], tests: ['servers/creation/', 'servers/operate'] },
  validation: {
    files: 'draft form ipv4 items left limits meant names options parameters refusal rows rules sent validate'
      .split(' ')
      .map((name) => `reference/${name}.`),
    tests: ['reference/', 'media/', 'sandbox/create', 'sandbox/rules'],
  },
  rules: { files: ['scripts/rules/'], tests: onScripts, isSync: true },
  reader: { files: ['scripts/shell/', 'scripts/commands/', 'scripts/first-line/'], tests: onScripts, isSync: true },
};
