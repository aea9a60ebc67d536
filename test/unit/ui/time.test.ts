import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as vscode from 'vscode';
import { clock } from '../../../src/ui/time';

test('a time of another day has its date', (t) => {
  const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime();
  const asked = at(29, 23, 59);
  assert.equal(clock(asked, at(29, 0, 0)), '23:59');
  assert.equal(clock(asked, at(30, 0, 1)), 'Nov 29, 23:59');
  const env = vscode.env as { language: string };
  const { language } = env;
  t.after(() => {
    env.language = language;
  });
  env.language = 'ko';
  assert.equal(clock(asked, at(30, 0, 1)), '11월 29일 23:59');
});
