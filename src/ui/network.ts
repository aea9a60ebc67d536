/**
 * What the editor leaves to an extension of its network settings. All else (http.proxy in all its kinds, http.noProxy,
 * http.proxySupport, the environment, PAC, certificates of the system) the editor sees to in every https call, as long
 * as the call brings neither a proxy nor an agent.
 */
import * as vscode from 'vscode';
import { type NetworkSettings, NotSentError } from '../client/index';

/**
 * The user's network settings of this moment. Workspace values do not count: a repository must not weaken calls.
 * @throws NotSentError `bad-proxy` where the editor would stumble over http.proxy or go past it.
 */
export function networkSettings(): NetworkSettings {
  const http = vscode.workspace.getConfiguration('http');
  const own = <T>(name: string): T | undefined => http.inspect<T>(name)?.globalValue;
  const proxy = own<string>('proxy') ?? '';
  if (proxy !== '' && own('proxySupport') !== 'off' && !isUsableProxy(proxy)) throw new NotSentError('bad-proxy');
  return { anyCertificate: own('proxyStrictSSL') === false };
}

/**
 * Whether the editor can go through a proxy of this address. It cuts the address at blanks and semicolons, decodes user
 * and password without looking, and takes an address of another kind for none.
 */
export function isUsableProxy(address: string): boolean {
  const typed = address.trim();
  if (!/^(https?|socks|socks4a?|socks5h?):\/\/[^\s;]+$/i.test(typed)) return false;
  const asHttp = typed.replace(/^\w+/, 'http');
  if (!URL.canParse(asHttp)) return false;
  const { username, password } = new URL(asHttp);
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}
