/** Which parameters name the servers, for code that knows what they do and not what they are called. */
import { createParameters } from './create';
import type { Role } from './types';

/** The wire names by role, the same in both environments. */
export const roles = Object.fromEntries(
  createParameters.vpc.flatMap(({ role, name }) => (role === undefined ? [] : [[role, name]])),
) as Readonly<Record<Role, string>>;
