/** Names, serial numbers and tags. */
import { findCreateParameter } from './create';
import type { Finding, Form, Rules } from './form';
import { genericName, serverNames } from './names';
import { breach, checkValue, measure } from './rules.fields';

/** The most servers in one VPC request, as three sources give it; the official page gives none. */
const disputedCounts = { low: 10, middle: 20, high: 100 } as const;

export const nameRules = {
  nameEnd: {
    check(form) {
      const name = form.value('serverName');
      if (form.environment !== 'vpc' || !name.endsWith('-')) return [];
      return [{ name: 'serverName', severity: form.count > 1 ? 'warning' : 'error', args: { count: form.count } }];
    },
  },
  unusualName: {
    check(form) {
      const name = form.value('serverName');
      if (form.environment !== 'classic' || name === '') return [];
      if (/^[a-z][a-z0-9-]*$/.test(name) && (form.count > 1 || /[a-z0-9]$/.test(name))) return [];
      return [{ name: 'serverName', severity: 'warning' }];
    },
  },
  resultTooLong: {
    check(form) {
      const name = form.value('serverName');
      const own = findCreateParameter(form.environment, 'serverName')?.systemLimits;
      const isNarrower = form.system !== undefined && own?.[form.system] !== undefined;
      if (name === '' || name.length > 30 || form.count <= 1 || isNarrower) return [];
      const first = firstName(form);
      if (first.length <= 30) return [];
      return [{ name: 'serverName', severity: 'warning', args: { name: first, actual: first.length, limit: 30 } }];
    },
  },
  systemLimit: {
    code: { classic: '905' },
    check: (form) =>
      form.names.flatMap((name): Finding[] => {
        const parameter = findCreateParameter(form.environment, genericName(name));
        const limit = form.system && parameter?.systemLimits?.[form.system];
        // What breaks the limit for all systems is told by that one.
        if (!parameter || !limit || checkValue(parameter, name, form.value(name), 'form')) return [];
        const value = name === 'serverName' ? firstName(form) : form.value(name);
        const broken = breach(limit, measure(limit.unit, value, 'form'));
        const { severity } = limit;
        return broken ? [{ name, severity, args: { ...broken.args, value, os: form.system ?? '', severity } }] : [];
      }),
  },
  countDisputed: {
    check: (form) =>
      form.environment === 'vpc' && form.count > disputedCounts.low
        ? [{ name: 'serverCreateCount', severity: 'warning', args: { ...disputedCounts, actual: form.count } }]
        : [],
  },
  serials: {
    code: { classic: '10706' },
    check(form) {
      const start = startOf(form);
      if (form.count + start <= 1000) return [];
      return [
        {
          name: 'serverCreateStartNo',
          severity: form.environment === 'classic' ? 'error' : 'warning',
          args: { count: form.count, start, sum: form.count + start, limit: 1000 },
        },
      ];
    },
  },
  tagPair: {
    check: (form) =>
      form.items('instanceTagList').flatMap((index): Finding[] => {
        const key = `instanceTagList.${index}.tagKey`;
        const value = `instanceTagList.${index}.tagValue`;
        if (form.value(key) !== '' && form.value(value) !== '') return [];
        return [{ name: form.value(key) === '' ? key : value }];
      }),
  },
  tagTwice: {
    check: (form) => repeated(form, 'instanceTagList', 'tagKey').map(({ name, value }) => ({ name, args: { value } })),
  },
} as const satisfies Rules;

/** The name that the first server gets. */
function firstName(form: Form): string {
  const name = form.value('serverName');
  return serverNames(name, Math.min(form.count, 2), startOf(form))[0] ?? name;
}

function startOf(form: Form): number {
  const start = form.value('serverCreateStartNo');
  if (/^\d+$/.test(start)) return Number(start);
  return form.count > 1 ? 1 : 0;
}

/** The second and further items of a list whose field has a value that an earlier item has. */
export function repeated(form: Form, list: string, field: string): { name: string; value: string }[] {
  const seen = new Set<string>();
  return form.items(list).flatMap((index) => {
    const name = `${list}.${index}.${field}`;
    const value = form.value(name);
    if (value === '') return [];
    if (seen.has(value)) return [{ name, value }];
    seen.add(value);
    return [];
  });
}
