/** What the harness needs of the extension, in one bundle. */

export { NcloudClient } from '../../src/client/index';
export { startSandbox } from '../../src/sandbox/index';
export { Catalog } from '../../src/servers/catalog';
export { PriceList } from '../../src/servers/price';
export { pageHtml } from '../../src/ui/page/html';
