// The random histories of windows for longer than `npm test` has time for, and the simulated creations.
// `npm run model -- --runs 50000 --creations 10000 --seed 1`
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './paths.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50000' },
    creations: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '' },
  },
});
const { runs, creations, seed } = values;
const env = {
  ...process.env,
  MODEL_RUNS: runs,
  MODEL_CREATIONS: creations,
  ...(seed === '' ? {} : { MODEL_SEED: seed }),
};
const args = [join(root, 'test/support/unit.mjs'), '--test-reporter=spec', 'servers/model', 'creation.simulated'];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
process.exit(status ?? 1);
