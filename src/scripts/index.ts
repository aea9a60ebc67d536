/** Init scripts: what they are checked for, how large they may be, and what a new one starts with. */
export { checkScript } from './check';
export {
  applyFix,
  type Edit,
  editsOf,
  type Finding,
  type FindingArgs,
  type Fix,
  ruleOf,
  type Severity,
} from './finding';
export { ignoringEdit } from './ignored';
export { languageOf, type OsType, osTypeOf, type ScriptLanguage } from './language';
export { ruleNames } from './rules';
export type { CheckOptions } from './script';
export { type ScriptSize, scriptSize } from './size';
export { type ScriptTemplate, scriptTemplates } from './templates';
export { type FindingText, findingText } from './text';
