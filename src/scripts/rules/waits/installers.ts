/** Installers that ask, as a program, as a downloaded script, or fed to a shell by a pipe. */
import { argumentsOf, type Invocation } from '../../commands/invocation';
import type { CommandCheck } from '../../rule';
import type { Script } from '../../script';
import { question } from './question';
import { told, type Wait, type WaitArgs } from './waiting';

export const installers: Readonly<Record<string, CommandCheck<WaitArgs>>> = {
  'rustup-init rustup-init.sh': question({
    asks: /^/,
    answered: /(?:^| )-\w*[yhV]|--help/,
    option: '-y',
    fixedAfter: 0,
  }),
  'curl wget': checkPipedInstaller,
  'ipa-client-install ipa-server-install': question({
    asks: /^/,
    answered: /(?:^| )(?:-\w*U|--unattended|--uninstall|-h|--help|--version)\b/,
    option: '--unattended',
    fixedAfter: 0,
  }),
  'bash sh zsh': question({
    asks: /^(?:-\w+ )*(?:\S*\/)?(?:Mini(?:conda|forge)|Mambaforge|Anaconda)\S*\.sh\b/i,
    answered: / -\w*[bh]/,
    option: '-b',
  }),
};

/** Installers that a pipe feeds to a shell and that ask unless that shell hands on an answer, or the environment has one. */
function checkPipedInstaller(invocation: Invocation, { text, mentions }: Script): Wait | undefined {
  const { command } = invocation;
  if (!command.isPiped) return undefined;
  const installer = argumentsOf(invocation)
    .map((value) => /^(?:https:\/\/)?(sh\.rustup\.rs|sdk\.cloud\.google\.com)\/?$/.exec(value)?.[1])
    .find((address) => address !== undefined);
  if (installer === undefined) return undefined;
  const from = command.end(command.length - 1);
  const rest = /^[^|\n;]{0,100}\|\s*(?:sudo )?(?:\S*\/)?(?:ba|da|z)?sh\b([^|;&#\n]{0,200})/.exec(
    text.slice(from, from + 400),
  );
  const option = installer === 'sh.rustup.rs' ? '-y' : '--disable-prompts';
  const isAnswered = installer !== 'sh.rustup.rs' && mentions('CLOUDSDK_CORE_DISABLE_PROMPTS=1');
  if (!rest || / (?:-y|-qy|--disable-prompts)\b/.test(rest[1] ?? '') || isAnswered) return undefined;
  const end = from + rest[0].length - (rest[1] ?? '').length;
  const place = told(invocation, `${invocation.name} ${installer} | sh`, `-s -- ${option}`);
  const isBare = (rest[1] ?? '').trim() === '';
  return {
    ...place,
    end,
    ...(isBare && { edits: [{ start: end, end, text: ` -s -- ${option}` }] }),
  };
}
