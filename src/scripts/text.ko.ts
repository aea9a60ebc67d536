/** The Korean texts of the script checks. */
import type { FindingArgs } from './finding';
import type { ScriptTexts } from './text';

export const korean: ScriptTexts = {
  empty: {
    what: '스크립트가 비어 있습니다.',
    why: '명령이 없으면 서버는 스크립트가 없는 것과 똑같이 시작됩니다.',
  },
  size: {
    what: ({ bytes, limit }) => `스크립트 크기는 ${figure(bytes)}바이트이며, ${figure(limit)}바이트까지 허용됩니다.`,
    why: ({ encodedBytes, encodedLimit }) =>
      encodedBytes === undefined
        ? 'NCP는 1024 KB를 넘는 초기화 스크립트를 거부합니다. 큰 파일은 스크립트에서 내려받도록 하십시오.'
        : `base64로 전송되어 ${figure(encodedBytes)}바이트가 되며, NCP는 ${figure(encodedLimit)}바이트까지 받습니다. 큰 파일은 스크립트에서 내려받도록 하십시오.`,
  },
  'not-utf8': {
    what: ({ encoding }) =>
      encoding
        ? `파일이 UTF-8이 아니라 ${encoding} 형식으로 저장되어 있습니다.`
        : '파일이 UTF-8로 저장되어 있지 않습니다.',
    why: '서버에서 글자가 깨집니다. 인코딩을 UTF-8로 바꾸어 저장하십시오.',
  },
  'byte-order-mark': {
    what: '파일이 보이지 않는 바이트 순서 표시(BOM)로 시작합니다.',
    why: '서버가 첫 줄을 알아보지 못하여 스크립트를 실행하지 않습니다.',
    fix: '바이트 순서 표시 제거',
  },
  crlf: {
    what: ({ interpreter }) =>
      interpreter
        ? `Linux는 이름이 ${interpreter}⏎인 인터프리터를 찾게 됩니다.`
        : '줄 끝이 Windows 형식(CRLF)이어서 Linux는 남는 문자를 명령의 일부로 읽습니다.',
    why: ({ count }) =>
      `줄 ${figure(count)}개가 Windows 형식(CRLF)으로 끝납니다. 스크립트가 첫 줄에서 멈추거나 엉뚱하게 동작합니다.`,
    fix: 'LF로 변환',
  },
  'lone-cr': {
    what: '캐리지 리턴(CR)만으로 줄이 나뉘어 있습니다.',
    why: ({ count }) =>
      `Linux는 이곳에서 줄을 끝내지 않고 다음 내용을 같은 줄로 읽습니다. 이런 곳이 ${figure(count)}개 있습니다.`,
    fix: 'LF로 변환',
  },
  'control-character': {
    what: ({ codePoint }) => `보이지 않는 제어 문자(${codePoint})가 있습니다.`,
    why: '편집기에는 보이지 않지만 셸은 이 문자에서 멈추거나 문자를 건너뜁니다.',
    fix: '제거',
  },
  'non-ascii': {
    what: ({ character, codePoint, line, column }) =>
      `영문(ASCII)이 아닌 문자입니다: ${character ? `“${character}” (${codePoint})` : codePoint}, ${line}행 ${column}열.`,
    why: 'VPC 환경의 초기화 스크립트는 주석을 포함하여 영문(ASCII)만 사용할 수 있습니다.',
    fix: ({ replacement }) =>
      replacement === '' ? '제거' : replacement === ' ' ? '공백으로 바꾸기' : `다음으로 바꾸기: ${replacement}`,
  },
  'shebang-missing': {
    what: '첫 줄에 인터프리터(#!)가 없습니다.',
    why: 'NCP는 첫 줄이 #!로 시작하는 셸, Python, Perl 스크립트를 실행합니다. 그 밖의 스크립트는 아무 알림 없이 무시될 수 있습니다.',
    fix: ({ shebang }) => `${shebang} 추가`,
  },
  'shebang-displaced': {
    what: ({ line }) =>
      line === 1
        ? '인터프리터 줄(#!) 앞에 공백이 있습니다.'
        : `인터프리터 줄(#!)이 첫 줄이 아니라 ${line}행에 있습니다.`,
    why: '서버는 스크립트의 맨 처음 문자만 확인합니다.',
    fix: '맨 위로 옮기기',
  },
  'interpreter-path': {
    what: ({ interpreter }) =>
      interpreter
        ? `인터프리터 ${interpreter}의 경로가 전체 경로가 아닙니다.`
        : '첫 줄에 사용할 인터프리터가 적혀 있지 않습니다.',
    why: 'Linux는 적힌 경로에서만 인터프리터를 찾습니다. 경로는 /로 시작해야 합니다.',
    fix: ({ shebang }) => `다음으로 바꾸기: ${shebang}`,
  },
  'interpreter-unknown': {
    what: ({ interpreter }) => `NCP가 안내하는 초기화 스크립트의 인터프리터가 아닙니다: ${interpreter}.`,
    why: 'NCP는 셸, Python, Perl을 안내합니다. 다른 인터프리터는 서버 이미지에 들어 있을 때만 동작합니다.',
  },
  'env-arguments': {
    what: ({ program }) => `Linux는 이름이 “${program}”인 프로그램을 찾게 됩니다.`,
    why: '인터프리터 줄에서 env는 뒤따르는 내용을 하나의 이름으로 받습니다.',
    fix: ({ shebang }) => `다음으로 바꾸기: ${shebang}`,
  },
  'cloud-init-header': {
    what: ({ header }) => `NCP 안내에 없는 형식으로 시작합니다: ${header}.`,
    why: 'NCP는 인터프리터(#!)를 적은 스크립트만 안내합니다. 이 스크립트는 아무 알림 없이 무시될 수 있습니다.',
  },
  'windows-shebang': {
    what: 'Windows 서버는 인터프리터 줄(#!)을 알지 못합니다.',
    why: 'NCP는 Windows에 Visual Basic 스크립트를 안내합니다. Linux용 스크립트라면 운영체제를 Linux로 선택하십시오.',
  },
  'windows-language': {
    what: ({ language }) => (language === 'batch' ? '배치 파일로 보입니다.' : `${language} 스크립트로 보입니다.`),
    why: 'NCP는 Windows 서버에 Visual Basic 스크립트만 안내합니다.',
  },
  'waits-for-input': {
    what: ({ command }) => `입력을 기다리는 명령입니다: ${command}.`,
    why: ({ option }) =>
      `서버가 시작되는 동안에는 아무도 답할 수 없어 스크립트가 여기서 멈추거나 잘못 동작합니다.${hint(option)}`,
    fix: '-y 추가',
  },
  'needs-terminal': {
    what: ({ command }) => `화면과 키보드가 필요한 명령입니다: ${command}.`,
    why: '서버가 시작되는 동안에는 터미널이 없어 명령이 실패하거나 끝나지 않습니다.',
  },
  reboot: {
    what: ({ command }) => `서버가 시작되는 도중에 서버를 재시작합니다: ${command}.`,
    why: '뒤의 명령이 실행되지 않을 수 있으며, 재시작한 뒤에는 스크립트가 다시 실행되지 않습니다.',
  },
  'power-off': {
    what: ({ command }) => `서버가 시작되는 도중에 서버를 정지합니다: ${command}.`,
    why: '뒤의 명령이 실행되지 않을 수 있으며, 서버 요금은 계속 부과됩니다.',
  },
  'long-wait': {
    what: ({ seconds }) => `스크립트가 여기서 ${duration(seconds)} 동안 기다립니다.`,
    why: '스크립트가 끝날 때까지 서버가 생성 중으로 표시될 수 있습니다.',
  },
  'endless-wait': {
    what: ({ command }) => `스스로 끝나지 않습니다: ${command}.`,
    why: '스크립트가 끝날 때까지 서버가 생성 중으로 표시될 수 있습니다. 백그라운드나 서비스로 실행하십시오.',
  },
  'network-unreachable': {
    what: ({ command, count, reach }) => {
      const such = count === 1 ? '' : ` (이런 명령 ${figure(count)}개)`;
      return reach === 'none'
        ? `인터넷이 필요하지만 이 서버는 인터넷에 연결되지 않습니다: ${command}${such}.`
        : `인터넷이 필요하지만 이 서버는 NAT Gateway를 통해서만 인터넷에 연결됩니다: ${command}${such}.`;
    },
    why: '생성할 때 공인 IP를 요청하지 않았으며, 나중에 할당하는 공인 IP는 스크립트가 실행된 뒤에 연결됩니다.',
  },
  secret: {
    what: ({ kind }) => `노출되면 안 되는 값으로 보입니다: ${secretNames[String(kind)] ?? '비밀번호'}.`,
    why: '스크립트는 NCP에 보관되며, 접근 권한이 있는 모든 사람이 읽을 수 있고 서버에서도 읽을 수 있습니다.',
  },
  'unterminated-quote': {
    what: ({ quote }) => `닫히지 않은 따옴표가 있습니다: ${quote}.`,
    why: '셸이 오류를 내고 멈춥니다. 따옴표를 닫을 때까지 명령은 더 검사하지 않습니다.',
  },
  'unterminated-heredoc': {
    what: ({ word }) =>
      word
        ? `여기서 시작한 텍스트가 끝나지 않습니다. 다음 단어만 있는 줄이 없습니다: ${word}.`
        : '여기서 시작한 텍스트가 끝나지 않습니다. 끝을 나타내는 줄이 없습니다.',
    why: '스크립트의 나머지가 모두 텍스트가 되어 실행되지 않습니다.',
    fix: ({ word }) => `앞뒤 공백 제거: ${word}`,
  },
  more: {
    what: ({ count }) => `이런 곳이 ${figure(count)}개 더 있습니다.`,
    why: '처음 100곳만 표시합니다.',
  },
};

const secretNames: Readonly<Record<string, string>> = {
  ncloud: '네이버 클라우드 플랫폼 API 인증키',
  aws: 'AWS 키',
  github: 'GitHub 토큰',
  gitlab: 'GitLab 토큰',
  slack: 'Slack 토큰',
  google: 'Google API 키',
  npm: 'npm 토큰',
  key: '개인 키',
  url: '주소에 적힌 비밀번호',
  password: '비밀번호',
};

function figure(value: FindingArgs[string] | undefined): string {
  return Number(value ?? 0).toLocaleString('ko-KR');
}

function duration(seconds: FindingArgs[string] | undefined): string {
  const value = Number(seconds ?? 0);
  return value % 60 === 0 ? `${figure(value / 60)}분` : `${figure(value)}초`;
}

function hint(option: FindingArgs[string] | undefined): string {
  return option ? ` 다음을 사용하십시오: ${option}.` : '';
}
