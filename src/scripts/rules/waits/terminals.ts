/** Programs that draw on a screen or want a terminal as their input. */
import { argumentsOf, type Invocation } from '../../commands/invocation';
import { readOptions, taking } from '../../commands/options';
import type { CommandCheck } from '../../rule';
import { takesComposeValue, takesContainerValue, takesRunValue } from '../container-options';
import { told, type Wait, type WaitArgs } from './waiting';

export const terminals: Readonly<Record<string, CommandCheck<WaitArgs>>> = {
  'vi vim nvim': checkVi,
  'nano pico emacs less more htop mc vipw cfdisk ncdu nmtui alsamixer whiptail dialog': checkScreen,
  top: (invocation) => terminalUnless(invocation, /^-\w*b|^--batch/),
  visudo: (invocation) => terminalUnless(invocation, /^-\w*[chV]|^--(?:check|help|version)/),
  crontab: checkCrontab,
  systemctl: checkSystemctlEdit,
  tmux: checkTmux,
  screen: (invocation) => terminalUnless(invocation, /^-(?:\w*[dDXQv]|ls|list|wipe|help)/),
  'docker podman': checkContainer,
  'docker-compose': checkCompose,
};

function terminalUnless(invocation: Invocation, batch: RegExp): Wait | undefined {
  const isBatch = argumentsOf(invocation).some((value) => batch.test(value.slice(0, 200)));
  return isBatch || invocation.command.hasInput ? undefined : told(invocation, invocation.name, '');
}

function checkVi(invocation: Invocation): Wait | undefined {
  return terminalUnless(invocation, /^(?:-[cesEyS]\w*|--headless|\+.+|--version|--help)/);
}

function checkScreen(invocation: Invocation): Wait | undefined {
  return terminalUnless(invocation, /^--?(?:batch|version|help|V$)/);
}

function checkCrontab(invocation: Invocation): Wait | undefined {
  for (let i = 0; i < invocation.at; i++) if (invocation.command.value(i).startsWith('EDITOR=')) return undefined;
  return argumentsOf(invocation).includes('-e') ? told(invocation, 'crontab -e', '') : undefined;
}

/** It opens an editor. */
function checkSystemctlEdit(invocation: Invocation): Wait | undefined {
  const { command, at } = invocation;
  const values = argumentsOf(invocation);
  for (let i = 0; i < at; i++) if (/^(?:SYSTEMD_)?EDITOR=/.test(command.value(i))) return undefined;
  const isEdit = values.find((value) => !value.startsWith('-')) === 'edit' && !values.includes('--stdin');
  return isEdit ? told(invocation, 'systemctl edit', '') : undefined;
}

/** A session that starts detached, and what is done to one, need no terminal. */
function checkTmux(invocation: Invocation): Wait | undefined {
  const values = argumentsOf(invocation);
  const { given, next } = readOptions(values, 0, taking('-c -f -L -S -T'));
  const verb = values[next] ?? (given.has('-V') ? 'version' : 'new');
  if (/^(?:a|at|attach|attach-session)$/.test(verb)) return told(invocation, `tmux ${verb}`, '');
  const isDetached = values.slice(next).some((value) => /^-[AEPXdD]*d/.test(value));
  return /^new(?:-session)?$/.test(verb) && !isDetached ? told(invocation, 'tmux', '') : undefined;
}

/** `-t` takes the input from a terminal where `-i` hands on the input at all. Podman only warns. */
function checkContainer(invocation: Invocation): Wait | undefined {
  const { command, at, name } = invocation;
  const values = argumentsOf(invocation);
  let verb = readOptions(values, 0, takesContainerValue).next;
  if (values[verb] === 'container') verb++;
  if (values[verb] !== 'run' && values[verb] !== 'exec') return undefined;
  const { given, next } = readOptions(values, verb + 1, takesRunValue);
  const has = (short: string, long: string) => given.has(short) || given.has(long);
  if (has('-d', '--detach') || !has('-i', '--interactive') || !has('-t', '--tty')) return undefined;
  for (let i = verb + 1; i < next; i++) {
    const word = at + 1 + i;
    const source = command.source(word);
    if (!/^-[iqPt]*t[iqPt]*$|^--tty$/.test(source)) continue;
    const rest = source.startsWith('--') ? '' : source.replaceAll('t', '');
    const edit =
      rest.length > 1
        ? { start: command.start(word), end: command.end(word), text: rest }
        : { start: command.end(word - 1), end: command.end(word), text: '' };
    const place = told(invocation, `${name} ${values[verb]} -it`, '-t');
    const severity = name === 'podman' ? { severity: 'information' as const } : {};
    return { ...place, end: command.end(word), ...severity, edits: [edit] };
  }
  return told(invocation, `${name} ${values[verb]} -it`, '');
}

/** The first generation takes a terminal for granted. */
function checkCompose(invocation: Invocation): Wait | undefined {
  const { command, at } = invocation;
  const values = argumentsOf(invocation);
  const verb = readOptions(values, 0, takesComposeValue).next;
  if (values[verb] !== 'run' && values[verb] !== 'exec') return undefined;
  const { given } = readOptions(values, verb + 1, takesRunValue);
  if (['-T', '--no-TTY', '-d', '--detach', '--help'].some((option) => given.has(option))) return undefined;
  const end = command.end(at + 1 + verb);
  const place = told(invocation, `docker-compose ${values[verb]}`, '-T');
  return { ...place, end, severity: 'information', edits: [{ start: end, end, text: ' -T' }] };
}
