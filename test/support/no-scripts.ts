// For creations of a test that have no start-up script.
import type { Startup } from '../../src/ui/create/creator';

export const noScripts: Startup = { check: async (_, { values }) => ({ values }) };
