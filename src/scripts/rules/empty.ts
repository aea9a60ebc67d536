import type { Environment } from '../../reference/types';
import type { Place, Rule } from '../rule';

/** Nothing else is looked for in such a script. */
export const empty: Rule = {
  id: 'empty',
  severity: 'warning',
  what: { en: 'The script is empty.', ko: '스크립트가 비어 있습니다.' },
  why: {
    en: 'A server that gets no commands starts up as if it had no script. Write some, or leave the script out.',
    ko: '명령이 없으면 서버는 스크립트가 없는 것과 똑같이 시작됩니다. 명령을 작성하거나 스크립트 지정을 해제하십시오.',
  },
};

/** Classic refuses user data that are given and have no byte. */
export function emptyPlace(text: string, environment: Environment): Place {
  const severity = environment === 'classic' && text === '' ? 'error' : 'warning';
  return { start: 0, end: text.length, args: {}, severity };
}
