/** What a secret looks like, and where it is: never the secret itself. */
import type { Localized } from '../../../reference/types';
import type { Place } from '../../rule';

/** In Korean with the particle that the sentence puts there. */
export const kinds = {
  ncloud: { en: 'an API key of NAVER Cloud Platform', ko: '네이버 클라우드 플랫폼 API 인증키로' },
  aws: { en: 'an AWS key', ko: 'AWS 키로' },
  github: { en: 'a GitHub token', ko: 'GitHub 토큰으로' },
  gitlab: { en: 'a GitLab token', ko: 'GitLab 토큰으로' },
  slack: { en: 'a Slack token', ko: 'Slack 토큰으로' },
  google: { en: 'a Google API key', ko: 'Google API 키로' },
  npm: { en: 'an npm token', ko: 'npm 토큰으로' },
  access: { en: 'an access token', ko: '액세스 토큰으로' },
  key: { en: 'a private key', ko: '개인 키로' },
  url: { en: 'a password in an address', ko: '주소에 적힌 비밀번호로' },
  password: { en: 'a password', ko: '비밀번호로' },
} as const satisfies Readonly<Record<string, Localized>>;

export type SecretKind = keyof typeof kinds;
export type Secret = Place<{ kind: SecretKind }>;

/** At most this many places of one kind are looked at; a text with more of them is no script. */
export const maxPlaces = 10_000;

/** A secret of so many characters from an offset on. */
export function secretAt(start: number, length: number, kind: SecretKind): Secret {
  return { start, end: start + length, args: { kind } };
}

/** Where a text occurs, the first 10,000 times. */
export function places(text: string, needle: string): number[] {
  const found: number[] = [];
  let i = text.indexOf(needle);
  for (; i !== -1 && found.length < maxPlaces; i = text.indexOf(needle, i + needle.length)) found.push(i);
  return found;
}
