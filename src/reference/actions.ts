/** The action table: every action of the API that is called or simulated. */
import { attachedActions } from './actions.attached';
import { classicActions } from './actions.classic';
import { vserverActions } from './actions.vserver';
import { action, integer, listOf, required, responseFormatType, text } from './parameters';
import type { Action, Environment, Service } from './types';

const priceList = action(
  'billing',
  'getProductPriceList',
  'read',
  'platform-listprice-getproductpricelist',
  listOf('productPriceList', 'billing.ProductPrice'),
  [
    text('regionCode', required),
    integer('pageNo', { limits: [{ unit: 'value', min: 0 }] }),
    integer('pageSize', { limits: [{ unit: 'value', min: 1, max: 1000 }] }),
    text('productItemKindCode'),
    text('productCategoryCode'),
    text('productCode'),
    text('productName'),
    text('payCurrencyCode', { enum: ['KRW', 'USD', 'JPY'] }),
    responseFormatType,
  ],
);

/** The service that servers belong to. */
export const serverServices = { vpc: 'vserver', classic: 'server' } as const satisfies Readonly<
  Record<Environment, Service>
>;

export const actions: readonly Action[] = [...vserverActions, ...attachedActions, ...classicActions, priceList];

const basePaths: Readonly<Record<Service, string>> = {
  server: '/server/v2',
  vserver: '/vserver/v2',
  vpc: '/vpc/v2',
  billing: '/billing/v1/product',
};

/** The action of that service and name, or undefined when it is not in the table. */
export function findAction(service: string, name: string): Action | undefined {
  return actions.find((candidate) => candidate.service === service && candidate.name === name);
}

/** The path below the host, which is also what gets signed: `/vserver/v2/getServerInstanceList`. */
export function actionPath(target: Pick<Action, 'service' | 'name'>): string {
  return `${basePaths[target.service]}/${target.name}`;
}
