import { setTimeout as pause } from 'node:timers/promises';
import { type ColumnFacts, summarizeTable } from '../../../capabilities/tables/index.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import type { Visit } from '../../components/index.ts';
import { RecentAnswers } from '../recent-answers.ts';

const TABLES_KEPT = 2000;
/** A page waits so long for the summary of a table; a larger table has it at the next view. Milliseconds. */
const PATIENCE = 250;

/**
 * Summaries of tables, each asked for once: a table is immutable. The first view of a large table does not wait for its own; what is too
 * large to be answered is not asked again until the process is new; a busy moment is forgotten.
 */
export class TableFacts {
  readonly #known = new RecentAnswers<readonly ColumnFacts[]>(TABLES_KEPT);
  readonly #asked = new Map<string, Promise<void>>();

  /**
   * By the names of columns; null while they are being counted.
   * @param mark what the answer depends on: `tableMark`
   */
  async of(visit: Visit, tableId: string, mark: string): Promise<ReadonlyMap<string, ColumnFacts> | null> {
    if (this.#known.known(mark) === undefined) {
      const asked = this.#asked.get(mark) ?? this.#ask(visit, tableId, mark);
      await Promise.race([asked, pause(PATIENCE, undefined, { ref: false })]);
    }
    const facts = this.#known.known(mark);
    return facts ? new Map(facts.map((one) => [one.name, one])) : null;
  }

  #ask({ ctx }: Visit, tableId: string, mark: string): Promise<void> {
    const asked = summarizeTable(ctx, tableId)
      .then((facts) => this.#known.remember(mark, facts))
      .catch((error: unknown) => {
        ctx.log.warn({ tableId, error: String(error) }, 'a table was not summarised');
        if (isRequestError(error) && error.kind === 'too-large') this.#known.remember(mark, []);
      })
      .finally(() => this.#asked.delete(mark));
    this.#asked.set(mark, asked);
    return asked;
  }
}
