/** What the page asks its host: each question has a number, and its answer comes as a promise. */
import type { Answer, Ask, Question, QuestionTable } from '../src/protocol';

/** Asks the host. The promise is rejected with the reason, as a sentence, when there is no answer. */
export type Asking<Table extends QuestionTable> = <Name extends keyof Table>(
  question: Question<Table, Name>,
) => Promise<ReturnType<Table[Name]>>;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}

export class Asker<Table extends QuestionTable> {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(private readonly post: (message: Ask<Table>) => void) {}

  readonly ask: Asking<Table> = (question) => {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.post({ type: 'ask', id, question });
    });
  };

  /** Takes what the host says; answers to questions that were forgotten are dropped. */
  receive(message: Answer<Table>): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === 'answer') waiting?.resolve(message.answer as never);
    else waiting?.reject(new Error(message.reason));
  }

  /** What was asked so far is of no use any more. */
  forget(): void {
    this.waiting.clear();
  }
}
