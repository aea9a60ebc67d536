// Which container images stand for which server images, and which of them comes first.
import assert from 'node:assert/strict';
import test from 'node:test';
import { vpcImages } from '../../../../src/sandbox/seed/vpc-images';
import { containerImages, imageLike, imagesFor } from '../../../../src/scripts/container/images';

test('names of server images lead to the image of the same system and version', () => {
  const pairs: readonly (readonly [name: string, id: string | undefined])[] = [
    ['ubuntu-22.04', 'ubuntu-22.04'],
    ['ubuntu-20.04-base', 'ubuntu-20.04'],
    ['tensorflow-ubuntu-20.04', 'ubuntu-20.04'],
    ['Ubuntu-24.04-gpu', 'ubuntu-24.04'],
    ['rocky-8.10-base', 'rocky-8'],
    ['rocky-9.4-base', 'rocky-9'],
    ['rocky-88-base', undefined],
    ['ubuntu-18.04', undefined],
    ['centos-7.8-64', undefined],
    ['win-2022-64-en', undefined],
    ['', undefined],
  ];
  for (const [name, id] of pairs) assert.equal(imageLike(name)?.id, id, name);
});

test('each image is named with its registry, and dated', () => {
  for (const { reference, asOf, label } of containerImages) {
    assert.match(reference, /^docker\.io\/[a-z]+\/[a-z]+:[\d.]+$/);
    assert.match(asOf, /^20\d\d-\d\d-\d\d$/);
    assert.ok(label.endsWith(reference.slice(reference.indexOf(':') + 1)), label);
  }
});

test('those come first that the script installs with, and before all the one of its server image', () => {
  const first = (script: string, server?: string) => imagesFor(script, server)[0]?.id;
  assert.equal(first('#!/bin/bash\nyum install -y nginx\n'), 'rocky-9');
  assert.equal(first('#!/bin/bash\napt-get install -y nginx\n'), 'ubuntu-24.04');
  assert.equal(first('#!/bin/bash\necho\n'), 'ubuntu-24.04');
  assert.equal(first('#!/bin/bash\napt-get install -y nginx\n', 'rocky-8.10-base'), 'rocky-8');
  assert.equal(imagesFor('').length, containerImages.length);
});

test('most Linux images of the sandbox have one', () => {
  const names = vpcImages.map(({ name }) => name);
  assert.ok(names.filter((name) => imageLike(name)).length >= 5);
});
