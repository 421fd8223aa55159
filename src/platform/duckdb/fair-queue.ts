/** Waiting longer than this is refused, ms. */
const LONGEST_WAIT = 15_000;

interface Waiting {
  readonly begin: () => void;
  readonly refuse: () => void;
}

/**
 * Lets a few run at once and the rest wait in turn by whom they come from: one visitor's hundred questions delay another's one
 * question by one, not by a hundred.
 */
export class FairQueue {
  readonly #limit: number;
  /** In the order of turns: whoever was served goes to the end. */
  readonly #lines = new Map<string, Waiting[]>();
  #running = 0;

  /** @param limit how many run at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How many wait. */
  get waiting(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.length, 0);
  }

  /** Waits for a turn, then does the deed. @param refusal what is thrown after too long a wait */
  async run<T>(key: string, deed: () => Promise<T>, refusal: () => Error): Promise<T> {
    if (this.#running >= this.#limit) await this.#turn(key, refusal);
    else this.#running += 1;
    try {
      return await deed();
    } finally {
      this.#passOn();
    }
  }

  #turn(key: string, refusal: () => Error): Promise<void> {
    return new Promise((resolve, reject) => {
      const line = this.#lines.get(key) ?? [];
      const timer = setTimeout(() => {
        const at = line.indexOf(waiting);
        if (at >= 0) line.splice(at, 1);
        if (line.length === 0 && this.#lines.get(key) === line) this.#lines.delete(key);
        waiting.refuse();
      }, LONGEST_WAIT);
      const waiting: Waiting = {
        begin: () => {
          clearTimeout(timer);
          resolve();
        },
        refuse: () => reject(refusal()),
      };
      line.push(waiting);
      this.#lines.set(key, line);
    });
  }

  /** Gives the place to the next in turn, or frees it. */
  #passOn(): void {
    for (const [key, line] of this.#lines) {
      const next = line.shift();
      this.#lines.delete(key);
      if (line.length > 0) this.#lines.set(key, line);
      if (next) {
        next.begin();
        return;
      }
    }
    this.#running -= 1;
  }
}
