/** Finds what looks like a key or a password in any text. Gives places only: a secret is never copied. */
import type { Rule } from '../rule';
import { secretArguments } from './secrets/arguments';
import { findInputs } from './secrets/inputs';
import { kinds, type Secret, type SecretKind } from './secrets/kinds';
import { findNamed } from './secrets/names';
import { findStatements } from './secrets/statements';
import { findTokens } from './secrets/tokens';

export const secret: Rule<{ kind: SecretKind }> = {
  id: 'secret',
  severity: 'warning',
  what: {
    en: ({ kind }) => `This looks like ${kinds[kind].en}.`,
    ko: ({ kind }) => `${kinds[kind].ko} 보이는 값이 있습니다.`,
  },
  why: {
    en: 'The script is kept by NCP and can be read by everyone with access to it, and on the server itself. Let it be fetched at boot, or set it afterwards.',
    ko: '스크립트 내용은 NCP에 저장되어, 권한이 있는 모든 사용자와 서버에서 읽을 수 있습니다. 부팅할 때 외부에서 가져오거나 서버를 생성한 뒤에 설정하십시오.',
  },
  programs: secretArguments,
  isCertain: true,
  find({ text, opening: { language } }, passwords) {
    const tokens = findTokens(text);
    const hasAws = tokens.some(({ args }) => args.kind === 'aws');
    const others = [...findInputs(text), ...findNamed(text, language, hasAws), ...findStatements(text, language)];
    return withoutOverlaps([...tokens, ...others, ...passwords]);
  },
};

/** Puts secrets into order; of two that overlap the one found first, the more particular one, stays. */
function withoutOverlaps(secrets: readonly Secret[]): Secret[] {
  const ordered = secrets.map((secret, rank) => ({ secret, rank }));
  ordered.sort((a, b) => a.secret.start - b.secret.start);
  const kept: typeof ordered = [];
  for (const item of ordered) {
    const last = kept.at(-1);
    if (!last || item.secret.start >= last.secret.end) kept.push(item);
    else if (item.rank < last.rank) kept[kept.length - 1] = item;
  }
  return kept.map(({ secret }) => secret);
}
