/** A rule on scripts for `sh` that are written in bash. What stands here was tried with dash 0.5.12. */
import { argumentsOf, type Invocation } from '../commands/invocation';
import type { Extension } from '../grammar';
import { isCode, linePrefix } from '../line';
import { type CommandCheck, figure, type Place, type Rule } from '../rule';
import type { Script } from '../script';
import { quoted } from '../shell/command';

/** No real script has more such ranges. */
const most = 200;

const setOption = option(
  /^(?:pipefail|errtrace|functrace|posix|history|histexpand|braceexpand|physical)$|^[-+][a-zA-Z]*[TBHPkht]/,
  true,
);

/** A first line with one option at most, up to that. */
const line = /^#! ?(?:\/usr)?\/bin\/(?:env )?(?:sh|dash)(?=(?: \S+)?$)/;

type Args = { word: string; interpreter: string; stops: number; count: number; shebang: string };

/** One finding a script: at the first place that stops it, or else at the first one. */
export const bashGrammar: Rule<Args> = {
  id: 'bash-grammar',
  severity: 'warning',
  what: {
    en: ({ word, interpreter, stops, count }) => {
      const such = count === 1 ? '' : ` (${figure(count)} such places)`;
      return stops
        ? `“${word}” is bash syntax: ${interpreter} stops here${such}.`
        : `“${word}” works in bash, not in ${interpreter}${such}.`;
    },
    ko: ({ word, interpreter, stops, count }) => {
      const words = count === 1 ? `‘${word}’ 구문은` : `‘${word}’ 등 ${figure(count)}개 구문은`;
      return stops
        ? `${words} bash 전용이라 ${interpreter}에서는 스크립트가 여기서 중단됩니다.`
        : `${words} bash 전용이라 ${interpreter}에서는 의도대로 동작하지 않습니다.`;
    },
  },
  why: {
    en: ({ interpreter }) =>
      interpreter === 'dash'
        ? 'Name bash on the first line.'
        : 'On Ubuntu and Debian, sh is dash. This works only where sh is bash, as on Rocky Linux. Name bash on the first line.',
    ko: ({ interpreter }) =>
      interpreter === 'dash'
        ? '첫 줄에 bash를 지정하십시오.'
        : 'Ubuntu와 Debian의 sh는 dash입니다. Rocky Linux처럼 sh가 bash인 서버에서만 동작하므로 첫 줄에 bash를 지정하십시오.',
  },
  fix: {
    en: ({ shebang }) => `Change the first line to ${shebang}`,
    ko: ({ shebang }) => `첫 줄을 ‘${shebang}’ 줄로 변경`,
  },
  programs: {
    'source declare typeset let shopt mapfile readarray pushd popd disown enable caller compgen complete': namedOnly,
    set: (invocation, script) => (isTried(invocation, script) ? undefined : setOption(invocation, script)),
    export: option(/^-[fn]/, true),
    readonly: option(/^-[aAf]/, true),
    local: option(/^-/, true),
    read: option(/^-[a-zA-Z]*[aedinNstu]/, false),
    printf: option(/^-v$|%q/, false),
    trap: option(/^(?:ERR|DEBUG|RETURN|SIG[A-Z]+)$/, false),
    kill: option(/^-SIG[A-Z]+$/, false),
    wait: option(/^-/, false),
    echo: checkEcho,
    '[ test': checkTest,
    type: option(/^-/, false),
  },
  find(script, gathered) {
    const interpreter = interpreterOf(script);
    const { grammar, text, opening } = script;
    // A script that asks for bash knows what it is doing.
    if (!interpreter || !grammar || script.mentions('BASH_VERSION') || script.mentions('exec bash')) return [];
    const extensions = [...grammar.extensions, ...ranges(text)];
    const places = [...gathered, ...extensions.map(({ start, end, stops }) => place(text, start, end, stops))];
    if (places.length === 0) return [];
    places.sort((a, b) => b.args.stops - a.args.stops || a.start - b.start);
    const [{ start, end, args } = place(text, 0, 0, false)] = places;
    const { first } = opening;
    const shebang = first.text.replace(line, '#!/bin/bash');
    return [
      {
        start,
        end,
        args: { ...args, interpreter, count: places.length, shebang },
        severity: args.stops ? 'error' : 'warning',
        edits: shebang !== first.text ? [{ start: first.start, end: first.end, text: shebang }] : undefined,
      },
    ];
  },
};

/** The shells by whose name a script cannot count on bash. */
function interpreterOf({ opening: { kind, interpreter } }: Script): string | undefined {
  return kind === 'interpreter' && (interpreter === 'sh' || interpreter === 'dash') ? interpreter : undefined;
}

function place(text: string, start: number, end: number, stops: boolean): Place<Args> {
  const shown = text.slice(start, Math.min(end, start + 30)).replace(/\s+/g, ' ');
  return { start, end, args: { word: shown, interpreter: '', stops: Number(stops), count: 1, shebang: '' } };
}

function namedOnly({ command, at }: Invocation, script: Script): Place<Args> | undefined {
  return interpreterOf(script) ? place(script.text, command.start(at), command.end(at), false) : undefined;
}

/** In a subshell, or by way of `command`, a script tries whether the shell knows an option. */
function isTried({ command, at }: Invocation, script: Script): boolean {
  return (at > 0 && command.value(at - 1) === 'command') || script.mentions('(set -o pipefail');
}

/** An option or a word of a command that its namesake in bash alone takes. */
function option(taken: RegExp, stops: boolean): CommandCheck<Args> {
  return (invocation, script) =>
    namedWith(invocation, script, stops, (value) => value.length < 40 && taken.test(value));
}

/** Another `echo` is meant by its path. */
function checkEcho(invocation: Invocation, script: Script): Place<Args> | undefined {
  const isBuiltin = invocation.command.value(invocation.at) === 'echo';
  return isBuiltin
    ? namedWith(invocation, script, false, (value, i) => i === 0 && /^-(?:e|ne|en|E)$/.test(value))
    : undefined;
}

function checkTest(invocation: Invocation, script: Script): Place<Args> | undefined {
  const { command, at } = invocation;
  return namedWith(invocation, script, false, (value, i, before) => {
    if (/^-[vNR]$/.test(value)) return i === 0 || /^(?:!|-a|-o)$/.test(before);
    return i > 0 && /^(?:==|=~)$/.test(value) && !command.has(at + 1 + i, quoted);
  });
}

function namedWith(
  invocation: Invocation,
  script: Script,
  stops: boolean,
  isTaken: (value: string, index: number, before: string) => boolean,
): Place<Args> | undefined {
  if (!interpreterOf(script)) return undefined;
  const values = argumentsOf(invocation);
  const end = values.indexOf('--');
  const index = values.findIndex((value, i) => (end === -1 || i < end) && isTaken(value, i, values[i - 1] ?? ''));
  if (index === -1) return undefined;
  const { command, at } = invocation;
  return place(script.text, command.start(at), command.end(at + 1 + index), stops);
}

/** `{1..3}` outside quotes, which only bash takes for three words. */
function ranges(text: string): readonly Extension[] {
  const found: Extension[] = [];
  for (const { 0: range, index: start } of text.matchAll(
    /\{(?:-?\d{1,9}\.\.-?\d{1,9}|[a-zA-Z]\.\.[a-zA-Z])(?:\.\.-?\d{1,9})?\}/g,
  )) {
    if (found.length >= most) break;
    const before = linePrefix(text, start);
    if (isCode(before)) found.push({ start, end: start + range.length, stops: false });
  }
  return found;
}
