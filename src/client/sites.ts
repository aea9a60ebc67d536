/** The three sites of NAVER Cloud Platform, and which addresses a signed call may go to. */
import { NotSentError } from './errors';

export interface Site {
  readonly endpoint: string;
  /** Where price look-ups go; left out where no such host is known. */
  readonly billingEndpoint?: string;
  readonly console: string;
  readonly regions: readonly string[];
}

export type SiteName = 'public' | 'government' | 'finance';

/** https://api.ncloud-docs.com/docs/en/common-ncpapi and its sister pages of the other two sites. */
export const sites: Readonly<Record<SiteName, Site>> = {
  public: {
    endpoint: 'https://ncloud.apigw.ntruss.com',
    billingEndpoint: 'https://billingapi.apigw.ntruss.com',
    console: 'https://console.ncloud.com',
    regions: ['KR', 'SGN', 'JPN', 'USWN', 'DEN'],
  },
  government: {
    endpoint: 'https://ncloud.apigw.gov-ntruss.com',
    billingEndpoint: 'https://billingapi.apigw.gov-ntruss.com',
    console: 'https://console.gov-ncloud.com',
    regions: ['KR', 'KRS'],
  },
  finance: {
    endpoint: 'https://fin-ncloud.apigw.fin-ntruss.com',
    console: 'https://console.fin-ncloud.com',
    regions: ['FKR'],
  },
};

const hostSuffixes = ['.ntruss.com', '.gov-ntruss.com', '.fin-ntruss.com'];

/** Whether a host name (as `URL.hostname` gives it) is this computer itself. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/**
 * The origin of an endpoint that signed calls may go to: https to a host of the three sites, or http to this computer.
 * @throws NotSentError for any other address, so that keys cannot leave for a foreign host.
 */
export function checkedEndpoint(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const bare = url !== undefined && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  const known =
    url?.protocol === 'https:'
      ? hostSuffixes.some((suffix) => url.hostname.endsWith(suffix))
      : url?.protocol === 'http:' && isLoopback(url.hostname);
  if (!url || !bare || !known) {
    throw new NotSentError(
      'bad-endpoint',
      'The endpoint is neither a NAVER Cloud address nor a sandbox on this computer.',
    );
  }
  return url.origin;
}
