/** A rule on `source ~/.bashrc`, by which installers such as that of nvm want to be found. */
import { argumentsOf } from '../commands/invocation';
import type { Rule } from '../rule';

const settings = /(?:^|\/)\.bashrc$/;

/** Systems whose file goes on for scripts too, and shells that are interactive. */
const goesOn = ['dnf ', 'yum ', 'PS1', 'bash -i', 'bash -li'];

export const shellSettings: Rule<Record<never, never>> = {
  id: 'shell-settings',
  severity: 'information',
  what: {
    en: 'On Ubuntu, .bashrc ends at its top when a script reads it: what was added to it does not count.',
    ko: 'Ubuntu의 ‘.bashrc’ 파일은 스크립트에서 읽으면 첫머리에서 끝나, 뒤에 추가된 설정이 적용되지 않습니다.',
  },
  why: {
    en: 'It is for shells of a person. Read the file that is meant, such as nvm.sh of nvm, or set PATH in the script.',
    ko: '대화형 셸을 위한 파일입니다. nvm의 nvm.sh처럼 필요한 파일을 직접 읽거나, 스크립트에서 PATH를 지정하십시오.',
  },
  isToldOnce: true,
  programs: {
    'source .': (invocation, { mentions }) => {
      const { command, at } = invocation;
      if (!settings.test(argumentsOf(invocation)[0] ?? '') || goesOn.some(mentions)) return undefined;
      return { start: command.start(at), end: command.end(at + 1), args: {} };
    },
  },
};
