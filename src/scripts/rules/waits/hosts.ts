/** Programs that ask whether a host that they have not met is to be trusted. Without a terminal they give up. */
import { argumentsOf } from '../../commands/invocation';
import type { CommandCheck } from '../../rule';
import type { Script } from '../../script';
import { addOption, ask, type WaitArgs } from './waiting';

/** Longer argument lists are cut off here. */
const longest = 1_000;

/** What makes hosts known, or the question needless. */
const remedies = [
  'StrictHostKeyChecking',
  'stricthostkeychecking',
  'known_hosts',
  'KnownHosts',
  'ssh-keyscan',
  'ssh_config',
  '.ssh/config',
  'BatchMode',
  'VerifyHostKeyDNS',
];

/** `host:path`, `user@host:path`; not `host::module`. */
const elsewhere = /(?:^| )[^\s/:=-][^\s/:=]*:(?!:|\/\/)/;
const clonedBySsh = /(?:^| )clone (?:.* )?(?:ssh:\/\/|[\w.-]+@[^\s/:@]+:)/;

export const hosts: Readonly<Record<string, CommandCheck<WaitArgs>>> = {
  'ssh sftp': meeting(/^(?!-[VQGO]).*[^\s-]/, (invocation, script) =>
    addOption(invocation, invocation.name, -1, trusting(script)),
  ),
  scp: meeting(elsewhere, (invocation, script) => addOption(invocation, invocation.name, -1, trusting(script))),
  /** It asks for a password. */
  'ssh-copy-id': (invocation) => ask(invocation, ''),
  rsync: meeting(elsewhere, (invocation, script) => ask(invocation, `-e 'ssh ${trusting(script)}'`)),
  git: meeting(clonedBySsh, (invocation, script) =>
    ask(invocation, `-c core.sshCommand='ssh ${trusting(script)}'`, 'git clone'),
  ),
};

/** Only arguments that name a host count, in a script that knows none. */
function meeting(host: RegExp, check: CommandCheck<WaitArgs>): CommandCheck<WaitArgs> {
  return (invocation, script) => {
    if (!host.test(argumentsOf(invocation).join(' ').slice(0, longest))) return undefined;
    return remedies.some((word) => script.mentions(word)) ? undefined : check(invocation, script);
  };
}

/** OpenSSH 7.4 of CentOS 7 does not know `accept-new`. */
function trusting(script: Script): string {
  return `-oStrictHostKeyChecking=${script.mentions('yum ') ? 'no' : 'accept-new'}`;
}
