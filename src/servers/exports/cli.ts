/** The create request as a call of NAVER Cloud's own command line tool. */
import type { ExportRequest } from './request';
import { posixQuote, refuseControls, UnquotableError } from './shell';
import { type Tree, treeOf } from './tree';

/**
 * One `ncloud` command for a POSIX shell. List items are words of their own, objects are `key='value'` pairs in one
 * word; page https://cli.ncloud-docs.com/docs/en/cli-vserver-server-createserverinstances. The tool reads its keys from
 * its own configuration. Throws UnquotableError for a value with control characters, and for one with a quote inside a
 * list or an object, which the tool has no documented way to write.
 */
export function cliCommand(request: ExportRequest): string {
  const service = request.environment === 'vpc' ? 'vserver' : 'server';
  for (const [name, value] of Object.entries(request.values)) {
    refuseControls(name, value);
    if (name.includes('.') && /['\\]/.test(value)) throw new UnquotableError(name);
  }
  const options = Object.entries(treeOf(request.values)).map(([name, value]) => `--${name} ${words(value)}`);
  return `${['ncloud', service, 'createServerInstances'].join(' ')} \\\n  ${options.join(' \\\n  ')}\n`;
}

function words(value: Tree): string {
  if (!Array.isArray(value)) return posixQuote(inline(value));
  return value.map((item) => posixQuote(inline(item))).join(' ');
}

function inline(value: Tree): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map((item) => `'${inline(item)}'`).join(', ')}]`;
  return Object.entries(value)
    .map(([name, child]) => `${name}=${typeof child === 'string' ? `'${child}'` : inline(child)}`)
    .join(', ');
}
