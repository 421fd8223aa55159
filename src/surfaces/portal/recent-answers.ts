import { weightOf } from '../../platform/weight.ts';

/** All answers of one memory together, bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

interface Kept<T> {
  readonly answer: T;
  readonly weight: number;
}

/** The most recent answers to questions whose answers never change. The oldest used is forgotten first. */
export class RecentAnswers<T> {
  readonly #most: number;
  readonly #weigh: (answer: T) => number;
  readonly #answers = new Map<string, Kept<T>>();
  #weight = 0;

  /**
   * @param most how many answers are kept, fewer where they are large
   * @param weigh bytes an answer takes, about
   */
  constructor(most: number, weigh: (answer: T) => number = weightOf) {
    this.#most = most;
    this.#weigh = weigh;
  }

  known(question: string): T | undefined {
    const kept = this.#answers.get(question);
    if (kept === undefined) return undefined;
    // moved to the end: the order of a Map is the order of use
    this.#answers.delete(question);
    this.#answers.set(question, kept);
    return kept.answer;
  }

  remember(question: string, answer: T): void {
    this.#forget(question);
    const weight = weightOf(question) + this.#weigh(answer);
    this.#answers.set(question, { answer, weight });
    this.#weight += weight;
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#most && this.#weight <= MOST_BYTES) return;
      this.#forget(oldest);
    }
  }

  #forget(question: string): void {
    this.#weight -= this.#answers.get(question)?.weight ?? 0;
    this.#answers.delete(question);
  }

  /** The known answer, or a fresh one; a failure is not remembered. */
  async answer(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.known(question);
    if (known !== undefined) return known;
    const fresh = await ask();
    this.remember(question, fresh);
    return fresh;
  }
}
