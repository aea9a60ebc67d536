/** The rules that the author of a script does not want to be told of: a comment names them, `# ncloud-ignore reboot`. */
import { type Edit, type Finding, ruleOf } from './finding';

const word = '# ncloud-ignore';

const comments = /^[ \t]*# ?ncloud-ignore:?[ \t]+([a-z][a-z-]*(?:,?[ \t]+[a-z][a-z-]*)*)/gm;

/** The findings but for those whose rules are named in such a comment of the text. */
export function withoutIgnored(text: string, findings: Finding[]): Finding[] {
  const names = new Set([...commentsOf(text)].flatMap(([, rules = '']) => rules.split(/[, \t]+/)));
  return names.size === 0 ? findings : findings.filter((one) => !isIgnorable(one) || !names.has(ruleOf(one)));
}

/** The edit that has the rule of a finding ignored; undefined where that cannot be, or where no comment has its place. */
export function ignoringEdit(text: string, finding: Finding): Edit | undefined {
  if (!isIgnorable(finding)) return undefined;
  const rule = ruleOf(finding);
  const [comment] = commentsOf(text);
  if (comment) {
    const end = comment.index + comment[0].length;
    return { start: end, end, text: ` ${rule}` };
  }
  const second = text.indexOf('\n') + 1;
  if (!text.startsWith('#!') || second === 0) return undefined;
  return { start: second, end: second, text: `${word} ${rule}\n` };
}

/** What keeps a script from running, and what others may read in it, is told in any case. */
function isIgnorable({ severity, rule }: Finding): boolean {
  return severity !== 'error' && rule !== 'secret' && rule !== 'cloud-init-header';
}

function commentsOf(text: string): Iterable<RegExpExecArray> {
  return text.includes('ncloud-ignore') ? text.matchAll(comments) : [];
}
