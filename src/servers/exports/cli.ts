/** The create request as a call of NAVER Cloud's own command line tool. */
import { serverServices } from '../../reference';
import { type ToolFacts, writtenFor } from './facts';
import { creationNote, type ExportRequest } from './request';
import { posixQuote, refuseControls, UnquotableError } from './shell';
import { type Tree, treeOf } from './tree';

/** The version is one that was seen; the page of the action tells how lists and objects are written. */
export const cliFacts: ToolFacts = {
  product: 'the ncloud command line tool',
  version: '1.1.23',
  asOf: '2024-11',
  source: 'https://cli.ncloud-docs.com/docs/en/cli-vserver-server-createserverinstances',
};

/**
 * One `ncloud` command for a POSIX shell. List items are words of their own, objects are `key='value'` pairs in one
 * word. The tool reads its keys from its own configuration. The comments hold no sign that means something to a shell
 * which knows no comments when it is typed into, such as zsh. Throws UnquotableError for a value with control
 * characters, and for one with a quote inside a list or an object, which the tool has no documented way to write.
 */
export function cliCommand(request: ExportRequest): string {
  const service = serverServices[request.environment];
  for (const [name, value] of Object.entries(request.values)) {
    refuseControls(name, value);
    if (name.includes('.') && /['\\]/.test(value)) throw new UnquotableError(name);
  }
  const options = Object.entries(treeOf(request.values)).map(([name, value]) => `--${name} ${words(value)}`);
  const notes = [creationNote(request), writtenFor(cliFacts)];
  if (request.values.userData !== undefined) {
    notes.push('The user data is base64 as the API takes it. Whether the tool encodes it once more is not documented.');
  }
  const head = notes.map((note) => `# ${note}\n`).join('');
  return `${head}${['ncloud', service, 'createServerInstances'].join(' ')} \\\n  ${options.join(' \\\n  ')}\n`;
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
