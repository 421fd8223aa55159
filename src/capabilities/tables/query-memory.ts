import type { Context } from '../../platform/context.ts';

/** Answers kept of one installation. Each is small: a count, a summary, a page of groups. */
const MOST = 2_000;

/** What has been found out about tables. They are immutable, so an answer stays right until it is forgotten; the oldest used goes first. */
class Memory {
  readonly #answers = new Map<string, Promise<unknown>>();

  answer<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question) as Promise<T> | undefined;
    const answer = known ?? ask();
    // moved to the end: the order of a Map is the order of use
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    if (known === undefined) {
      answer.catch(() => this.#answers.get(question) === answer && this.#answers.delete(question));
      const oldest = this.#answers.keys().next();
      if (this.#answers.size > MOST && !oldest.done) this.#answers.delete(oldest.value);
    }
    return answer;
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
