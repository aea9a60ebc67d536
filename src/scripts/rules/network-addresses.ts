/** Which addresses a server reaches without the internet. */
import type { Script } from '../script';

/** What is known of an address before the script runs. */
type Place = 'local' | 'remote' | 'unknown';

/** Private, link-local and loopback addresses, and names that only the network of the server knows. */
const localHost =
  /^(?:localhost|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|0\.0\.0\.0|\[(?:::[01]?|(?:0{1,4}:){7}0{0,3}[01]|f[cdef][\da-f]*:[\da-f:]*)\]|(?:[\w-]+\.)+(?:internal|local|localdomain|localhost|lan|svc|test|home\.arpa))$/i;

/** A variable of such a name holds an address of the own network, if nothing else is known of it. */
const localName = /(?:^|_|[a-z])(?:ip|addr|address|host|hostname|server|node|master|leader|endpoint)s?$/i;

const scheme = /^[a-z][\w+.-]*:\/\//i;
const variable = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?-([^}]*))?[^}]*\})/;

/** A variable may hold another one. */
const deepest = 3;

/** True when addresses are among the words of a command, and all of them lie in the network of the server. */
export function areLocal(words: readonly string[], script: Script): boolean {
  const places = words.map((word) => placeOf(word.replace(/^--?[\w-]+=/, ''), script, 0));
  return places.includes('local') && !places.includes('remote');
}

/** True for the name of a file or folder. */
export function isPath(word: string): boolean {
  return /^(?:\.{0,2}\/|~|file:)/.test(word);
}

function placeOf(address: string, script: Script, depth: number): Place {
  if (/^file:/i.test(address)) return 'local';
  const start = scheme.exec(address)?.[0] ?? '';
  const rest = address.slice(start.length, start.length + 500).replace(/^[^/?#@\s]*@/, '');
  const match = variable.exec(rest);
  if (match) {
    const name = match[1] ?? match[2] ?? '';
    const values = depth < deepest ? [...script.valuesOf(name), ...(match[3] ? [match[3]] : [])] : [];
    const after = rest.slice(match[0].length);
    const known = values.slice(0, 4).map((value) => placeOf(start + value + after, script, depth + 1));
    if (known.includes('remote')) return 'remote';
    if (known.includes('local')) return 'local';
    return start !== '' && localName.test(name) ? 'local' : 'unknown';
  }
  const host = /^(?:\[[\da-f:]+\]|[\w.-]+)/i.exec(rest)?.[0] ?? '';
  if (localHost.test(host)) return 'local';
  // Where a bucket lies, another word of the command tells.
  if (start === '' || /^(?:s3|gs|az):/i.test(start)) return 'unknown';
  // A name of one part is known to the server or its network alone; so much of it may be a variable.
  const isNamed = host !== '' && !rest.startsWith('$', host.length);
  return isNamed && !/[.[]/.test(host) ? 'local' : 'remote';
}
