/** "Try in a Container": runs a script as a first boot would, on this computer, and underlines what it complains of. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Trial } from '../../scripts/container/command';
import { type Engine, findEngine } from '../../scripts/container/engine';
import { type ContainerImage, imagesFor } from '../../scripts/container/images';
import { remarks, ScriptOutput } from '../../scripts/container/output';
import { type Ending, runTrial } from '../../scripts/container/run';
import { type Finding, languageOf } from '../../scripts/index';
import { pickOne } from '../ask';
import { choose } from '../confirm';
import * as tell from '../tell';
import { fileName } from '../text';
import { elapsed } from '../time';
import type { Transcript } from '../transcript';
import { toDiagnostic } from './diagnostics';
import { showFinding } from './problems';
import type { Purposes } from './purpose';
import { byWeight, countsOf, underlinedWords } from './sentences';
import type { Sources } from './targets';
import { beyondContainers, endingSentence, leftOutSentences, silentSentence } from './trial-words';

/** How long a script may take, in minutes; a first boot is expected to be through by then. */
const minutes = 10;

const origin = { source: 'NAVER Cloud (container)', words: remarks };

/** What is to be run, and the document that its findings go to. */
interface Order {
  readonly document: vscode.TextDocument;
  readonly engine: Engine;
  readonly image: ContainerImage;
  readonly hasNetwork: boolean;
}

export class ContainerTrials implements vscode.Disposable {
  private readonly shown = vscode.languages.createDiagnosticCollection('ncloud-container');
  private readonly subscriptions: readonly vscode.Disposable[];
  /** Ends the run that is under way. */
  private running: AbortController | undefined;

  constructor(
    private readonly sources: Pick<Sources, 'script'>,
    private readonly purposes: Pick<Purposes, 'of'>,
    private readonly transcript: Transcript,
    private readonly limit = minutes * 60_000,
  ) {
    this.subscriptions = [
      this.shown,
      this.transcript,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.shown.delete(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri)),
    ];
  }

  /** Runs the script of an address, or of the active editor, once the user has said where. */
  async run(argument: unknown): Promise<void> {
    if (!(await isAllowed())) return;
    const document = await this.sources.script(argument);
    if (!document) return;
    const name = fileName(document.uri);
    if (this.isBusy()) return;
    if (!isShellScript(document.getText())) {
      void tell.info(
        vscode.l10n.t('{0} cannot be tried: only shell scripts that start with #! run in a container.', name),
      );
      return;
    }
    const engine = await reachableEngine();
    if (!engine) return;
    const image = await this.pickImage(document);
    if (!image) return;
    const hasNetwork = await this.askToRun(document, engine, image);
    if (hasNetwork !== undefined && !this.isBusy()) await this.carryOut({ document, engine, image, hasNetwork });
  }

  dispose(): void {
    this.running?.abort();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** One run at a time: they write into one output. */
  private isBusy(): boolean {
    if (!this.running) return false;
    this.transcript.show();
    void tell.info(vscode.l10n.t('Another script runs in a container already. Wait for its end, or cancel it.'));
    return true;
  }

  /** The system that is chosen for the script, or that its commands are of, comes first. */
  private async pickImage(document: vscode.TextDocument): Promise<ContainerImage | undefined> {
    const items = imagesFor(document.getText(), this.purposes.of(document).imageName).map((image) => ({
      label: image.label,
      description: image.reference,
      image,
    }));
    const picked = await pickOne(items, {
      title: vscode.l10n.t('Try {0} in a Container', fileName(document.uri)),
      placeHolder: vscode.l10n.t('Which system is the script meant for?'),
      matchOnDescription: true,
    });
    return picked?.image;
  }

  /** Whether it runs with a network, first as its servers have one; undefined when it is not to run. */
  private async askToRun(
    document: vscode.TextDocument,
    engine: Engine,
    image: ContainerImage,
  ): Promise<boolean | undefined> {
    const [run, offline] = [vscode.l10n.t('Run'), vscode.l10n.t('Run Without Network')];
    const { reach } = this.purposes.of(document);
    const detail = [
      vscode.l10n.t('Image: {0}. It is downloaded first if it is not on this computer.', image.reference),
      vscode.l10n.t('The script runs as root in a container of {0}, for {1} minutes at most.', engine.name, minutes),
      vscode.l10n.t('With a network, all that it sends and downloads is real.'),
      ...(reach === 'nat'
        ? [vscode.l10n.t('The servers that it is for have no public IP: without a NAT gateway they have no network.')]
        : []),
      ...(reach === 'none' ? [vscode.l10n.t('The servers that it is for, as the form says, have no internet.')] : []),
      beyondContainers(),
    ].join('\n');
    const title = vscode.l10n.t('Run {0} in a container like {1}?', fileName(document.uri), image.label);
    const choice = await choose(title, detail, ...(reach === 'none' ? [offline, run] : [run, offline]));
    if (choice === run) return true;
    return choice === offline ? false : undefined;
  }

  private async carryOut({ document, engine, image, hasNetwork }: Order): Promise<void> {
    const { version } = document;
    const script = document.getText();
    const output = new ScriptOutput(script);
    const name = `ncloud-try-${randomBytes(6).toString('hex')}`;
    const trial: Trial = { name, image: image.reference, hasNetwork, script, limit: this.limit };
    this.shown.delete(document.uri);
    this.transcript.begin();
    const title = vscode.l10n.t('{0} in {1}', fileName(document.uri), image.label);
    const began = Date.now();
    const ending = await tell.cancellable(title, (signal, report) =>
      this.follow(engine, trial, output, signal, report),
    );
    const findings = ending.kind === 'unstarted' ? [] : output.findings();
    const sentence = endingSentence(ending, fileName(document.uri), image.label, elapsed(Date.now() - began));
    for (const line of ['', sentence, ...leftOutSentences(output.leftOut())]) this.transcript.say(line);
    const isSame = !document.isClosed && document.version === version;
    const diagnostics = isSame ? findings.map((finding) => toDiagnostic(document, finding, origin)) : [];
    this.shown.set(document.uri, diagnostics);
    await this.offerNext(document, ending, sentence, isSame ? findings : []);
  }

  /** Runs it and tells meanwhile how long it takes. */
  private async follow(
    engine: Engine,
    trial: Trial,
    output: ScriptOutput,
    signal: AbortSignal,
    report: (message: string) => void,
  ): Promise<Ending> {
    const controller = new AbortController();
    this.running = controller;
    signal.addEventListener('abort', () => controller.abort());
    let startedAt: number | undefined;
    const tick = () =>
      report(startedAt === undefined ? vscode.l10n.t('getting the image ready…') : elapsed(Date.now() - startedAt));
    const timer = setInterval(tick, 1000);
    tick();
    const watcher = {
      line: (text: string) => {
        this.transcript.line(text);
        if (startedAt !== undefined) output.read(text);
      },
      started: () => {
        startedAt = Date.now();
        tick();
      },
    };
    try {
      return await runTrial(engine, trial, watcher, controller.signal);
    } finally {
      clearInterval(timer);
      this.running = undefined;
    }
  }

  private async offerNext(
    document: vscode.TextDocument,
    ending: Ending,
    sentence: string,
    findings: readonly Finding[],
  ): Promise<void> {
    const [first] = byWeight(findings);
    const [problems, written] = [vscode.l10n.t('Show Problems'), vscode.l10n.t('Show Output')];
    const counts = countsOf(findings);
    const isWell = ending.kind === 'cancelled' || (ending.kind === 'ended' && ending.code === 0);
    const say = isWell && counts.problems === 0 ? tell.info : tell.warn;
    const underlined = first ? ` ${vscode.l10n.t('{0} underlined.', underlinedWords(counts))}` : '';
    const choice = await say(`${sentence}${underlined}`, ...(first ? [problems] : []), written);
    if (choice === written) this.transcript.show();
    if (choice === problems && first) await showFinding(document, first);
  }
}

/** A script is only run for those who have said that they trust what lies in the folder. */
async function isAllowed(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const sentence = vscode.l10n.t('Scripts are only tried in a workspace that you trust.');
  if ((await tell.info(sentence, manage)) === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}

/** The images of containers have no Python and no Perl of their own, and nothing of Windows. */
function isShellScript(text: string): boolean {
  const first = text.split('\n', 1)[0] ?? '';
  const language = languageOf(first);
  return first.startsWith('#!') && (language === undefined || language === 'shellscript');
}

/** One that can run something now; that there is none is said. */
async function reachableEngine(): Promise<Engine | undefined> {
  const again = vscode.l10n.t('Try Again');
  for (;;) {
    const search = await tell.during(vscode.l10n.t('Looking for docker or podman…'), () => findEngine());
    if (search.kind === 'engine') return search.engine;
    const isSilent = search.kind === 'silent';
    const sentence = isSilent
      ? silentSentence(search.name, search.reason)
      : vscode.l10n.t('Neither docker nor podman is installed on this computer, or its folder is not in PATH.');
    if ((await tell.warn(sentence, ...(isSilent ? [again] : []))) !== again) return undefined;
  }
}
