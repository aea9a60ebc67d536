/** What is wrong with a preset beyond what its schema tells: limits in bytes, and rules across fields. */
import {
  isToldBySchema,
  type Locale,
  type PresetContent,
  type Problem,
  presetPath,
  readPreset,
  referenceText,
  validate,
} from '../../reference/index';
import type { PresetFault } from './editor';
import { readJson, spanAt } from './json';

/** The faults of a preset's text, each at the value to blame. None for a text that is no preset (yet). */
export function presetFaults(text: string, locale: Locale): PresetFault[] {
  const json = readJson(text);
  const preset = json && readPreset(json.value);
  if (!json || !preset) return [];
  const { environment, values } = preset;
  return validate(values, { environment, rows: {} })
    .filter((problem) => !isToldBySchema(problem))
    .map((problem) => ({
      ...spanAt(json.root, presetPath(problem.name)),
      message: sentence(preset, problem, locale),
      severity: severityOf(problem),
      code: problem.rule,
    }));
}

/** What stands in a list is told with its item: the list of problems shows no value to go by. */
function sentence({ environment, values }: PresetContent, problem: Problem, locale: Locale): string {
  const text = referenceText(locale);
  const told = text.problem(problem, environment);
  return /\.\d+\./.test(problem.name) ? `${text.itemLabel(environment, problem.name, values)}: ${told}` : told;
}

/** What is missing can still be given in the form. */
function severityOf({ rule, severity }: Problem): PresetFault['severity'] {
  return rule === 'missing' ? 'warning' : severity;
}
