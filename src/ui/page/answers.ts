/** Answers the questions of a page: when the page is awake, to the load of it that asked, each with an answer or a reason. */
import type { Answer, Ask, Question, QuestionTable } from '../../protocol';

/** How each question is answered. What is thrown becomes the reason that there is no answer. */
export type Answerers<Table extends QuestionTable> = {
  readonly [Name in keyof Table]: (question: Question<Table, Name>) => Promise<ReturnType<Table[Name]>>;
};

export class Answers<Table extends QuestionTable> {
  private readonly sleepers: (() => void)[] = [];
  /** Counts the loads of the page, which forgets its questions when it is hidden. */
  private loads = 0;

  /**
   * `post` sends to the page, `reasonOf` puts an error about a question into a sentence. Nothing is looked up while
   * `isAsleep`.
   */
  constructor(
    private readonly answerers: Answerers<Table>,
    private readonly post: (message: Answer<Table>) => void,
    private readonly reasonOf: (error: unknown, question: Question<Table>) => string,
    public isAsleep: boolean,
  ) {}

  /** What was asked is looked up from now on. */
  wake(): void {
    this.isAsleep = false;
    for (const resume of this.sleepers.splice(0)) resume();
  }

  /** The page was loaded anew and knows nothing of what it has asked before. */
  begin(): void {
    this.loads += 1;
  }

  async answer({ id, question }: Ask<Table>): Promise<void> {
    const load = this.loads;
    if (this.isAsleep) await new Promise<void>((resume) => this.sleepers.push(resume));
    if (load !== this.loads) return;
    const said = await this.find(question);
    if (load === this.loads) this.post({ id, ...said });
  }

  private async find(question: Question<Table>) {
    try {
      return { type: 'answer', answer: await answerOf(this.answerers, question) } as const;
    } catch (error) {
      return { type: 'unanswered', reason: this.reasonOf(error, question) } as const;
    }
  }
}

function answerOf<Table extends QuestionTable, Name extends keyof Table>(
  answerers: Answerers<Table>,
  question: Question<Table, Name>,
): Promise<ReturnType<Table[Name]>> {
  return answerers[(question as { readonly type: Name }).type](question);
}
