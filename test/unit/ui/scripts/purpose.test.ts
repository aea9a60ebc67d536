import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LeftForm, Row, Values } from '../../../../src/reference/index';
import { Purposes } from '../../../../src/ui/scripts/purpose';
import { documentOf } from './documents';

const document = documentOf('#!/bin/bash\n');
const presets = [
  { script: document.uri.toString(), serverImage: '9', reach: undefined },
  { script: document.uri.toString(), serverImage: '1', reach: 'nat' as const },
];
const nameOf = (image: string) => ({ '1': 'rocky-8.10', '2': 'ubuntu-22.04' })[image];

function form(values: Values, rows: Readonly<Record<string, Row>> = {}): LeftForm {
  return { draft: { environment: 'vpc', values, chosen: {} }, memory: { rows, filled: [] } };
}

function purpose(held?: LeftForm) {
  const formWith = (script: string) => (script === document.uri.toString() ? held : undefined);
  return new Purposes({ presets: () => presets }, nameOf, formWith).of(document);
}

test('presets tell the image whose name is known, and the poorest network', () => {
  assert.deepEqual(purpose(), { imageName: 'rocky-8.10', reach: 'nat' });
});

test('an open form that is to run the script tells both instead', () => {
  const rows = { subnetNo: { subnetType: { code: 'PUBLIC', codeName: 'Public' } } };
  const chosen = { serverImageNo: '2', subnetNo: '5' };
  assert.deepEqual(purpose(form(chosen, rows)), { imageName: 'ubuntu-22.04', reach: 'none' });
  assert.deepEqual(purpose(form({ ...chosen, associateWithPublicIp: 'true' }, rows)).reach, 'public-ip');
  assert.equal(purpose(form({})).imageName, '');
});

test('the form of another script tells nothing', () => {
  const purposes = new Purposes({ presets: () => [] }, nameOf, (script) =>
    script === document.uri.toString() ? form({ serverImageNo: '2' }) : undefined,
  );
  assert.deepEqual(purposes.of(documentOf('', { path: '/w/other.sh' })), { imageName: '', reach: undefined });
});
