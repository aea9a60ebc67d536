/** The English texts of the script checks. */
import type { FindingArgs } from './finding';
import type { ScriptTexts } from './text';

export const english: ScriptTexts = {
  empty: {
    what: 'The script is empty.',
    why: 'A server that gets no commands starts up as if it had no script.',
  },
  size: {
    what: ({ bytes, limit }) => `The script has ${figure(bytes)} bytes; ${figure(limit)} are allowed.`,
    why: ({ encodedBytes, encodedLimit }) =>
      encodedBytes === undefined
        ? 'NCP refuses init scripts over 1024 KB. Let the script download what is large.'
        : `It is sent as base64, which makes it ${figure(encodedBytes)} bytes; NCP takes ${figure(encodedLimit)}. Let the script download what is large.`,
  },
  'not-utf8': {
    what: ({ encoding }) =>
      encoding ? `The file is saved as ${encoding}, not as UTF-8.` : 'The file is not saved as UTF-8.',
    why: 'Its characters would arrive garbled on the server. Save it with the encoding UTF-8.',
  },
  'byte-order-mark': {
    what: 'The file starts with an invisible byte-order mark.',
    why: 'The server does not recognise the first line behind it and does not run the script.',
    fix: 'Remove the byte-order mark',
  },
  crlf: {
    what: ({ interpreter }) =>
      interpreter
        ? `Linux will look for an interpreter named ${interpreter}⏎.`
        : 'The lines end as on Windows (CRLF); Linux takes the extra character for a part of the command.',
    why: ({ count }) => `${lines(count)} as on Windows (CRLF). The script stops at its first line or behaves oddly.`,
    fix: 'Convert to LF',
  },
  'lone-cr': {
    what: 'A line is broken by a carriage return alone (CR).',
    why: ({ count }) => `Linux does not end a line there: what follows becomes a part of it. ${places(count)}.`,
    fix: 'Convert to LF',
  },
  'control-character': {
    what: ({ codePoint }) => `There is an invisible control character here (${codePoint}).`,
    why: 'It is not seen in the editor, and shells stop at it or skip it.',
    fix: 'Remove it',
  },
  'non-ascii': {
    what: ({ character, codePoint, line, column }) =>
      `${character ? `“${character}” (${codePoint})` : codePoint} is not an ASCII character: line ${line}, column ${column}.`,
    why: 'In VPC, NCP takes init scripts in English (ASCII) only, comments included.',
    fix: ({ replacement }) =>
      replacement === '' ? 'Remove it' : replacement === ' ' ? 'Replace by a space' : `Replace by ${replacement}`,
  },
  'shebang-missing': {
    what: 'The first line does not name an interpreter (#!).',
    why: 'NCP runs shell, Python and Perl scripts whose first line starts with #!. Others may be ignored without any message.',
    fix: ({ shebang }) => `Insert ${shebang}`,
  },
  'shebang-displaced': {
    what: ({ line }) =>
      line === 1
        ? 'Blanks stand before the interpreter line (#!).'
        : `The interpreter line (#!) is line ${line}, not the first one.`,
    why: 'The server only looks at the very first characters of the script.',
    fix: 'Move it to the top',
  },
  'interpreter-path': {
    what: ({ interpreter }) =>
      interpreter
        ? `The interpreter ${interpreter} is not a full path.`
        : 'The first line does not say which interpreter to use.',
    why: 'Linux looks for the interpreter at exactly this path, which has to start with a slash.',
    fix: ({ shebang }) => `Change to ${shebang}`,
  },
  'interpreter-unknown': {
    what: ({ interpreter }) => `NCP does not name ${interpreter} among the interpreters of init scripts.`,
    why: 'Documented are shell, Python and Perl. Another one works only if the server image contains it.',
  },
  'env-arguments': {
    what: ({ program }) => `Linux will look for a program named “${program}”.`,
    why: 'In an interpreter line, env gets all that follows as one word.',
    fix: ({ shebang }) => `Change to ${shebang}`,
  },
  'cloud-init-header': {
    what: ({ header }) => `NCP does not document scripts that start with “${header}”.`,
    why: 'Documented are scripts that name an interpreter (#!). This one may be ignored without any message.',
  },
  'windows-shebang': {
    what: 'A Windows server does not know interpreter lines (#!).',
    why: 'NCP documents Visual Basic scripts for Windows. Choose a Linux script type if this script is for Linux.',
  },
  'windows-language': {
    what: ({ language }) =>
      language === 'batch' ? 'This looks like a batch file.' : `This looks like a ${language} script.`,
    why: 'NCP documents only Visual Basic scripts for Windows servers.',
  },
  'waits-for-input': {
    what: ({ command }) => `${command} waits for an answer.`,
    why: ({ option }) =>
      `Nobody answers while the server starts up: the script stops here or goes wrong.${hint(option)}`,
    fix: 'Add -y',
  },
  'needs-terminal': {
    what: ({ command }) => `${command} needs a screen and a keyboard.`,
    why: 'There is no terminal while the server starts up: the command fails or never ends.',
  },
  reboot: {
    what: ({ command }) => `${command} restarts the server in the middle of its start-up.`,
    why: 'The lines after it may not run, and the script does not run again after the restart.',
  },
  'power-off': {
    what: ({ command }) => `${command} switches the server off in the middle of its start-up.`,
    why: 'The lines after it may not run, and the server is still billed.',
  },
  'long-wait': {
    what: ({ seconds }) => `The script waits ${duration(seconds)} here.`,
    why: 'The server may show “creating” until the script has ended.',
  },
  'endless-wait': {
    what: ({ command }) => `${command} never ends by itself.`,
    why: 'The server may show “creating” until the script has ended. Run it in the background or as a service.',
  },
  'network-unreachable': {
    what: ({ command, count, reach }) => {
      const such = count === 1 ? '' : ` (${figure(count)} such commands)`;
      return reach === 'none'
        ? `${command} needs the internet, which this server cannot reach${such}.`
        : `${command} needs the internet, which this server reaches only through a NAT gateway${such}.`;
    },
    why: 'No public IP is asked for at creation, and one that is attached later comes too late for the script.',
  },
  secret: {
    what: ({ kind }) => `This looks like ${secretNames[String(kind)] ?? 'a password'}.`,
    why: 'The script is kept by NCP and can be read by everyone with access to it, and on the server itself.',
  },
  'unterminated-quote': {
    what: ({ quote }) => `The quote ${quote} is never closed.`,
    why: 'The shell stops with an error. Commands are not checked further until it is closed.',
  },
  'unterminated-heredoc': {
    what: ({ word }) => `The text that starts here has no end: no line consists of ${word || 'its end word'} alone.`,
    why: 'The rest of the script becomes a part of the text and does not run.',
    fix: ({ word }) => `Remove the blanks around ${word}`,
  },
  more: {
    what: ({ count }) =>
      count === 1 ? 'There is one more such place.' : `There are ${figure(count)} more such places.`,
    why: 'Only the first 100 places are shown.',
  },
};

const secretNames: Readonly<Record<string, string>> = {
  ncloud: 'an API key of NAVER Cloud Platform',
  aws: 'an AWS key',
  github: 'a GitHub token',
  gitlab: 'a GitLab token',
  slack: 'a Slack token',
  google: 'a Google API key',
  npm: 'an npm token',
  key: 'a private key',
  url: 'a password in an address',
  password: 'a password',
};

function figure(value: FindingArgs[string] | undefined): string {
  return Number(value ?? 0).toLocaleString('en-US');
}

function lines(count: FindingArgs[string] | undefined): string {
  return count === 1 ? 'One line ends' : `${figure(count)} lines end`;
}

function places(count: FindingArgs[string] | undefined): string {
  return count === 1 ? 'It happens once' : `It happens ${figure(count)} times`;
}

function duration(seconds: FindingArgs[string] | undefined): string {
  const value = Number(seconds ?? 0);
  return value % 60 === 0 ? `${figure(value / 60)} minutes` : `${figure(value)} seconds`;
}

function hint(option: FindingArgs[string] | undefined): string {
  return option ? ` Use: ${option}` : '';
}
