// A process of its own for the bench of long lists: its work must not count as the editor's. Prints its endpoint and keys.
import { startSandbox } from '../../src/sandbox/index';

/** The most rows that one answer holds, with paging or without. */
const mostRows = 1_000;

async function main() {
  const sandbox = await startSandbox({ servers: Number(process.argv[2]) });
  sandbox.faults.add({
    action: 'getServerInstanceList',
    where: 'in-body',
    times: Number.MAX_SAFE_INTEGER,
    what: { edit: shortened },
  });
  const { endpoint, accessKey, secretKey } = sandbox;
  console.log(JSON.stringify({ endpoint, accessKey, secretKey }));
}

/** The rows that fit; `totalRows` tells how many there are. */
function shortened(body: string): string {
  const answer = JSON.parse(body) as Record<string, { serverInstanceList: unknown[] }>;
  const list = answer.getServerInstanceListResponse;
  if (!list || list.serverInstanceList.length <= mostRows) return body;
  list.serverInstanceList.length = mostRows;
  return JSON.stringify(answer);
}

void main();
