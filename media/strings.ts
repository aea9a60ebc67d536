/** The page's own words, English and Korean; texts about single parameters come from the reference. */
import type { Locale, Maker } from '../src/reference/types';

const en = {
  title: 'Create server',
  vpc: 'VPC',
  classic: 'Classic',
  sandbox: 'Sandbox: nothing here is real and nothing is billed.',
  more: (count: number) => (count === 0 ? 'More' : `More (${count} set)`),
  titleSet: (title: string, count: number) => (count === 0 ? title : `${title} (${count} set)`),
  docs: 'in the API docs',
  opensDocs: (label: string) => `${label} in the API docs`,
  required: 'required',
  notGiven: 'Not given',
  leaveToNcp: (value: string) => `Default: ${value}`,
  type: 'Choose or type to filter',
  noMatch: 'Nothing in the list matches.',
  loading: 'Loading the list…',
  waiting: (label: string) => `Choose first: ${label}`,
  failed: (message: string) => `The list could not be loaded. ${message}`,
  retry: 'Retry',
  reload: 'Ask again',
  empty: (label: string) => `Nothing to choose for “${label}” in this account and region.`,
  /** What to do about an empty list, by the first way to fill it. */
  emptyUntil: {
    createLoginKey: 'No login key in this account: create one, or import the public half of yours.',
    importLoginKey: 'No login key in this account: import the public half of yours.',
    uploadScript: 'No init script in this account and region: open a script in the editor and upload it.',
  } as Readonly<Record<Maker, string>>,
  makers: {
    createLoginKey: 'Create a login key…',
    importLoginKey: 'Import a public key…',
    uploadScript: 'Upload the open script…',
  } as Readonly<Record<Maker, string>>,
  made: (label: string) => `${label}: the new one is chosen.`,
  stray: (text: string) => `“${text}” is not in the list. The choice before it was kept.`,
  withdrawn: (text: string) => `“${text}” is no longer offered and was cleared.`,
  keptNote: (labels: string) => `Kept, not sent: ${labels}`,
  networkInterface: (index: number) => `Network interface eth${index}`,
  item: (label: string, index: number) => `${label} ${index}`,
  add: (label: string) => `Add: ${label}`,
  remove: (label: string) => `Remove: ${label}`,
  moveUp: (label: string) => `Move up: ${label}`,
  moveDown: (label: string) => `Move down: ${label}`,
  taken: (name: string) => `A server with the name “${name}” already exists. Choose another name.`,
  takenBefore: (name: string) =>
    `A server with the name “${name}” already exists. Choose another name, or go on from the next free number.`,
  startAt: (start: number) => `Start at ${start}`,
  summary: 'Summary',
  servers: (count: number) => (count === 1 ? '1 server' : `${count} servers`),
  create: (count: number) => (count === 1 ? 'Create 1 server' : `Create ${count} servers`),
  creating: 'In progress…',
  problems: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  warnings: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
  noProblems: 'Ready. You are asked once more before anything is made.',
  firstProblem: 'Correct the problems first. The button goes to the first one.',
  preview: 'Preview request',
  savePreset: 'Save as preset…',
  created: (names: string) => `Requested: ${names}. The Servers view shows how it goes.`,
  createdSome: (made: number, asked: number, names: string) =>
    `${made} of ${asked} servers were made: ${names}. Look at the Servers view before you ask for the others again.`,
  lines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),
  nameNeeded: 'Enter a name. If NCP’s answer is lost, the servers are looked up by this name.',
  flags: { true: 'yes', false: 'no' } as Readonly<Record<string, string>>,
};

/** The words of one language. */
export type Strings = typeof en;

const ko: Strings = {
  title: '서버 생성',
  vpc: 'VPC',
  classic: 'Classic',
  sandbox: '샌드박스입니다. 실제로 생성되거나 과금되는 것은 없습니다.',
  more: (count) => (count === 0 ? '추가 설정' : `추가 설정 (${count}개 지정됨)`),
  titleSet: (title, count) => (count === 0 ? title : `${title} (${count}개 지정됨)`),
  docs: 'API 문서에서 보기',
  opensDocs: (label) => `API 문서에서 보기: ${label}`,
  required: '필수',
  notGiven: '지정하지 않음',
  leaveToNcp: (value) => `기본값: ${value}`,
  type: '선택하거나 입력하여 검색',
  noMatch: '일치하는 항목이 없습니다.',
  loading: '목록을 불러오는 중입니다…',
  waiting: (label) => `먼저 선택하십시오: ${label}`,
  failed: (message) => `목록을 불러오지 못했습니다. ${message}`,
  retry: '다시 시도',
  reload: '다시 조회',
  empty: (label) => `이 계정과 리전에는 선택할 수 있는 항목이 없습니다: ${label}`,
  emptyUntil: {
    createLoginKey: '이 계정에는 인증키가 없습니다. 새로 생성하거나 가지고 있는 공개 키를 등록하십시오.',
    importLoginKey: '이 계정에는 인증키가 없습니다. 가지고 있는 공개 키를 등록하십시오.',
    uploadScript: '이 계정과 리전에는 초기화 스크립트가 없습니다. 편집기에서 스크립트를 열고 업로드하십시오.',
  },
  makers: {
    createLoginKey: '인증키 생성…',
    importLoginKey: '공개 키를 인증키로 등록…',
    uploadScript: '열린 스크립트 업로드…',
  },
  made: (label) => `${label}: 새 항목을 선택했습니다.`,
  stray: (text) => `목록에 없는 항목입니다: “${text}”. 이전 선택을 유지했습니다.`,
  withdrawn: (text) => `더 이상 제공되지 않는 항목이어서 선택을 해제했습니다: “${text}”.`,
  keptNote: (labels) => `보관만 하고 전송하지 않음: ${labels}`,
  networkInterface: (index) => `네트워크 인터페이스 eth${index}`,
  item: (label, index) => `${label} ${index}`,
  add: (label) => `추가: ${label}`,
  remove: (label) => `제거: ${label}`,
  moveUp: (label) => `위로 이동: ${label}`,
  moveDown: (label) => `아래로 이동: ${label}`,
  taken: (name) => `‘${name}’ 이름의 서버가 이미 있습니다. 다른 이름을 입력하십시오.`,
  takenBefore: (name) =>
    `‘${name}’ 이름의 서버가 이미 있습니다. 다른 이름을 입력하거나 사용하지 않은 다음 번호부터 시작하십시오.`,
  startAt: (start) => `${start}번부터 시작`,
  summary: '요약',
  servers: (count) => `서버 ${count}대`,
  create: (count) => `서버 ${count}대 생성`,
  creating: '진행 중입니다…',
  problems: (count) => `문제 ${count}건`,
  warnings: (count) => `참고 ${count}건`,
  noProblems: '준비되었습니다. 생성하기 전에 한 번 더 확인합니다.',
  firstProblem: '먼저 문제를 해결하십시오. 버튼을 누르면 첫 번째 문제로 이동합니다.',
  preview: '요청 미리보기',
  savePreset: '프리셋으로 저장…',
  created: (names) => `생성을 요청했습니다: ${names}. 서버 보기에서 진행 상황을 확인하십시오.`,
  createdSome: (made, asked, names) =>
    `서버 ${asked}대 중 ${made}대가 생성되었습니다: ${names}. 나머지를 다시 요청하기 전에 서버 보기를 확인하십시오.`,
  lines: (count) => `${count}줄`,
  nameNeeded: '이름을 입력하십시오. NCP의 응답을 받지 못하면 이 이름으로 서버를 찾습니다.',
  flags: { true: '예', false: '아니요' },
};

const languages: Readonly<Record<Locale, Strings>> = { en, ko };

/** The words of a language. */
export function stringsOf(locale: Locale): Strings {
  return languages[locale];
}
