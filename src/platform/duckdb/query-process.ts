import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { RequestError } from '../../kernel/errors.ts';
import type { Log } from '../logging/log.ts';
import type { DuckRow, PublicQuery } from './duckdb.ts';
import { FairQueue } from './fair-queue.ts';
import { explainFailure, QUERY_TIMEOUT, tooLarge } from './query-limits.ts';
import type { FromQuery, ToQuery } from './query-messages.ts';

/** A process that does not heed an interrupt within this time is killed, ms. */
const DEAF = 2_000;

/** A process that lived so long was not ill from birth, ms. */
const HEALTHY = 2_000;
/** Before a process that died young is started again, ms. */
const PAUSE = 1_000;

function busy(): RequestError {
  return new RequestError('busy', 'query-busy', {
    uk: 'Зараз забагато запитів до таблиць. Спробуйте за хвилину.',
    en: 'There are too many questions to the tables now. Try again in a minute.',
  });
}

/** Thrown when the process died under a question; it is asked once more. */
class ProcessDied extends Error {}

interface Asked {
  readonly resolve: (rows: DuckRow[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The query process as seen from the web: started at the first question or by `warm`, started again when it dies. A question
 * whose process died under it is asked once more; a second death is told as too large.
 */
export class QueryProcess {
  readonly #program: string;
  readonly #log: Log;
  readonly #queue = new FairQueue(Math.max(2, availableParallelism()));
  readonly #asked = new Map<number, Asked>();
  #child: ChildProcess | null = null;
  #ready: Promise<ChildProcess> | null = null;
  #next = 1;
  #stopped = false;

  constructor(program: string, log: Log) {
    this.#program = program;
    this.#log = log;
  }

  /** How many questions wait. */
  get waiting(): number {
    return this.#queue.waiting;
  }

  /** Its process number; null while there is none. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** @param visitor whose turn it takes, e.g. an address */
  async query(question: PublicQuery, visitor = ''): Promise<DuckRow[]> {
    return this.#queue.run(visitor, () => this.#askTwice(question), busy);
  }

  /** Starts the process before anybody asks. */
  async warm(): Promise<void> {
    await this.#process();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const child = this.#child;
    if (!child) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL'); // it holds nothing that could be lost
    });
  }

  async #askTwice(question: PublicQuery): Promise<DuckRow[]> {
    try {
      return await this.#ask(question);
    } catch (error) {
      if (!(error instanceof ProcessDied)) throw explainFailure(error);
    }
    try {
      return await this.#ask(question);
    } catch (error) {
      throw error instanceof ProcessDied ? tooLarge('query-too-large') : explainFailure(error);
    }
  }

  async #ask({ sql, values, timeout = QUERY_TIMEOUT }: PublicQuery): Promise<DuckRow[]> {
    const child = await this.#process();
    const id = this.#next++;
    const tell = (message: ToQuery) => {
      if (child.connected) child.send(message, () => {}); // a failed sending is seen as its death
    };
    let deaf: NodeJS.Timeout | undefined;
    const clock = setTimeout(() => {
      tell({ interrupt: id });
      deaf = setTimeout(() => {
        this.#settle(id)?.reject(tooLarge('query-too-long'));
        child.kill('SIGKILL');
      }, DEAF);
    }, timeout);
    try {
      return await new Promise<DuckRow[]>((resolve, reject) => {
        this.#asked.set(id, { resolve, reject });
        tell({ id, sql, values });
      });
    } finally {
      clearTimeout(clock);
      clearTimeout(deaf);
    }
  }

  #settle(id: number): Asked | undefined {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    return asked;
  }

  #process(): Promise<ChildProcess> {
    if (this.#stopped) return Promise.reject(busy());
    this.#ready ??= this.#start();
    return this.#ready;
  }

  #start(): Promise<ChildProcess> {
    const child = fork(this.#program, ['query'], { serialization: 'advanced', env: { ...process.env } });
    this.#child = child;
    const born = Date.now();
    return new Promise((resolve, reject) => {
      child.on('message', (message: FromQuery) => {
        if (message === 'ready') resolve(child);
        else if ('rows' in message) this.#settle(message.id)?.resolve([...message.rows]);
        else this.#settle(message.id)?.reject(new Error(message.failure));
      });
      child.on('error', (error) => this.#log.error({ error: error.message }, 'the query process reports an error'));
      child.once('exit', (code, signal) => {
        if (this.#child === child) {
          this.#child = null;
          this.#ready = null;
        }
        if (!this.#stopped) this.#comeBack(signal ?? `code ${code}`, Date.now() - born);
        reject(new ProcessDied('before it was ready'));
        for (const id of [...this.#asked.keys()]) this.#settle(id)?.reject(new ProcessDied('under a question'));
      });
    });
  }

  /** Starts it again, at once after a good life, later when it does not live at all. */
  #comeBack(why: string, lived: number): void {
    this.#log.warn({ why }, 'the query process ended, it is started again');
    setTimeout(() => void this.warm().catch(() => {}), lived > HEALTHY ? 0 : PAUSE).unref();
  }
}
