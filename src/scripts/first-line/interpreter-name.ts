/** Names and folders of interpreters that are a slip of the keyboard away from those that exist. */
import { languageOfInterpreter } from '../language';
import { type InterpreterLine, parseInterpreterLine } from './interpreter-line';

/** The line that an interpreter line is a slip away from; itself when it names what exists or may exist. */
export function meantLine(parts: InterpreterLine): InterpreterLine {
  const { name, argument, isEnv } = parts;
  const path = parts.path.replaceAll(/\/+/g, '/');
  const at = path.lastIndexOf('/');
  const folder = path.slice(0, at);
  const file = path.slice(at + 1);
  const meantFolder = ['/bin', '/usr/bin'].find((known) => folder !== known && isSlip(folder, known));
  const isMisplaced = meantFolder !== undefined && !/^(?:\/usr)?(?:\/local)?\/s?bin$/.test(folder);
  const meantPath = `${isMisplaced ? meantFolder : folder}/${meantName(file)}`;
  const program = isEnv ? meantName(name) : name;
  if (at === -1 || (meantPath === path && program === name)) return parts;
  const line = parseInterpreterLine(`#!${meantPath} ${argument.replace(name, program)}`);
  return line && (line.isEnv || languageOfInterpreter(line.name)) ? line : parts;
}

/** Programs that exist and whose names are a slip away from those of the usual interpreters. */
const realNames = /^(?:rbash|sash|bosh|bsh|[bi]python3?|[cj]ython|pythonw|[cpr]perl|genv)$/;

function meantName(name: string): string {
  if (name === 'env' || languageOfInterpreter(name) || realNames.test(name)) return name;
  return ['bash', 'python3', 'python', 'perl', 'env'].find((known) => isSlip(name, known)) ?? name;
}

/** Whether one character is another one, too much or missing, or all are there in another order. */
function isSlip(text: string, right: string): boolean {
  let same = 0;
  while (same < text.length && text[same] === right[same]) same++;
  const [is, be] = [text.slice(same), right.slice(same)];
  const isReordered = is.length === be.length && is.length < 9 && inOrder(is) === inOrder(be);
  return isReordered || is.slice(1) === be.slice(1) || is.slice(1) === be || is === be.slice(1);
}

function inOrder(text: string): string {
  return [...text].sort().join('');
}
