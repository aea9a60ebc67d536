import type { Reach } from '../reference/reach';
import type { Collector } from './collector';
import { delayingPrograms, delayOf } from './delays';
import type { Finding, FindingArgs } from './finding';
import { type Invocation, invocationOf, Programs } from './invocation';
import { networkPrograms, networkUseOf } from './network';
import { type Range, secretArgumentOf, secretPrograms } from './secret-arguments';
import type { ShellCommand, ShellFault, ShellVisitor } from './shell/command';
import { waitingPrograms, waitOf } from './waits';

/** All other programs are passed over before they cost anything. */
const programs = new Programs([...waitingPrograms, ...delayingPrograms, ...networkPrograms, ...secretPrograms]);

/** More findings than this are not gathered; only a flood has them. */
const maxPending = 2000;

const endlessLoops: Readonly<Record<string, string>> = {
  while: 'while true',
  until: 'until false',
  for: 'for ((;;))',
};

type Pending = { readonly index: number; readonly finding: Finding };

/** The rules on the commands of a shell script. What a command does may depend on what surrounds it, so findings wait. */
export class ShellRules implements ShellVisitor {
  /** Dropped when their commands turn out to read from a file. */
  private readonly reads: Pending[] = [];
  /** Dropped when the script turns out not to wait for them. */
  private readonly delays: Pending[] = [];
  private readonly others: Finding[] = [];
  private readonly configured = new Map<string, boolean>();
  private network: { start: number; end: number; command: string; count: number } | undefined;
  /** Where passwords stand among the arguments. */
  readonly secrets: Range[] = [];

  /** `onComment` is told of every comment. Uses of the network are only looked for where it may be missing. */
  constructor(
    private readonly text: string,
    private readonly reach: Reach | undefined,
    private readonly onComment: (start: number, end: number) => void,
  ) {}

  comment(start: number, end: number): void {
    this.onComment(start, end);
  }

  command(command: ShellCommand): void {
    const invocation = invocationOf(command, this.text, programs);
    if (!invocation) return;
    if (this.reads.length < maxPending) this.checkWait(invocation);
    if (this.delays.length + this.others.length < maxPending) this.checkDelay(invocation);
    if (this.reach === 'none' || this.reach === 'nat') this.checkNetwork(invocation);
    const secret = this.secrets.length < maxPending ? secretArgumentOf(invocation) : undefined;
    if (secret) this.secrets.push(secret);
  }

  endlessLoop(since: number, start: number, end: number): void {
    if (this.delays.length >= maxPending) return;
    const keyword = this.text.slice(start, end);
    const args = { command: endlessLoops[keyword] ?? keyword };
    this.delays.push({ index: since, finding: { rule: 'endless-wait', severity: 'warning', start, end, args } });
  }

  fed(since: number): void {
    drop(this.reads, since);
  }

  background(since: number): void {
    drop(this.delays, since);
  }

  /** Reports what has been gathered, as far as the fault leaves it certain. */
  finish(fault: ShellFault | undefined, found: Collector): void {
    if (fault) reportFault(fault, found);
    // After an odd quote texts were read as commands and commands as texts.
    if (fault?.kind === 'quote') return;
    for (const { finding } of this.reads) found.add(finding);
    for (const { finding } of this.delays) found.add(finding);
    for (const finding of this.others) found.add(finding);
    if (!this.network || !this.reach) return;
    const { start, end, command, count } = this.network;
    found.report('network-unreachable', 'warning', start, end, { command, count, reach: this.reach });
  }

  private checkWait(invocation: Invocation): void {
    const wait = waitOf(invocation);
    if (!wait || this.isAnsweredByConfiguration(invocation.name)) return;
    const { rule, start, end, command, option, edits } = wait;
    const args = { command, option };
    const finding: Finding = { rule, severity: 'warning', start, end, args, ...(edits && { fix: { edits } }) };
    this.reads.push({ index: invocation.command.index, finding });
  }

  /** The package managers can be told in a configuration file not to ask. */
  private isAnsweredByConfiguration(name: string): boolean {
    const setting = name.startsWith('apt')
      ? '::Assume-Yes'
      : name === 'yum' || name === 'dnf'
        ? 'assumeyes='
        : undefined;
    if (setting === undefined) return false;
    const known = this.configured.get(setting) ?? this.text.includes(setting);
    this.configured.set(setting, known);
    return known;
  }

  private checkDelay(invocation: Invocation): void {
    const delay = delayOf(invocation);
    if (!delay) return;
    const { command, at } = invocation;
    const start = command.start(at);
    const end = command.end(command.length - 1);
    if (delay.rule === 'reboot' || delay.rule === 'power-off') {
      const severity = delay.rule === 'reboot' ? 'information' : 'warning';
      this.others.push({ rule: delay.rule, severity, start, end, args: { command: delay.command } });
      return;
    }
    const args: FindingArgs = delay.rule === 'long-wait' ? { seconds: delay.seconds } : { command: delay.command };
    this.delays.push({ index: command.index, finding: { rule: delay.rule, severity: 'warning', start, end, args } });
  }

  private checkNetwork(invocation: Invocation): void {
    const used = networkUseOf(invocation);
    if (used === undefined) return;
    if (this.network) this.network.count++;
    else {
      const { command, at } = invocation;
      this.network = { start: command.start(at), end: command.end(at), command: used, count: 1 };
    }
  }
}

function reportFault({ kind, start, end, expected, almost }: ShellFault, found: Collector): void {
  if (kind === 'quote') found.report('unterminated-quote', 'error', start, end, { quote: expected });
  else {
    const edits = almost && [{ ...almost, text: expected }];
    found.report('unterminated-heredoc', 'warning', start, end, { word: expected.slice(0, 80) }, edits);
  }
}

function drop(pending: Pending[], since: number): void {
  while ((pending.at(-1)?.index ?? -1) >= since) pending.pop();
}
