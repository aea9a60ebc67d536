/** A rule on variables that a shell script uses and never sets, as the values of a template do. */
import type { Rule } from '../rule';

/** Set by the environment of some commands and images, in small letters. */
const environment = new Set('http_proxy https_proxy ftp_proxy all_proxy no_proxy'.split(' '));

export const unsetVariable: Rule<{ variable: string; ends: number }> = {
  id: 'unset-variable',
  severity: 'information',
  what: {
    en: ({ variable, ends }) =>
      ends
        ? `The script never sets ${variable}, and set -u ends it here.`
        : `The script never sets ${variable}, which is empty here.`,
    ko: ({ variable, ends }) =>
      ends
        ? `‘${variable}’ 변수에 값을 지정하는 곳이 없어 set -u 때문에 스크립트가 여기서 종료됩니다.`
        : `‘${variable}’ 변수에 값을 지정하는 곳이 없어 여기서 빈 값이 됩니다.`,
  },
  why: {
    en: 'Set it before, or write \\$ where the dollar sign itself is meant. If this is a Terraform template, use the text that templatefile() gives.',
    ko: '먼저 값을 지정하십시오. ‘$’ 문자 자체가 필요하면 ‘\\$’ 형식으로 적고, Terraform 템플릿이면 templatefile()로 값을 채운 내용을 사용하십시오.',
  },
  find({ grammar }) {
    if (!grammar) return [];
    return [...grammar.uses.values()]
      .filter(({ name, isGuarded }) => /[a-z]/.test(name) && !isGuarded && !environment.has(name))
      .filter(({ name }) => !grammar.sets(name))
      .map(({ start, end, name }) => {
        const isEnd = start > grammar.strictFrom;
        const severity = isEnd ? 'warning' : 'information';
        return { start, end, args: { variable: `$${name}`.slice(0, 60), ends: Number(isEnd) }, severity };
      });
  },
};
