import type { DuckRow, DuckValue } from './duckdb.ts';

/** What the query process is told of a question: a statement and its values, nothing of who asks or why. */
export type ToQuery =
  | { readonly id: number; readonly sql: string; readonly values: readonly DuckValue[] }
  | { readonly interrupt: number };

export type FromQuery =
  | 'ready'
  | { readonly id: number; readonly rows: readonly DuckRow[] }
  | { readonly id: number; readonly failure: string };
