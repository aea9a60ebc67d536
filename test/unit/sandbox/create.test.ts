import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call } from '../../../src/sandbox/call';
import { toldOf } from '../../../src/sandbox/create';
import { Params } from '../../../src/sandbox/parameters';

test('a parameter that the sandbox knows only by the reference is told back in its field and type', () => {
  const params = new Params({ serverDescription: '설명', isPreInstallGpuDriver: 'true', serverCreateCount: '1' });
  const call = { environment: 'vpc', params } as Call;
  assert.deepEqual(toldOf(call), { serverDescription: '설명', isPreInstallGpuDriver: true });
});
