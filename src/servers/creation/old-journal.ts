/** What an older version of this extension has kept of unknown creations, made into intents. */
import { createHash } from 'node:crypto';
import { type Holder, type Intent, intentVersion } from './intent';

/** Where the older version has kept them, by account. */
export const oldKey = 'ncloud.unknownServers';

/** Of those an older version wrote: whether the process that asked still waits is not known any more. */
const nobody = { pid: 0, host: '' };

/**
 * The intents of what was kept. `placeOf` tells where an account is; its key is not known. The same entry always makes
 * the same intent, so that nothing is doubled when this is done twice. What is no entry is left out.
 */
export function oldIntents(
  kept: unknown,
  placeOf: (accountId: string) => Pick<Holder, 'environment' | 'region'> | undefined,
): Intent[] {
  if (typeof kept !== 'object' || kept === null) return [];
  return Object.entries(kept).flatMap(([accountId, entries]) => {
    const { environment, region } = placeOf(accountId) ?? { environment: 'vpc', region: '' };
    const holder = { accountId, fingerprint: '', environment, region } as const;
    return Array.isArray(entries) ? entries.flatMap((entry) => oldIntent(holder, entry)) : [];
  });
}

function oldIntent(holder: Holder, entry: unknown): Intent[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { name, askedAt, timestamp, before } = entry as Record<string, unknown>;
  if (typeof name !== 'string' || typeof askedAt !== 'number') return [];
  return [
    {
      ...{ version: intentVersion, id: idOf(holder.accountId, name, askedAt), owner: nobody, stage: 'sent', ...holder },
      ...{ names: [name], params: {}, askedAt, timestamp: typeof timestamp === 'number' ? timestamp : askedAt },
      before: Array.isArray(before) ? before.filter((number) => typeof number === 'string') : [],
      made: {},
      isLost: true,
    },
  ];
}

/** Looks like any other id and is always the same for the same entry. */
function idOf(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
