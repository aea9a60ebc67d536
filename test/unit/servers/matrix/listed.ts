// The list of faults as a whole: which there are, and who plays those that are none of the wire.
import { answerFaults } from './answers';
import { bodyFaults } from './bodies';
import type { FaultCase } from './case';
import { lostFaults } from './lost';
import { serverFaults } from './servers';

export const wireFaults: readonly FaultCase[] = [...lostFaults, ...answerFaults, ...bodyFaults, ...serverFaults];

/** Faults of the list that are none of the wire, and who plays them. */
export const elsewhere: Readonly<Record<string, readonly string[]>> = {
  // Who cancels, before and after it is sent; a window that ends.
  F40: ['test/unit/client/http.slow.test.ts', 'test/unit/servers/creation/standing.test.ts', 'test/e2e/kill.e2e.mjs'],
  // Keys that are gone, or cannot be read.
  F42: ['test/unit/ui/accounts/keys.test.ts'],
  // Two at once, in one window and in two.
  F43: [
    'test/unit/servers/creation/creation.test.ts',
    'test/unit/servers/creation/standing.test.ts',
    'test/e2e/two-windows.e2e.mjs',
  ],
  // Many servers, and names of all kinds.
  F45: ['test/unit/ui/servers/order.test.ts', 'test/bench/scale.mjs'],
};

/** The list of faults, by number. */
export const listedFaults: readonly string[] = [
  ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F9', 'F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F17', 'F18'],
  ...['F19', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F28', 'F29', 'F30', 'F31', 'F32', 'F34', 'F35', 'F36', 'F37'],
  ...['F38', 'F39', 'F40', 'F42', 'F43', 'F45'],
];
