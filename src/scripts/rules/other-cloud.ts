/** A rule on what exists on the servers of another cloud only. */
import type { Locale } from '../../reference/types';
import { isComment, linePrefix, lineRest } from '../line';
import type { Rule } from '../rule';

type Said = Readonly<Record<Locale, string>>;

interface Foreign {
  readonly cloud: string;
  readonly word: string;
  /** What follows the word, where the word alone tells too little. */
  readonly follows?: RegExp;
  readonly instead: keyof typeof advice;
}

const advice = {
  user: {
    en: 'NCP runs the script as root; use root or create the user.',
    ko: 'NCP는 스크립트를 root로 실행합니다. root를 사용하거나 사용자를 직접 만드십시오.',
  },
  packages: { en: 'Use apt-get or dnf.', ko: 'apt-get이나 dnf를 사용하십시오.' },
  metadata: {
    en: 'NCP may not answer there. Read what you need from the server itself, as with hostname -I.',
    ko: 'NCP에는 이 주소가 없을 수 있습니다. 필요한 값은 ‘hostname -I’처럼 서버에서 직접 확인하십시오.',
  },
  nothing: { en: 'Servers of NCP do not have it: remove it.', ko: 'NCP 서버에는 없습니다. 삭제하십시오.' },
} as const satisfies Record<string, Said>;

const aws = 'AWS';
const google = 'Google Cloud';
const azure = 'Azure';

const foreign: readonly Foreign[] = [
  { word: 'ec2-user', cloud: aws, instead: 'user' },
  { word: 'azureuser', cloud: azure, instead: 'user' },
  { word: 'amazon-linux-extras', cloud: aws, instead: 'packages' },
  { word: 'amazon-ssm-agent', cloud: aws, instead: 'nothing' },
  { word: 'cfn-signal', cloud: aws, instead: 'nothing' },
  { word: 'cfn-init', cloud: aws, instead: 'nothing' },
  { word: 'aws-cfn-bootstrap', cloud: aws, instead: 'nothing' },
  { word: 'ec2-metadata', cloud: aws, instead: 'metadata' },
  { word: 'rhui-', cloud: `${aws}, ${azure}`, follows: /^\w/, instead: 'nothing' },
  // NCP hands out the keys of a server role there as AWS does.
  {
    word: '169.254.169.254/latest',
    cloud: aws,
    follows: /^\/(?!meta-data(?:\/iam\/security-credentials|\/?(?:["'\s]|$)))/,
    instead: 'metadata',
  },
  { word: '169.254.169.254/metadata/instance', cloud: azure, instead: 'metadata' },
  { word: '169.254.169.254/metadata/v1', cloud: 'DigitalOcean', instead: 'metadata' },
  { word: '169.254.169.254/opc', cloud: 'Oracle Cloud', instead: 'metadata' },
  { word: '169.254.169.254/hetzner', cloud: 'Hetzner', instead: 'metadata' },
  { word: '100.100.100.200', cloud: 'Alibaba Cloud', instead: 'metadata' },
  { word: 'metadata.tencentyun.com', cloud: 'Tencent Cloud', instead: 'metadata' },
  { word: 'metadata.google.internal', cloud: google, instead: 'metadata' },
  { word: '169.254.169.254/computeMetadata', cloud: google, instead: 'metadata' },
  { word: 'Metadata-Flavor:Google', cloud: google, instead: 'metadata' },
  { word: 'Metadata-Flavor: Google', cloud: google, instead: 'metadata' },
  { word: 'google_metadata_script_runner', cloud: google, instead: 'nothing' },
  { word: 'waagent', cloud: azure, instead: 'nothing' },
];

/** How often a word is looked for outside comments. */
const most = 50;

/** Told once, at the first word. */
export const otherCloud: Rule<{ word: string; cloud: string; instead: string; count: number }> = {
  id: 'other-cloud',
  severity: 'information',
  what: {
    en: ({ word, cloud, count }) =>
      `“${word}” belongs to ${cloud}${count === 1 ? '' : count === 2 ? ', and one more word does not fit NCP' : `, and ${count - 1} more words do not fit NCP`}.`,
    ko: ({ word, cloud, count }) =>
      count === 1
        ? `‘${word}’ 항목은 ${cloud}용입니다.`
        : `‘${word}’ 등 ${count}건은 ${cloud} 같은 다른 클라우드용입니다.`,
  },
  why: { en: ({ instead }) => adviceFor(instead).en, ko: ({ instead }) => adviceFor(instead).ko },
  find({ text }) {
    const found = foreign.flatMap((entry) => {
      const start = firstUse(text, entry);
      return start === undefined ? [] : [{ start, entry }];
    });
    const first = found.toSorted((a, b) => a.start - b.start)[0];
    if (!first) return [];
    const { start, entry } = first;
    const { word, cloud, instead } = entry;
    return [{ start, end: start + word.length, args: { word, cloud, instead, count: found.length } }];
  },
};

function adviceFor(instead: string): Said {
  return instead in advice ? advice[instead as keyof typeof advice] : advice.nothing;
}

/** Nothing when the script makes the user itself, or asks whether the thing is there. */
function firstUse(text: string, { word, follows, instead }: Foreign): number | undefined {
  let start = text.indexOf(word);
  let first: number | undefined;
  for (let looks = 0; start !== -1 && looks < most; looks++) {
    const prefix = linePrefix(text, start);
    const rest = lineRest(text, start + word.length);
    if (instead === 'user' && /\b(?:useradd|adduser|id|getent|groupadd)\b/.test(prefix)) return undefined;
    if (/\b(?:command -v|which|type|hash)\s+$/.test(prefix)) return undefined;
    const isWhole = !/[\w-]$/.test(prefix) && (word.endsWith('-') || !/^[\w-]/.test(rest));
    if (first === undefined && isWhole && !isComment(prefix) && (follows?.test(rest) ?? true)) first = start;
    start = text.indexOf(word, start + word.length);
  }
  return first;
}
