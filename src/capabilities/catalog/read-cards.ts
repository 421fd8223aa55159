import type { Context } from '../../platform/context.ts';
import type { Card } from './card.ts';

/** The catalog in numbers, for the home page: published and suspended datasets. */
export interface CatalogNumbers {
  readonly datasets: number;
  readonly resources: number;
  /** Rows of all tables together. */
  readonly rows: number;
  /** Units with at least one dataset. */
  readonly units: number;
  /** ISO 8601 instant of the latest change; null in an empty catalog. */
  readonly changedAt: string | null;
}

export declare function findCard(ctx: Context, slugOrId: string): Promise<Card | null>;
export declare function newestCards(ctx: Context, n: number): Promise<Card[]>;
export declare function catalogNumbers(ctx: Context): Promise<CatalogNumbers>;
