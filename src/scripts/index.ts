/** Init scripts: what they are checked for, how large they may be, and what a new one starts with. */
export { type CheckOptions, checkScript } from './check';
export {
  applyFix,
  type Edit,
  type Finding,
  type FindingArgs,
  type Fix,
  type RuleName,
  ruleNames,
  type Severity,
} from './finding';
export { languageOf, type OsType, osTypeOf, type ScriptLanguage } from './language';
export { type ScriptSize, scriptSize } from './size';
export { type ScriptTemplate, scriptTemplates } from './templates';
export { type FindingText, findingText, type RuleText, type ScriptTexts, scriptTexts } from './text';
