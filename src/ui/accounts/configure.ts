/**
 * Keys that other tools of NAVER Cloud Platform keep: `~/.ncloud/configure` and the environment. Reads text, touches nothing.
 *
 * The lines are read here and not by `ini` from npm: that takes `#` and `;` within a value for a comment and so would
 * offer half a secret as a whole one, and it makes a tree of every section that has dots in its name.
 */
import type { SiteName } from '../../client/index';

/** A key that was found. Without a `site` its address is none that keys may be sent to. */
export interface Found {
  /** The section, or undefined for keys outside of sections and from the environment. */
  readonly name: string | undefined;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The address as written; empty where there is none. */
  readonly address: string;
  readonly site: SiteName | undefined;
}

/** A section that names a key which cannot be used: one line is missing, or a value cannot be a key. */
export interface Unusable {
  /** As in `Found`. */
  readonly name: string | undefined;
  /** The line that is missing, or `characters` where a value has blanks or signs that no key has. */
  readonly fault: 'ncloud_access_key_id' | 'ncloud_secret_access_key' | 'characters';
}

type Endpoints = Readonly<Record<SiteName, { readonly endpoint: string }>>;

/** What a configure file holds. */
export interface Configure {
  readonly found: readonly Found[];
  readonly unusable: readonly Unusable[];
}

/** Longer names of sections are cut: they become labels. */
const longestName = 60;

/** The documented name first, then that of the environment variables, which people write into the file as well. */
const names = {
  accessKey: ['ncloud_access_key_id', 'ncloud_access_key'],
  secretKey: ['ncloud_secret_access_key', 'ncloud_secret_key'],
  address: ['ncloud_api_url', 'ncloud_api_gw'],
} as const;

/**
 * Reads the text of a configure file, with or without sections. Names count without regard to case, and a line may begin
 * with `export`, as in files that a shell reads too. Takes any text and never throws.
 */
export function readConfigure(text: string, sites: Endpoints): Configure {
  const found: Found[] = [];
  const unusable: Unusable[] = [];
  for (const [section, lines] of sectionsOf(text)) {
    const name = section && [...section].slice(0, longestName).join('');
    const value = (of: keyof typeof names) => names[of].map((line) => lines.get(line)).find(Boolean) ?? '';
    const [accessKey, secretKey] = [value('accessKey'), value('secretKey')];
    if (accessKey === '' && secretKey === '') continue;
    if (accessKey === '') unusable.push({ name, fault: names.accessKey[0] });
    else if (secretKey === '') unusable.push({ name, fault: names.secretKey[0] });
    else if (!/^[\x21-\x7e]+$/.test(accessKey + secretKey)) unusable.push({ name, fault: 'characters' });
    else found.push(toFound(name, accessKey, secretKey, value('address'), sites));
  }
  return { found, unusable };
}

/** The key in the environment variables, in the order in which NCP's own tools look at them. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  sites: Endpoints,
): Found | undefined {
  const accessKey = env.NCLOUD_ACCESS_KEY_ID || env.NCLOUD_ACCESS_KEY;
  const secretKey = env.NCLOUD_SECRET_ACCESS_KEY || env.NCLOUD_SECRET_KEY;
  if (!accessKey || !secretKey) return undefined;
  return toFound(undefined, accessKey, secretKey, env.NCLOUD_API_GW ?? '', sites);
}

/** The lines of each section by their lower-case names, in the order of the file; of two that are alike the last counts. */
function sectionsOf(text: string): Map<string | undefined, Map<string, string>> {
  const sections = new Map<string | undefined, Map<string, string>>();
  let section: string | undefined;
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const written = line.replace(/^\ufeff/, '').trim();
    if (/^[#;]/.test(written)) continue;
    const end = written.startsWith('[') ? written.indexOf(']') : -1;
    const equals = written.indexOf('=');
    if (end > 0) section = written.slice(1, end).trim() || undefined;
    else if (equals > 0) {
      const lines = sections.get(section) ?? new Map<string, string>();
      sections.set(section, lines);
      const name = written
        .slice(0, equals)
        .replace(/^export\s/i, '')
        .trim();
      lines.set(name.toLowerCase(), unquoted(written.slice(equals + 1).trim()));
    }
  }
  return sections;
}

/** A value without its quotes, and without a comment that stands apart from it: no key has blanks. */
function unquoted(text: string): string {
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, 1);
    if (end > 0 && /^(\s*$|\s+[#;])/.test(text.slice(end + 1))) return text.slice(1, end);
  }
  const comment = text.search(/\s[#;]/);
  return comment === -1 ? text : text.slice(0, comment).trimEnd();
}

function toFound(
  name: string | undefined,
  accessKey: string,
  secretKey: string,
  address: string,
  sites: Endpoints,
): Found {
  return { name, accessKey, secretKey, address, site: siteOf(address, sites) };
}

/** No address means the public site, as the tools take it. */
function siteOf(address: string, sites: Endpoints): SiteName | undefined {
  if (address === '') return 'public';
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, username, password } = new URL(address);
  if (pathname !== '/' || username !== '' || password !== '') return undefined;
  return (Object.keys(sites) as SiteName[]).find((site) => sites[site].endpoint === origin);
}
