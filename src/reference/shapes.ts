/** All item shapes, by service and item (`vserver.ServerInstance`). */
import { attachedShapes } from './shapes.attached';
import { billingShapes } from './shapes.billing';
import { classicShapes } from './shapes.classic';
import { vpcShapes } from './shapes.vpc';
import { serverShapes } from './shapes.vserver';
import type { Shape } from './types';

/** The fields of every item that an answer may hold, keyed by service and item. `FieldType` refers to these keys. */
export const shapes: Readonly<Record<string, Shape>> = {
  ...serverShapes,
  ...attachedShapes,
  ...vpcShapes,
  ...classicShapes,
  ...billingShapes,
};
