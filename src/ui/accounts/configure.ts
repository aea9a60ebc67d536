/** Keys that other tools of NAVER Cloud Platform keep: `~/.ncloud/configure` and the environment. Reads text, touches nothing. */
import { parse } from 'ini';
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

type Section = Readonly<Record<string, unknown>>;
type Endpoints = Readonly<Record<SiteName, { readonly endpoint: string }>>;

/** What a configure file holds. */
export interface Configure {
  readonly found: readonly Found[];
  /** The sections that hold one half of a key; undefined stands for what is outside of sections. */
  readonly halves: readonly (string | undefined)[];
}

/** Reads the text of a configure file, with or without sections. */
export function readConfigure(text: string, sites: Endpoints): Configure {
  const found: Found[] = [];
  const halves: (string | undefined)[] = [];
  const visit = (section: Section, name: string | undefined) => {
    const { ncloud_access_key_id: accessKey, ncloud_secret_access_key: secretKey, ncloud_api_url: url } = section;
    const key = toFound(name, accessKey, secretKey, url, sites);
    if (key) found.push(key);
    else if (accessKey || secretKey) halves.push(name);
    for (const [part, value] of Object.entries(section)) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      visit(value as Section, name === undefined ? part : `${name}.${part}`);
    }
  };
  visit(parse(text.replace(/^\ufeff/, '')), undefined);
  return { found, halves };
}

/** The key in the environment variables, in the order in which NCP's own tools look at them. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  sites: Endpoints,
): Found | undefined {
  return toFound(
    undefined,
    env.NCLOUD_ACCESS_KEY_ID || env.NCLOUD_ACCESS_KEY,
    env.NCLOUD_SECRET_ACCESS_KEY || env.NCLOUD_SECRET_KEY,
    env.NCLOUD_API_GW,
    sites,
  );
}

function toFound(
  name: string | undefined,
  accessKey: unknown,
  secretKey: unknown,
  url: unknown,
  sites: Endpoints,
): Found | undefined {
  if (typeof accessKey !== 'string' || typeof secretKey !== 'string' || !accessKey || !secretKey) return undefined;
  const address = typeof url === 'string' ? url : '';
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
