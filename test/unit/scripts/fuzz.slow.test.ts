/** Whatever the text: no throw, findings in range and in order, and no more than 50 ms for a megabyte. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  applyFix,
  type CheckOptions,
  checkScript,
  type Finding,
  languageOf,
  osTypeOf,
  scriptSize,
} from '../../../src/scripts/index';
import { readCorpus } from './corpus';
import { floods, pieces } from './floods';

const seconds = Number(process.env.FUZZ_SECONDS ?? 5);
const budget = 50;
const megabyte = 1_048_576;
const corpus = readCorpus();

const options: fc.Arbitrary<CheckOptions> = fc.record({
  environment: fc.constantFrom('vpc', 'classic'),
  osType: fc.constantFrom('LNX', 'WND'),
  reach: fc.constantFrom('public-ip' as const, 'nat' as const, 'none' as const, undefined),
});

const assembled = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

/** A corpus file with a part cut out, or pieces put in. */
const mutated = fc
  .record({
    text: fc.constantFrom(...corpus.map(({ text }) => text.slice(0, 20_000))),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.array(fc.constantFrom(...pieces), { maxLength: 4 }),
  })
  .map(({ text, at, cut, put }) => {
    const from = Math.floor(at * text.length);
    return text.slice(0, from) + put.join('') + text.slice(from + cut);
  });

function assertSound(text: string, findings: readonly Finding[]): void {
  let last = 0;
  for (const { start, end, fix, args } of findings) {
    assert.ok(Number.isInteger(start) && Number.isInteger(end));
    assert.ok(start >= last && start <= end && end <= text.length, `${start}–${end} of ${text.length} after ${last}`);
    last = start;
    for (const value of Object.values(args)) assert.ok(typeof value === 'string' || Number.isFinite(value));
    let edited = 0;
    for (const edit of (fix?.edits ?? []).toSorted((a, b) => a.start - b.start)) {
      assert.ok(edit.start >= edited && edit.start <= edit.end && edit.end <= text.length);
      edited = edit.end;
    }
    if (fix) assert.notEqual(applyFix(text, fix), text);
  }
}

function fuzz(name: string, texts: fc.Arbitrary<string>, share: number): void {
  test(name, () => {
    let runs = 0;
    const property = fc.property(texts, options, (text, given) => {
      runs++;
      const findings = checkScript(text, given);
      assertSound(text, findings);
      assert.deepEqual(checkScript(text, given), findings);
      osTypeOf(text);
      languageOf(text);
      assert.equal(scriptSize(text, 'vpc').bytes, Buffer.byteLength(text));
    });
    const limit = { interruptAfterTimeLimit: seconds * 1_000 * share, markInterruptAsFailure: false };
    fc.assert(property, { numRuns: 10_000_000, ...limit });
    assert.ok(runs > 100);
  });
}

fuzz('texts of pieces', assembled, 0.4);
fuzz('mutated scripts', mutated, 0.4);
fuzz('any text', fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), 0.2);

test('any bytes', () => {
  const limit = { interruptAfterTimeLimit: seconds * 100, markInterruptAsFailure: false };
  const property = fc.property(fc.uint8Array({ maxLength: 300 }), options, (bytes, given) => {
    assertSound(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), checkScript(bytes, given));
  });
  fc.assert(property, { numRuns: 100_000, ...limit });
});

/** Milliseconds of processor time, so that other programs on the machine count little. */
function processorTime(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** How much slower than a free machine this one is right now: a simple loop over a megabyte takes 1.2 ms there. */
function slowness(text: string): number {
  let sum = 0;
  const time = processorTime(() => {
    for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  });
  assert.ok(Number.isInteger(sum));
  return Math.max(1, time / 1.2);
}

/** Only the long run tries every kind of script; a short one has no time for it. */
const kinds: readonly (readonly [head: string, given: CheckOptions])[] = [
  ['#!/bin/bash\n', { environment: 'vpc', osType: 'LNX', reach: 'none' }],
  ['#!/usr/bin/python3\n', { environment: 'vpc', osType: 'LNX' }],
  ['#!/usr/bin/perl\n', { environment: 'vpc', osType: 'LNX' }],
  ['', { environment: 'classic', osType: 'WND' }],
];

test('a megabyte of anything takes at most 50 ms', () => {
  const slow: string[] = [];
  for (const [head, given] of seconds >= 30 ? kinds : kinds.slice(0, 1)) {
    for (const flood of floods) {
      const text = head + flood.repeat(Math.ceil(megabyte / flood.length)).slice(0, megabyte - head.length);
      const times: number[] = [];
      do {
        let findings: Finding[] = [];
        const time = processorTime(() => {
          findings = checkScript(text, given);
        });
        if (times.length === 0) assertSound(text, findings);
        times.push(time / slowness(text));
      } while (Math.min(...times) > budget && times.length < 8);
      if (Math.min(...times) > budget) slow.push(`${JSON.stringify(flood)} ${given.osType}: ${Math.min(...times)} ms`);
    }
  }
  assert.deepEqual(slow, []);
});
