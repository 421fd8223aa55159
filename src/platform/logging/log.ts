/** Structured log: facts first, then a short sentence in English. Never cell values, never secrets. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
  /** A log that adds these facts to each line (request id, job id). */
  child(facts: object): Log;
}
