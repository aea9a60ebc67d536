// Answers of a sandbox whose servers are others than it holds.
import type { Fault } from '../../src/sandbox/index';

export type ServerRow = Record<string, unknown>;

/** A fault that changes the servers of an action's answer on its way out. */
export function editedRows(action: string, change: (rows: ServerRow[]) => ServerRow[]): Fault {
  const edit = (body: string) => {
    const json = JSON.parse(body);
    const inside = json[`${action}Response`];
    inside.serverInstanceList = change(inside.serverInstanceList);
    inside.totalRows = inside.serverInstanceList.length;
    return JSON.stringify(json);
  };
  return { action, where: 'in-body', what: { edit } };
}
