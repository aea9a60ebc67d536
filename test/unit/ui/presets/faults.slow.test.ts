// A preset of somebody else is checked while it is looked at: as long as one may be, it holds up the editor for a moment only.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestPreset } from '../../../../src/ui/preset-file';
import { presetFaults } from '../../../../src/ui/presets/faults';

/** In milliseconds. What grows with the square of the items takes longer. */
const most = 2_500;

const many = <T>(count: number, item: T) => Array.from({ length: count }, () => item);

const presets: Readonly<Record<string, readonly [environment: string, parameters: object, faults: number]>> = {
  'ten thousand interfaces': ['vpc', { networkInterfaceList: many(10_000, { subnetNo: 1 }) }, 10_000],
  'one firewall twenty thousand times': [
    'vpc',
    { networkInterfaceList: [{ accessControlGroupNoList: many(20_000, '1') }] },
    19_999,
  ],
  'thousands of names that there are not': [
    'vpc',
    Object.fromEntries(Array.from({ length: 8_000 }, (_, place) => [`serverSpecC${place}`, '1'])),
    8_000,
  ],
  'in Classic': ['classic', { accessControlGroupConfigurationNoList: many(20_000, '1') }, 19_999],
};

for (const [name, [environment, parameters, least]] of Object.entries(presets)) {
  test(`the faults of a huge preset are found in time: ${name}`, () => {
    const text = JSON.stringify({ environment, parameters });
    assert.ok(text.length <= longestPreset);
    const started = performance.now();
    const faults = presetFaults(text, 'en');
    const passed = performance.now() - started;
    assert.ok(faults.length >= least, `${faults.length}`);
    assert.ok(passed < most, `${Math.round(passed)} ms`);
  });
}
