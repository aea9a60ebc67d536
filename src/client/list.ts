/** Reads whole lists, in pages where one answer is not enough. What is not whole is an error and never a shorter list. */
import { setImmediate as breathe } from 'node:timers/promises';
import { type Action, answerList, findAction, type Row, type RowKey, type Service } from '../reference';
import { type Answer, listName } from './decode';
import { BadAnswerError } from './errors';
import type { CallOptions } from './options';
import type { Params } from './params';
import { rowName } from './rows';

/**
 * Rows of a page, the most that VPC allows: 1,000 servers are 1.2 to 1.7 MB of JSON, which one task decodes in 6 to
 * 9 ms. As XML, which no window reads, they take 200 ms.
 */
const pageSize = 1_000;

/**
 * Characters of an answer without paging that is still decoded as a whole: 2,300 servers, 20 ms of one task. The 10 MB
 * that may come take 50 ms and more.
 */
const longestWhole = 4 * 1024 * 1024;

/** How many times a list is read that changes while it is read. */
const readings = 2;

/** Calls the action once; an answer that is longer than that many characters is `too-large`. */
export type Ask = (params: Params, longest?: number) => Promise<Answer>;

/** A list that is to be read: of which action, by which calls, and who hears of each page. */
export interface ListQuestion {
  readonly service: Service;
  readonly action: string;
  readonly params: Params;
  readonly ask: Ask;
  readonly onRows: CallOptions['onRows'];
}

/** A page as it was asked for and answered. */
interface Page {
  readonly params: Params;
  readonly rows: readonly Row[];
  readonly total: number;
}

function incomplete(): BadAnswerError {
  return new BadAnswerError('incomplete-list');
}

/** Reads lists; one client has one, which remembers the lists that are too large to come as a whole. */
export class Lists {
  readonly #large = new Set<string>();

  /**
   * All rows. A list that changes while it is read is read once more, and `onRows` hears its rows again.
   * @throws NcloudError; `incomplete-list` when rows are missing, come twice or change while they are read.
   */
  async read(question: ListQuestion): Promise<Row[]> {
    for (let reading = 1; ; reading++) {
      try {
        return await this.#read(question);
      } catch (error) {
        const isIncomplete = error instanceof BadAnswerError && error.reason === 'incomplete-list';
        if (!isIncomplete || reading === readings) throw error;
      }
    }
  }

  async #read(question: ListQuestion): Promise<Row[]> {
    const { service, action, params, onRows } = question;
    const known = findAction(service, action);
    const whole = known?.paged ? await this.#whole(question) : await question.ask(params);
    if (whole !== undefined) {
      const { rows, total } = counted(question, whole);
      if (rows.length === total) {
        new Distinct(known).add(rows);
        onRows?.(rows, total);
        return [...rows];
      }
      if (rows.length === 0 || rows.length > total) throw incomplete();
    }
    if (!known?.paged) throw incomplete();
    return readPages(question, known);
  }

  /** The answer without paging; undefined when it is too large. */
  async #whole({ service, action, params, ask }: ListQuestion): Promise<Answer | undefined> {
    const name = `${service} ${action}`;
    if (this.#large.has(name)) return undefined;
    try {
      return await ask(params, longestWhole);
    } catch (error) {
      if (!(error instanceof BadAnswerError) || error.reason !== 'too-large') throw error;
      this.#large.add(name);
      return undefined;
    }
  }
}

function counted({ service, action }: ListQuestion, answer: Answer): Pick<Page, 'rows' | 'total'> {
  const name = listName(service, action, answer);
  const rows = name === undefined ? [] : (answer[name] as Row[]);
  const total = answer.totalRows ?? (findAction(service, action)?.paged ? undefined : rows.length);
  if (total === undefined) throw incomplete();
  return { rows, total };
}

/** Takes rows in as long as each of them is another one. */
class Distinct {
  readonly #key: RowKey;
  readonly #known = new Set<string>();

  constructor(action: Action | undefined) {
    this.#key = answerList(action)?.key ?? { isNumber: false };
  }

  names(rows: readonly Row[]): string[] {
    return rows.map((row) => rowName(row, this.#key));
  }

  add(rows: readonly Row[]): void {
    for (const name of this.names(rows)) {
      if (this.#known.has(name)) throw incomplete();
      this.#known.add(name);
    }
  }
}

/**
 * Reads page after page. Then all pages but the last are read again: as long as each of them begins and ends where it
 * did, no row has slipped from one page to another in between.
 */
async function readPages(question: ListQuestion, known: Action): Promise<Row[]> {
  const distinct = new Distinct(known);
  const sorting = sortingOf(known);
  const pages: Page[] = [];
  const all: Row[] = [];
  let size = pageSize;
  for (let isLast = false; !isLast; ) {
    const params = { ...sorting, ...question.params, pageNo: pages.length + 1, pageSize: size };
    const page = await readPage(question, params);
    const [{ total } = page] = pages;
    // A service may give smaller pages than were asked for; the first one shows how small.
    if (pages.length === 0 && page.rows.length > 0) size = Math.min(size, page.rows.length);
    distinct.add(page.rows);
    pages.push(page);
    all.push(...page.rows);
    isLast = all.length === total;
    if (page.total !== total || all.length > total || (!isLast && page.rows.length !== size)) throw incomplete();
    question.onRows?.(page.rows, total);
  }
  for (const page of pages.slice(0, -1)) {
    const again = await readPage(question, page.params);
    const names = distinct.names(again.rows).join('\n');
    if (again.total !== page.total || names !== distinct.names(page.rows).join('\n')) throw incomplete();
  }
  return all;
}

async function readPage(question: ListQuestion, params: Params): Promise<Page> {
  const page = counted(question, await question.ask(params));
  await breathe();
  return { params, ...page };
}

/** The order in which rows do not move to another page when a new one comes: by number, where the action can. */
function sortingOf(action: Action): Params {
  const field = answerList(action)?.key.field;
  const choices = (name: string) => action.parameters.find((parameter) => parameter.name === name)?.enum ?? [];
  const [ascending] = choices('sortingOrder');
  if (field === undefined || ascending === undefined || !choices('sortedBy').includes(field)) return {};
  return { sortedBy: field, sortingOrder: ascending };
}
