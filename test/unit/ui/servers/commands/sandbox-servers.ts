// The servers that the sandbox starts with, read as the view reads them.
import { NcloudClient } from '../../../../../src/client/index';
import { startSandbox } from '../../../../../src/sandbox/index';
import { listServers, type Server } from '../../../../../src/servers/index';

export async function sandboxServers(t: { after: (end: () => Promise<void>) => void }): Promise<Server[]> {
  const sandbox = await startSandbox();
  t.after(() => sandbox.stop());
  return listServers(new NcloudClient(sandbox), 'vpc', 'KR');
}
