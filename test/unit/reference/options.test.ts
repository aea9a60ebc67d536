import assert from 'node:assert/strict';
import { test } from 'node:test';
import { optionsOf } from '../../../src/reference/index';
import { images, rows, specs } from '../../support/option-rows';

test('a row becomes its label and details; one without a value is left out', () => {
  assert.deepEqual(
    optionsOf(rows, images, 'en').map(({ value, text }) => [value, text]),
    [
      ['1', 'ubuntu-22.04 · KVM'],
      ['2', 'ubuntu-22.04 · XEN'],
      ['3', 'rocky-8.10 · KVM'],
    ],
  );
});

test('a long description tells rows apart in the list and is left out once one is picked', () => {
  const option = optionsOf(rows, images, 'en').find(({ value }) => value === '3');
  assert.deepEqual([option?.detail, option?.text, option?.brief], ['KVM · R', 'rocky-8.10 · KVM', 'rocky-8.10']);
});

test('a spec shows processors, memory and generation', () => {
  const row = {
    serverSpecCode: 's2-g3',
    cpuCount: 2,
    memorySize: 8 * 1024 ** 3,
    generationCode: 'G3',
    hypervisorType: { code: 'KVM' },
    serverSpecDescription: 'vCPU 2EA, Memory 8GB',
  };
  const [option] = optionsOf([row], specs, 'en');
  assert.equal(option?.text, 's2-g3 · 2 vCPU · 8 GB · G3 · KVM');
  assert.equal(option?.brief, 's2-g3 · 2 vCPU · 8 GB');
  assert.match(option?.search ?? '', /memory/);
});

test('a spec with a disk and GPUs shows them, in figures that are cut to one digit and grouped', () => {
  const row = {
    serverSpecCode: 'gpu-1',
    cpuCount: 16,
    memorySize: 122.55 * 1024 ** 3,
    gpuCount: 2,
    baseBlockStorageSize: 1_500 * 1024 ** 3,
    diskType: { code: 'NET' },
    hypervisorType: { code: 'KVM' },
  };
  const texts = (changed: object) => optionsOf([{ ...row, ...changed }], specs, 'en').map(({ text }) => text);
  assert.deepEqual(texts({}), ['gpu-1 · 16 vCPU · 122.6 GB · 2 GPU · NET 1,500 GB · KVM']);
  assert.deepEqual(texts({ diskType: {} }), ['gpu-1 · 16 vCPU · 122.6 GB · 2 GPU · 1,500 GB · KVM']);
  assert.deepEqual(texts({ gpuCount: 0, baseBlockStorageSize: 0 }), ['gpu-1 · 16 vCPU · 122.6 GB · KVM']);
  assert.deepEqual(texts({ cpuCount: 0, hypervisorType: {} }), ['gpu-1']);
});
