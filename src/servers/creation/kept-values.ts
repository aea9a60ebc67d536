/** What a record of a creation keeps of what is sent. */
import { type Environment, findCreateParameter, genericName, type Values } from '../../reference/index';

/** The values that hold no secret and no script. What the reference does not know may be one. */
export function keptValues(environment: Environment, values: Values): Values {
  const kept = Object.entries(values).filter(([name]) => {
    const parameter = findCreateParameter(environment, genericName(name));
    return parameter !== undefined && parameter.isSecret !== true;
  });
  return Object.fromEntries(kept);
}
