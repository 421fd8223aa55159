import type { Context } from '../../platform/context.ts';
import { weightOf } from '../../platform/weight.ts';

/** Answers kept of one installation: counts, summaries, groups, places on a map. */
const MOST = 2_000;
/** All of them together, bytes: places bring rows along, and a cell may hold a book. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Kept {
  readonly answer: Promise<unknown>;
  /** 0 until the answer is there. */
  weight: number;
}

/** What has been found out about tables. They are immutable, so an answer stays right until it is forgotten; the oldest used goes first. */
class Memory {
  readonly #answers = new Map<string, Kept>();
  #weight = 0;

  answer<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question);
    const kept = known ?? { answer: ask(), weight: 0 };
    // moved to the end: the order of a Map is the order of use
    this.#answers.delete(question);
    this.#answers.set(question, kept);
    if (known === undefined) {
      kept.answer.then(
        (found) => this.#weigh(question, kept, weightOf([question, found])),
        () => this.#answers.get(question) === kept && this.#forget(question),
      );
      this.#tidy();
    }
    return kept.answer as Promise<T>;
  }

  #weigh(question: string, kept: Kept, weight: number): void {
    if (this.#answers.get(question) !== kept) return;
    kept.weight = weight;
    this.#weight += weight;
    this.#tidy();
  }

  #tidy(): void {
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST && this.#weight <= MOST_BYTES) return;
      this.#forget(oldest);
    }
  }

  #forget(question: string): void {
    this.#weight -= this.#answers.get(question)?.weight ?? 0;
    this.#answers.delete(question);
  }
}

/** By the store the tables lie in: one memory for an installation, and none that outlives it. */
const MEMORIES = new WeakMap<object, Memory>();

/**
 * The known answer to a question about an immutable table, or a fresh one. Two who ask the same at once share one answer; a failure is not
 * remembered. `question` names the table, what is asked and every condition.
 */
export function remembered<T>(ctx: Context, question: readonly string[], ask: () => Promise<T>): Promise<T> {
  let memory = MEMORIES.get(ctx.objects);
  if (!memory) {
    memory = new Memory();
    MEMORIES.set(ctx.objects, memory);
  }
  return memory.answer(JSON.stringify(question), ask);
}
