/** The list of all rules. A new rule is a line here and an entry with its words and its check. */
import { more } from './collector';
import type { Rule } from './rule';
import { bashGrammar } from './rules/bash-grammar';
import { bootEnvironment } from './rules/boot-environment';
import { byteOrderMark } from './rules/byte-order-mark';
import { cloudInitHeader } from './rules/cloud-init';
import { controlCharacter } from './rules/control-character';
import { empty } from './rules/empty';
import { interactiveShell } from './rules/interactive-shell';
import {
  envArguments,
  envWithoutProgram,
  interpreterArguments,
  interpreterMisspelt,
  interpreterPath,
  interpreterUnknown,
} from './rules/interpreter';
import { crlf, loneCr } from './rules/line-ends';
import { endlessWait, longWait } from './rules/long-waits';
import { networkUnreachable } from './rules/network';
import { nonAscii } from './rules/non-ascii';
import { notUtf8 } from './rules/not-utf8';
import { otherCloud } from './rules/other-cloud';
import { packageLock } from './rules/package-lock';
import { packageQuestions } from './rules/package-questions';
import { placeholder } from './rules/placeholder';
import { powerOff, reboot } from './rules/power';
import { secret } from './rules/secrets';
import { shebangDisplaced, shebangMissing } from './rules/shebang';
import { shellSettings } from './rules/shell-settings';
import { size } from './rules/size';
import { templateVariable } from './rules/template-variable';
import { unboundedWait } from './rules/unbounded-wait';
import { unsetVariable } from './rules/unset-variable';
import { unterminatedHeredoc, unterminatedQuote } from './rules/unterminated';
import { needsTerminal, waitsForInput } from './rules/waits';
import { windowsLanguage, windowsShebang } from './rules/windows';

export const rules: readonly Rule[] = [
  empty,
  size,
  notUtf8,
  byteOrderMark,
  crlf,
  loneCr,
  controlCharacter,
  nonAscii,
  shebangMissing,
  shebangDisplaced,
  interpreterPath,
  interpreterMisspelt,
  interpreterUnknown,
  envWithoutProgram,
  envArguments,
  interpreterArguments,
  cloudInitHeader,
  windowsShebang,
  windowsLanguage,
  bashGrammar,
  placeholder,
  templateVariable,
  unsetVariable,
  bootEnvironment,
  shellSettings,
  otherCloud,
  waitsForInput,
  needsTerminal,
  packageQuestions,
  packageLock,
  interactiveShell,
  reboot,
  powerOff,
  longWait,
  endlessWait,
  unboundedWait,
  networkUnreachable,
  secret,
  unterminatedQuote,
  unterminatedHeredoc,
  more,
];

/** The ids of all rules. */
export const ruleNames: readonly string[] = rules.map(({ id }) => id);
