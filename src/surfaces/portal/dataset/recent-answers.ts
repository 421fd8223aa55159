/** The most recent answers to questions whose answers never change. The oldest used is forgotten first. */
export class RecentAnswers<T> {
  readonly #most: number;
  readonly #answers = new Map<string, T>();

  /** @param most how many answers are kept */
  constructor(most: number) {
    this.#most = most;
  }

  known(question: string): T | undefined {
    const answer = this.#answers.get(question);
    if (answer === undefined) return undefined;
    // moved to the end: the order of a Map is the order of use
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    return answer;
  }

  remember(question: string, answer: T): void {
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    const oldest = this.#answers.keys().next();
    if (this.#answers.size > this.#most && !oldest.done) this.#answers.delete(oldest.value);
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
