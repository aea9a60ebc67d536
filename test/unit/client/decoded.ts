// Bodies as the client takes them.
import { Decoder } from '../../../src/client/decode';
import type { Service } from '../../../src/reference';

const decoder = new Decoder();

export function decode(
  body: string | undefined,
  status = 200,
  action = 'getServerInstanceList',
  service: Service = 'vserver',
) {
  return decoder.decode({ service, action, status, body, secrets: [] });
}
