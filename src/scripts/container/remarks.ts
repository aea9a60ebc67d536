/** What shells and programs say of a script while it runs, with what that means for a server. */
import type { FindingArgs, Severity } from '../finding';
import type { Sentence } from '../rule';

/** A kind of line in the output. */
export interface Remark {
  readonly id: string;
  readonly severity: Severity;
  readonly what: Sentence<FindingArgs>;
  readonly why: Sentence<FindingArgs>;
  /** Its group `word` is what is complained of; the sentences name it. */
  readonly pattern: RegExp;
  /** For a line that names no place: the line of the script that it is about, when `word` does not stand in any. */
  readonly near?: RegExp;
}

/** Programs that the images of containers leave out and that servers usually have. */
const usual =
  'curl|wget|git|vi|vim|nano|less|ip|ifconfig|netstat|ss|ping|dig|nslookup|lsb_release|gpg|crontab|python3?|openssl|ssh|ssh-keygen|tar|unzip|which|ps|top|free|jq|make|gcc|locale-gen|add-apt-repository|ufw|firewall-cmd|netplan|lsblk|fdisk|parted';

/** What the shell says of a line of the script; the first that fits counts. */
export const shellRemarks: readonly Remark[] = [
  {
    id: 'container-lacks',
    severity: 'information',
    pattern: new RegExp(`^(?<word>${usual}): (?:command )?not found$`),
    what: {
      en: ({ word }) => `The container has no ${word}.`,
      ko: ({ word }) => `컨테이너에 ‘${word}’ 프로그램이 없습니다.`,
    },
    why: {
      en: 'A server image of NCP may have it. To be sure, install it in the script.',
      ko: 'NCP의 서버 이미지에는 있을 수 있습니다. 확실하게 하려면 스크립트에서 설치하십시오.',
    },
  },
  {
    id: 'command-not-found',
    severity: 'warning',
    pattern: /^(?<word>.+): (?:command )?not found$/,
    what: {
      en: ({ word }) => `The shell does not find ${word}.`,
      ko: ({ word }) => `셸이 ‘${word}’ 명령을 찾지 못했습니다.`,
    },
    why: {
      en: 'Install it before this line, or look at its name.',
      ko: '이 줄보다 먼저 설치하거나 이름을 확인하십시오.',
    },
  },
  {
    id: 'unbound-variable',
    severity: 'error',
    pattern: /^(?<word>.+): (?:unbound variable|parameter not set)$/,
    what: { en: ({ word }) => `${word} has no value.`, ko: ({ word }) => `‘${word}’ 변수에 값이 없습니다.` },
    why: {
      en: 'With set -u the script ends here. Set it first; at the first boot even HOME and USER are not set.',
      ko: 'set -u 때문에 스크립트가 여기서 종료됩니다. 먼저 값을 지정하십시오. 첫 부팅 때는 HOME과 USER도 없습니다.',
    },
  },
  {
    id: 'bad-substitution',
    severity: 'error',
    pattern: /^(?:(?<word>.+): )?[Bb]ad substitution$/,
    what: {
      en: ({ word }) => `The shell cannot read ${word || 'a variable'}.`,
      ko: ({ word }) =>
        word === '' ? '셸이 해석하지 못하는 변수입니다.' : `셸이 ‘${word}’ 표현을 해석하지 못했습니다.`,
    },
    why: {
      en: 'It is written for a template or for another shell. Put the value there, or name bash on the first line.',
      ko: '템플릿이나 다른 셸의 문법입니다. 값을 직접 적거나 첫 줄에 bash를 지정하십시오.',
    },
  },
  {
    id: 'syntax-error',
    severity: 'error',
    pattern: /^(?<word>[Ss]yntax error.*)$/,
    what: { en: ({ word }) => `The shell says: ${word}`, ko: ({ word }) => `문법 오류가 있습니다. (${word})` },
    why: {
      en: 'The script ends where its shell stops understanding it. Look at the quotes and brackets there and before.',
      ko: '셸이 해석하지 못하는 곳에서 스크립트가 중단됩니다. 이 줄과 그 앞의 따옴표와 괄호를 확인하십시오.',
    },
  },
  {
    id: 'shell-message',
    severity: 'warning',
    // The shell writes the line of a syntax error as well, in quotes.
    pattern: /^(?<word>[^`].*)$/,
    what: { en: ({ word }) => `The shell says: ${word}`, ko: ({ word }) => `셸이 ‘${word}’ 메시지를 표시했습니다.` },
    why: { en: 'It came up in the container.', ko: '컨테이너에서 실행할 때 나온 메시지입니다.' },
  },
];

/** What programs say, in lines that name no place. */
export const programRemarks: readonly Remark[] = [
  {
    id: 'not-started',
    severity: 'error',
    pattern: /^timeout: failed to run command .*?: (?<word>[^:]+)$/,
    near: /^#!/,
    what: {
      en: ({ word }) => `The script cannot be started: ${word}`,
      ko: ({ word }) => `스크립트를 시작하지 못했습니다. (${word})`,
    },
    why: {
      en: 'The program that the first line names is not in the container, or the line names it wrongly. A Windows line end is part of its name.',
      ko: '첫 줄에 지정한 프로그램이 컨테이너에 없거나 이름이 잘못되었습니다. Windows 줄바꿈(CRLF)도 이름의 일부가 됩니다.',
    },
  },
  {
    id: 'package-unknown',
    severity: 'warning',
    pattern:
      /^(?:E: Unable to locate package |E: Package '|Error: Unable to find a match: |No match for argument: |No package )(?<word>[\w.+:-]+)/,
    near: /\b(?:apt|apt-get|dnf|yum)\b.*\binstall\b/,
    what: {
      en: ({ word }) => `There is no package ${word}.`,
      ko: ({ word }) => `‘${word}’ 패키지가 없습니다.`,
    },
    why: {
      en: 'The name is another one in this system, its repository is to be added first, or apt-get update is missing before this line.',
      ko: '이 운영체제에서는 패키지 이름이 다르거나, 저장소를 먼저 추가해야 하거나, 이 줄 앞에 apt-get update가 없습니다.',
    },
  },
  {
    id: 'no-terminal',
    severity: 'warning',
    pattern: /(?<word>input device is not a TTY|a terminal is required|no tty present|must be run from a terminal)/i,
    near: /\b(?:docker|podman)\b.*\s-\w*t|\b(?:sudo|su|passwd)\b/,
    what: { en: 'A command wants a terminal.', ko: '터미널이 필요한 명령입니다.' },
    why: {
      en: 'There is none at the first boot of a server.',
      ko: '서버의 첫 부팅 때는 터미널이 없습니다.',
    },
  },
  {
    id: 'network-missed',
    severity: 'warning',
    pattern:
      /(?:Could not resolve (?:host: )?|Temporary failure resolving |Temporary failure in name resolution|unable to resolve host address |Cannot find a valid baseurl for repo: )['‘"]?(?<word>[\w.-]*)/,
    near: /\b(?:apt|apt-get|dnf|yum|curl|wget|git|pip3?|npm)\b/,
    what: {
      en: ({ word }) => (word === '' ? 'The network is not reached.' : `The network is not reached: ${word}`),
      ko: ({ word }) => (word === '' ? '네트워크에 접속하지 못했습니다.' : `네트워크에 접속하지 못했습니다. (${word})`),
    },
    why: {
      en: 'So it is on a server without a public IP and without a NAT gateway.',
      ko: '공인 IP도 NAT Gateway도 없는 서버에서 같은 일이 일어납니다.',
    },
  },
];
