// Builds everything that is shipped or scripted against into dist/. `--watch` keeps building and says when.
import { realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify } from '@swc/core';
import { build, context } from 'esbuild';
import { bundledFiles, noticesFile, noticesOf, packagesOf } from './notices.mjs';

const watch = process.argv.includes('--watch');
/** Whether this is the program, and not read by a test that wants to know what is built. */
const isRun = realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url);

/** Dynamic imports of these modules stay dynamic: they become files of their own, loaded on first use. */
const chunks = new Map([
  ['src/ui/main', 'main'],
  ['src/client/http', 'http'],
  ['src/client/xml', 'xml'],
  ['src/sandbox/index', 'sandbox'],
]);

const lazyChunks = {
  name: 'lazy-chunks',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, async (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const { path } = await build.resolve(args.path, {
        kind: 'import-statement',
        importer: args.importer,
        resolveDir: args.resolveDir,
      });
      const module = path.replaceAll('\\', '/').replace(/\.ts$/, '');
      for (const [source, chunk] of chunks) {
        if (module.endsWith(`/${source}`)) return { path: `./${chunk}.cjs`, external: true };
      }
      return undefined;
    });
  },
};

const referenceName = 'ncloudReference';

/** The reference is a file of its own for all that read it, so that it is loaded once, and in a task of its own. */
const sharedReference = {
  name: 'shared-reference',
  setup(build) {
    build.onResolve({ filter: /\/reference(\/index)?$/ }, () => ({ path: './reference.cjs', external: true }));
  },
};

/** A page finds the reference under its name: its document loads that file first. */
export const pageReference = {
  name: 'page-reference',
  setup(build) {
    build.onResolve({ filter: /\/reference(\/index)?$/ }, () => ({ path: 'reference', namespace: 'page-reference' }));
    build.onLoad({ filter: /.*/, namespace: 'page-reference' }, () => ({
      contents: `module.exports = globalThis.${referenceName};`,
    }));
  },
};

/**
 * What libraries bring that no call of ours comes to, and what stands in for it: something that lets nothing through.
 * axios: uploads in parts, and with them a table of all media types, as we send plain forms only; its ways for browsers;
 * and, as we turn them off and bring a tunnel of our own, redirects and proxies. fast-xml-parser: what judges entities
 * of a document type, which we refuse before.
 */
const unused = new Map([
  ['form-data', 'module.exports = class FormData {};'],
  ['./xhr.js', 'export default false;'],
  ['./fetch.js', 'export const getFetch = () => false;'],
  ['follow-redirects', 'module.exports = {};'],
  ['proxy-from-env', "export const getProxyForUrl = () => '';"],
  ['../helpers/shouldBypassProxy.js', 'export default () => true;'],
  ['https-proxy-agent', 'module.exports = class HttpsProxyAgent {};'],
  ['is-unsafe', 'export const isUnsafe = () => true, HTML = [], XML = [];'],
]);

const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    build.onResolve({ filter: /^[./\w-]+$/ }, ({ path, importer }) =>
      unused.has(path) && /[\\/]node_modules[\\/](?:axios|fast-xml-parser)[\\/]/.test(importer)
        ? { path, namespace: 'without-unused' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'without-unused' }, ({ path }) => ({ contents: unused.get(path) }));
  },
};

/** Nobody plans faults in the sandbox that is shipped, so what would send them stays at home. */
const withoutFaults = {
  name: 'without-faults',
  setup(build) {
    build.onResolve({ filter: /^\.\/spoil$/ }, ({ path }) => ({ path, namespace: 'without-faults' }));
    build.onLoad({ filter: /.*/, namespace: 'without-faults' }, () => ({
      contents: 'export const spoil = 0, turnAway = 0;',
    }));
  },
};

/** As a namespace the whole API would be fetched through the editor's hook and copied once a file; all files share one. */
const sharedApi = {
  name: 'shared-api',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/](ui[\\/].+|extension)\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace("import * as vscode from 'vscode'", "const vscode = require('vscode')");
      return { contents, loader: 'ts' };
    });
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'shared-api' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'shared-api' },
    );
    build.onLoad({ filter: /.*/, namespace: 'shared-api' }, () => ({
      contents: "module.exports = require('vscode');",
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  minify: !watch,
  sourcemap: watch,
  external: ['vscode'],
  // Its main module brings everything that writes JSON too.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/impl/parser.js' },
  // Node's own import() of a CommonJS file reads it twice, the first time for the names of its exports.
  supported: { 'dynamic-import': false },
  legalComments: 'none',
  // Korean takes twice the room when escaped.
  charset: 'utf8',
  logLevel: 'warning',
};

/**
 * All that is built.
 * @type {import('esbuild').BuildOptions[]}
 */
export const builds = [
  {
    ...node,
    entryPoints: {
      extension: 'src/extension.ts',
      main: 'src/ui/main.ts',
      http: 'src/client/http.ts',
      xml: 'src/client/xml.ts',
      sandbox: 'src/sandbox/index.ts',
    },
    plugins: [sharedReference, lazyChunks, sharedApi, withoutUnused, withoutFaults],
  },
  {
    ...node,
    format: 'iife',
    globalName: referenceName,
    footer: { js: `if (typeof module === 'object') module.exports = ${referenceName};` },
    entryPoints: { reference: 'src/reference/index.ts' },
  },
  {
    ...node,
    entryPoints: { client: 'src/script.ts', 'sandbox-cli': 'src/sandbox/cli.ts' },
    plugins: [withoutUnused],
  },
  { ...node, entryPoints: { check: 'src/scripts/cli.ts' } },
  {
    bundle: true,
    platform: 'browser',
    target: 'chrome128',
    format: 'esm',
    outdir: 'dist',
    entryPoints: { form: 'media/form.ts', 'form-style': 'media/form.css' },
    plugins: [pageReference],
    charset: 'utf8',
    minify: !watch,
    legalComments: 'none',
    logLevel: 'warning',
  },
];

/**
 * Makes what users download a little smaller than esbuild does, which does not look across functions.
 * @param {string} file
 */
async function shrink(file) {
  const code = await readFile(file, 'utf8');
  const module = file.endsWith('.js');
  // Others find the reference under the name that it has at its top.
  const toplevel = !file.endsWith('/reference.cjs');
  const { code: small } = await minify(code, {
    ecma: 2022,
    module,
    compress: { passes: 2, ecma: 2022, toplevel, module },
    mangle: { toplevel },
  });
  await writeFile(file, small);
}

/** Builds that are underway, counted from the first ones on. */
let underway = builds.length;
/** Whether `Building` was the last of the two that was told. */
let isTold = true;
/** @type {NodeJS.Timeout | undefined} */
let quiet;

/** What a task of an editor reads: `Building`, problems one a line, and `Watching` when all builds have ended. */
const toldWhileWatching = {
  name: 'told-while-watching',
  setup(build) {
    let isFirst = true;
    build.onStart(() => {
      clearTimeout(quiet);
      if (!isFirst) underway++;
      isFirst = false;
      if (!isTold) console.log('Building');
      isTold = true;
    });
    build.onEnd(({ errors, warnings }) => {
      for (const [kind, messages] of Object.entries({ error: errors, warning: warnings })) {
        for (const { text, location } of messages) {
          const { file, line, column } = location ?? { file: 'esbuild.mjs', line: 1, column: 0 };
          console.log(`${file}:${line}:${column + 1}: ${kind}: ${text}`);
        }
      }
      if (--underway > 0) return;
      // One change may start the builds one after the other.
      quiet = setTimeout(() => {
        isTold = false;
        console.log('Watching');
      }, 100);
    });
  },
};

if (isRun && watch) {
  console.log('Building');
  for (const options of builds) {
    /** @type {import('esbuild').BuildOptions} */
    const told = { ...options, logLevel: 'silent', plugins: [...(options.plugins ?? []), toldWhileWatching] };
    await (await context(told)).watch();
  }
} else if (isRun) {
  const built = await Promise.all(builds.map((options) => build({ ...options, metafile: true })));
  const folders = packagesOf(built.flatMap(({ metafile }) => bundledFiles(metafile)));
  await writeFile(noticesFile, noticesOf('.', folders));
  const files = built.flatMap(({ metafile }) => Object.keys(metafile.outputs));
  await Promise.all(files.filter((file) => /\.c?js$/.test(file)).map(shrink));
}
