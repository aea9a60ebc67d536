/** The arguments that `ssh` is started with. No shell of this computer reads them. */
import { isPort } from './address';
import { isHost, isUser, type SshLogin } from './login';

export interface SshRun {
  /** Options by their name in `ssh_config`: `{ BatchMode: 'yes' }`. */
  readonly options?: Readonly<Record<string, string>>;
  /**
   * What runs on the server. The shell of the server gets the words as one line, so they may hold nothing that a shell
   * would change.
   */
  readonly command?: readonly string[];
}

/** @throws TypeError for a login that came from elsewhere than `loginOf`. */
export function sshArguments(login: SshLogin, { options = {}, command = [] }: SshRun = {}): string[] {
  const { host, port, user, alias, identityFile } = login;
  if (!isHost(host) || !isPort(port) || !isUser(user) || !/^ncp-\d+$/.test(alias)) throw new TypeError('unfit login');
  const all = {
    HostKeyAlias: alias,
    ...(identityFile === undefined ? {} : { IdentitiesOnly: 'yes' }),
    ...options,
  };
  return [
    ...(identityFile === undefined ? [] : ['-i', identityFile]),
    ...Object.entries(all).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
    '-p',
    String(port),
    '-l',
    user,
    '--',
    host,
    ...command,
  ];
}
