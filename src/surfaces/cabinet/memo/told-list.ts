/** A list of the cabinet as it is told to somebody outside it: to a head in a memo, to a colleague in a messenger. */
export interface ToldList {
  /** What is so, after «станом на …»: «12 наборів прострочено:». */
  readonly about: string;
  /** Whose head the memo goes to; null: it is written by hand. */
  readonly unitName: string | null;
  readonly columns: readonly string[];
  /** Shares of the width. */
  readonly widths: readonly number[];
  readonly rows: readonly ToldRow[];
}

/** A line of it. */
export interface ToldRow {
  /** As many as there are columns. */
  readonly cells: readonly string[];
  /** Where it is in the cabinet, without the language. */
  readonly path: string;
}
