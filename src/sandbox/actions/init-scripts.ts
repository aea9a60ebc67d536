/** Init scripts of VPC. Classic can only list them by API. */
import { fieldText } from '../../reference/index';
import { type Handler, regionOf } from '../call';
import { koreanTime } from '../clock';
import { code } from '../codes';
import { refuse } from '../rules';

export const createInitScript: Handler = (call) => {
  const { params, world } = call;
  const region = regionOf(call);
  const initScriptContent = params.required('initScriptContent');
  if (!/^[\t\n\r\x20-\x7e]*$/.test(initScriptContent)) refuse('scriptText', 'vpc');
  const initScriptName = params.text('initScriptName') ?? `init-${world.random.hex(8)}`;
  if (world.vpc.initScripts.find(region, 'initScriptName', initScriptName)) {
    refuse('takenScriptName', 'vpc', { value: initScriptName });
  }
  const row = world.vpc.initScripts.add(region, {
    initScriptNo: world.numbers.next(),
    initScriptName,
    createDate: koreanTime(world.clock.now()),
    initScriptDescription: params.text('initScriptDescription') ?? '',
    initScriptContent,
    osType: code(params.text('osTypeCode') ?? 'LNX'),
  });
  return { totalRows: 1, initScriptList: [row] };
};

/** All of the list or none. The answer shows what was deleted. */
export const deleteInitScripts: Handler = (call) => {
  const { params, world } = call;
  const region = regionOf(call);
  const rows = params
    .list('initScriptNoList')
    .map((value) => world.vpc.initScripts.find(region, 'initScriptNo', value) ?? refuse('script', 'vpc', { value }));
  const gone = new Set(rows.map((row) => fieldText(row, 'initScriptNo')));
  world.vpc.initScripts.remove(region, (row) => gone.has(fieldText(row, 'initScriptNo')));
  return { totalRows: rows.length, initScriptList: rows };
};
