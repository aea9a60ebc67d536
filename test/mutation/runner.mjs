// Runs bundled tests within the process of Stryker. Each file of tests is evaluated anew for each mutant, so that a
// mutant in a table counts as much as one in a function, and nothing of one mutant is left for the next.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { mock } from 'node:test';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { bundled, isUnfit } from './files.mjs';

/** What a test may take beyond a multiple of its time, in ms. */
const patience = 2_000;
const slowness = 10;

/** Of how many mutants one is tried. */
const sample = Number(process.env.MUTATION_SAMPLE ?? 1);

/** The first process of a run measures the times of the tests, the others read them here. */
const timed = '.cache/mutated-times.json';

/** Ends the id of what stands for all tests of a file: mutants that its loading meets are covered by all of them. */
const loaded = ' (loaded)';

/** @typedef {{ name: string, body?: (t: unknown) => unknown }} Test */
/** @typedef {{ tests: Test[], before: (() => unknown)[], after: (() => unknown)[] }} Collected */

class BundledRunner {
  /** @type {Map<string, number>} The time of each test, in ms. */
  #times = new Map();
  /** @type {Map<string, string[]>} For each mutated file, and for all as '', the tests that found a mutant, the last one first. */
  #killers = new Map();
  /** @type {((error: unknown) => void) | undefined} Ends the test that runs. */
  #fail;
  /** @type {vm.Script | undefined} */
  #script;
  #require = createRequire(import.meta.url);

  static inject = /** @type {[]} */ ([]);

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const path = resolve(bundled);
    const text = `(function (require, module) {${readFileSync(path, 'utf8')}\n})`;
    this.#script = new vm.Script(text, { filename: 'mutated-tests' });
    // The first example that fails is enough: making it smaller takes minutes.
    this.#require('fast-check').configureGlobal({ endOnFailure: true });
    const fail = (error) => this.#fail?.(error);
    process.on('unhandledRejection', fail);
    process.on('uncaughtException', fail);
  }

  /** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} */
  async dryRun() {
    const space = namespace();
    const coverage = { static: {}, perTest: {} };
    const tests = [];
    for (const file of Object.keys(this.#evaluated())) {
      space.mutantCoverage = { static: {}, perTest: {} };
      let all = 0;
      const { failure } = await this.#file(file, {
        ended: (id, name, timeSpentMs, error) => {
          all += timeSpentMs;
          this.#times.set(id, timeSpentMs);
          this.#times.set(file + loaded, all);
          const base = { id, name, timeSpentMs, fileName: resolve(file) };
          if (!error) tests.push({ ...base, status: TestStatus.Success });
          else tests.push({ ...base, status: TestStatus.Failed, failureMessage: said(error) });
          return true;
        },
      });
      if (failure) return { status: DryRunStatus.Error, errorMessage: `${file}: ${said(failure)}` };
      const id = file + loaded;
      tests.push({ id, name: id, timeSpentMs: all, fileName: resolve(file), status: TestStatus.Success });
      Object.assign(coverage.perTest, space.mutantCoverage.perTest, { [id]: space.mutantCoverage.static });
    }
    writeFileSync(timed, JSON.stringify([...this.#times]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: coverage };
  }

  /**
   * @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').MutantRunResult>}
   */
  async mutantRun({ activeMutant, testFilter = [], hitLimit }) {
    if (Number(activeMutant.id) % sample !== 0)
      return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' };
    if (this.#times.size === 0 && existsSync(timed)) this.#times = new Map(JSON.parse(readFileSync(timed, 'utf8')));
    const space = namespace();
    Object.assign(space, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit });
    const killers = [
      ...new Set([...(this.#killers.get(activeMutant.fileName) ?? []), ...(this.#killers.get('') ?? [])]),
    ];
    const files = this.#inOrder(testFilter, killers, activeMutant.fileName);
    let tests = 0;
    /** @type {ReturnType<typeof killedBy> | undefined} */
    let result;
    for (const [file, { isAll, ids }] of files) {
      const { failure } = await this.#file(file, {
        first: killers,
        isWanted: (id) => isAll || ids.has(id),
        ended: (id, _, __, error) => {
          tests++;
          if (error) result = killedBy(id, error, tests);
          return !error;
        },
      });
      if (failure && !result) result = killedBy(file + loaded, failure, tests);
      if (result) break;
    }
    space.activeMutant = undefined;
    const endless = determineHitLimitReached(space.hitCount, hitLimit);
    if (endless) return toMutantRunResult(endless);
    if (!result) return { status: MutantRunStatus.Survived, nrOfTests: tests };
    if (result.isTimeout) return { status: MutantRunStatus.Timeout, reason: result.failureMessage };
    const [id] = result.killedBy;
    for (const source of [activeMutant.fileName, '']) {
      const others = (this.#killers.get(source) ?? []).filter((one) => one !== id);
      this.#killers.set(source, [id, ...others].slice(0, 20));
    }
    return result;
  }

  async dispose() {}

  /** @returns {Record<string, () => void>} The files of tests, evaluated when they are called. */
  #evaluated() {
    const module = { exports: {} };
    this.#script?.runInThisContext()(this.#require, module);
    return module.exports;
  }

  /**
   * The files of the tests, those first that found other mutants of this source, then those named like it.
   * @param {readonly string[]} testFilter @param {readonly string[]} killers @param {string} source
   */
  #inOrder(testFilter, killers, source) {
    const files = new Map();
    for (const id of testFilter) {
      const file = fileOf(id);
      const { isAll = false, ids = new Set() } = files.get(file) ?? {};
      files.set(file, { isAll: isAll || id.endsWith(loaded), ids: ids.add(id) });
    }
    const mirror = source
      .replaceAll('\\', '/')
      .replace(/^.*\/src\//, 'test/unit/')
      .replace(/ts$/, '');
    const rank = (file) => {
      const place = killers.findIndex((id) => fileOf(id) === file);
      return place >= 0 ? place : file.startsWith(mirror) ? 100 : 1_000 + (this.#times.get(file + loaded) ?? 0);
    };
    return [...files].sort(([left], [right]) => rank(left) - rank(right));
  }

  /**
   * Runs the tests of a file until `ended` says no. Answers with what was thrown outside of tests.
   * @param {string} file
   * @param {{ first?: readonly string[], isWanted?: (id: string) => boolean, ended: (id: string, name: string, ms: number, error: unknown) => boolean }} how
   * @returns {Promise<{ failure?: unknown }>}
   */
  async #file(file, { first = [], isWanted = (_id) => true, ended }) {
    const space = namespace();
    /** @type {Collected} */
    const collected = { tests: [], before: [], after: [] };
    globalThis.collectedTests = collected;
    space.currentTestId = undefined;
    try {
      this.#evaluated()[file]();
      const seen = new Map();
      const all = collected.tests.map((one) => {
        const times = seen.get(one.name) ?? 0;
        seen.set(one.name, times + 1);
        return { ...one, id: `${file} ${one.name}${times ? ` ${times + 1}` : ''}` };
      });
      const wanted = all.filter(({ id }) => isWanted(id) && !isUnfit(id));
      const place = ({ id }) => (first.includes(id) ? first.indexOf(id) : first.length);
      wanted.sort((left, right) => place(left) - place(right));
      if (wanted.length > 0) for (const hook of collected.before) await hook();
      for (const { id, name, body } of wanted) {
        space.currentTestId = id;
        const start = performance.now();
        const error = await this.#one(name, body, (this.#times.get(id) ?? 6_000) * slowness + patience);
        space.currentTestId = undefined;
        if (!ended(id, name, performance.now() - start, error)) break;
      }
      for (const hook of collected.after) await hook();
      return {};
    } catch (failure) {
      return { failure };
    } finally {
      mock.reset();
    }
  }

  /** Runs one test. Answers with what it threw, wrapped. */
  async #one(name, body, longest) {
    const hooks = [];
    let timer;
    const context = { name, diagnostic() {}, mock, after: (hook) => hooks.push(hook), signal: undefined };
    try {
      await new Promise((done, fail) => {
        this.#fail = fail;
        timer = setTimeout(() => fail(new Late(`took longer than ${Math.round(longest)} ms`)), longest);
        Promise.resolve(body?.(context)).then(done, fail);
      });
      return undefined;
    } catch (error) {
      return error ?? new Error('threw nothing');
    } finally {
      // A test may have put the clock aside.
      mock.reset();
      clearTimeout(timer);
      this.#fail = undefined;
      for (const hook of hooks.reverse()) await hook();
    }
  }
}

class Late extends Error {}

function namespace() {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

const fileOf = (id) => /^\S+/.exec(id)?.[0] ?? id;
const said = (error) => (error instanceof Error ? error.message : String(error));

/** @returns {import("@stryker-mutator/api/test-runner").KilledMutantRunResult & { isTimeout: boolean }} */
function killedBy(id, error, nrOfTests) {
  return {
    status: MutantRunStatus.Killed,
    killedBy: [id],
    failureMessage: said(error).slice(0, 200),
    nrOfTests,
    isTimeout: error instanceof Late,
  };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundled', BundledRunner)];
