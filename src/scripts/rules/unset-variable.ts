/** A rule on variables that a shell script uses and never sets, as the values of a template do. */
import { type Grammar, isInBody, type Use } from '../grammar';
import type { Rule } from '../rule';

/** Set by the environment of some commands and images, in small letters. */
const environment = new Set('http_proxy https_proxy ftp_proxy all_proxy no_proxy'.split(' '));

/** Those of nginx, whose configuration scripts write by here-documents. */
const ofNginx =
  /^(?:host|scheme|uri|args|is_args|status|body_bytes_sent|request(?:_\w+)?|remote_(?:addr|port|user)|binary_remote_addr|server_(?:name|port|addr|protocol)|document_(?:root|uri)|realpath_root|query_string|connection_upgrade|proxy_add_x_forwarded_for|time_(?:local|iso8601)|(?:http|sent_http|cookie|arg|upstream|fastcgi|ssl)_\w+)$/;

/** A configuration has fewer names, and fewer places of each. */
const mostNames = 30;
const mostUses = 20;

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
  fix: { en: 'Write \\$ for the variables of nginx', ko: 'nginx 변수의 ‘$’ 문자를 ‘\\$’ 형식으로 변경' },
  find({ grammar, mentions }) {
    if (!grammar) return [];
    const unset = [...grammar.uses.values()]
      .filter(({ name, isGuarded }) => /[a-z]/.test(name) && !isGuarded && !environment.has(name))
      .filter(({ name }) => !grammar.sets(name));
    const named = mentions('nginx') ? unset.filter(({ name }) => ofNginx.test(name)) : [];
    const nginx = named.slice(0, mostNames).filter((use) => isWritten(use, grammar));
    // All of them share one mend.
    const edits = nginx.flatMap(({ starts }) => starts.map((start) => ({ start, end: start, text: '\\' })));
    return unset.map((use) => {
      const { start, end, name } = use;
      const isEnd = start > grammar.strictFrom;
      const severity = isEnd ? 'warning' : 'information';
      const args = { variable: `$${name}`.slice(0, 60), ends: Number(isEnd) };
      return { start, end, args, severity, ...(nginx.includes(use) && { edits }) };
    });
  },
};

/** Whether all that happens to the variable is that here-documents write it. */
function isWritten({ starts }: Use, grammar: Grammar): boolean {
  return starts.length <= mostUses && starts.every((start) => isInBody(grammar, start));
}
