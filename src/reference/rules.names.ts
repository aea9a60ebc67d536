/** Names, serial numbers and tags. */
import { findCreateParameter } from './create';
import type { Finding, Form, Rules } from './form';
import { breach, measure } from './limits';
import { genericName, mostSerials, serverNames } from './names';
import { checkValue } from './rules.fields';
import { systemName } from './systems';

/** The most servers in one VPC request, as three sources give it; the official page gives none. */
const disputedCounts = { low: 10, middle: 20, high: 100 } as const;

export const nameRules = {
  nameEnd: {
    say: {
      en: ({ arg }) =>
        arg('count') === '1'
          ? 'End the name in a letter or digit.'
          : 'End the name in a letter or digit: numbers are added, but NCP may still refuse the last character.',
      ko: ({ arg }) =>
        arg('count') === '1'
          ? '이름을 소문자나 숫자로 끝내십시오.'
          : '이름 뒤에 번호가 붙지만 마지막 문자 때문에 NCP가 거부할 수 있으므로, 소문자나 숫자로 끝내는 것이 안전합니다.',
    },
    check(form) {
      const name = form.value('serverName');
      if (form.environment !== 'vpc' || !name.endsWith('-')) return [];
      return [{ name: 'serverName', severity: form.count > 1 ? 'warning' : 'error', args: { count: form.count } }];
    },
  },
  unusualName: {
    say: {
      en: 'Prefer a–z, 0–9 and -; whether Classic takes other characters is not documented.',
      ko: '소문자, 숫자, -를 권장합니다. Classic에서 다른 문자를 사용할 수 있는지는 문서에 없습니다.',
    },
    check(form) {
      const name = form.value('serverName');
      if (form.environment !== 'classic' || name === '') return [];
      if (/^[a-z][a-z0-9-]*$/.test(name) && (form.count > 1 || /[a-z0-9]$/.test(name))) return [];
      return [{ name: 'serverName', severity: 'warning' }];
    },
  },
  resultTooLong: {
    say: {
      en: ({ arg }) =>
        `Shorten the name: with its number, ${arg('name')} has ${arg('actual')} characters of at most ${arg('limit')}.`,
      ko: ({ arg }) =>
        `번호를 붙이면 ${arg('actual')}자(${arg('name')})가 되어 최대 ${arg('limit')}자를 넘습니다. 이름을 줄이십시오.`,
    },
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
    say: {
      en: ({ arg }) => {
        const [value, limit, actual] = [arg('value'), arg('limit'), arg('actual')];
        const system = systemName(arg('os'));
        return arg('severity') === 'error'
          ? `Shorten it: ${value} has ${actual} characters, and with ${system} there are at most ${limit}, serial number included.`
          : `Better shorten it: ${value} has ${actual} characters, and with ${system} NCP is reported to take at most ${limit}, serial number included.`;
      },
      ko: ({ arg }) => {
        const [value, limit, actual] = [arg('value'), arg('limit'), arg('actual')];
        const system = systemName(arg('os'));
        return arg('severity') === 'error'
          ? `이름을 줄이십시오. ${system} 서버는 번호를 포함하여 최대 ${limit}자이며, ‘${value}’ 이름은 ${actual}자입니다.`
          : `이름을 줄이는 것이 안전합니다. ${system} 서버는 번호를 포함하여 ${limit}자를 넘으면 거부된 사례가 있으며, ‘${value}’ 이름은 ${actual}자입니다.`;
      },
    },
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
    say: {
      en: ({ arg }) =>
        `Lower the number to be safe: NCP may refuse ${arg('actual')} at once. Its docs and tools give ${arg('low')}, ${arg('middle')} and ${arg('high')} as the most.`,
      ko: ({ arg }) =>
        `한 번에 생성할 수 있는 최대 대수가 문서마다 다릅니다(${arg('low')}, ${arg('middle')}, ${arg('high')}). ${arg('actual')}대는 거부될 수 있습니다.`,
    },
    check: (form) =>
      form.environment === 'vpc' && form.count > disputedCounts.low
        ? [{ name: 'serverCreateCount', severity: 'warning', args: { ...disputedCounts, actual: form.count } }]
        : [],
  },
  serials: {
    say: {
      en: ({ arg }) =>
        `Lower the number of servers (${arg('count')}) or the first serial number (${arg('start')}): together they are ${arg('sum')} of at most ${arg('limit')}.`,
      ko: ({ arg }) =>
        `서버 수(${arg('count')})나 시작 번호(${arg('start')})를 줄이십시오. 두 값의 합(${arg('sum')})이 최댓값(${arg('limit')})을 넘습니다.`,
    },
    code: { classic: '10706' },
    check(form) {
      const start = startOf(form);
      if (form.count + start <= mostSerials) return [];
      return [
        {
          name: 'serverCreateStartNo',
          severity: form.environment === 'classic' ? 'error' : 'warning',
          args: { count: form.count, start, sum: form.count + start, limit: mostSerials },
        },
      ];
    },
  },
  tagPair: {
    say: { en: 'Give each tag both a key and a value.', ko: '태그마다 키와 값을 모두 입력하십시오.' },
    check: (form) =>
      form.items('instanceTagList').flatMap((index): Finding[] => {
        const key = `instanceTagList.${index}.tagKey`;
        const value = `instanceTagList.${index}.tagValue`;
        if (form.value(key) !== '' && form.value(value) !== '') return [];
        return [{ name: form.value(key) === '' ? key : value }];
      }),
  },
  tagTwice: {
    say: {
      en: ({ arg }) => `Use the tag key ${arg('value')} only once.`,
      ko: ({ arg }) => `‘${arg('value')}’ 태그 키가 중복되었습니다. 다른 키를 입력하십시오.`,
    },
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
