import type { CardResource, Passport } from '../catalog/index.ts';

/** How a version differs from the one before it. */
export interface ChangeSummary {
  readonly rowsAdded: number | null;
  readonly rowsRemoved: number | null;
  /** Null where the tables have no common identifier to compare by. */
  readonly rowsChanged: number | null;
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}

/** Immutable state of a dataset's data and passport (версія). */
export interface Version {
  readonly id: string;
  readonly datasetId: string;
  /** 1, 2, 3 … */
  readonly number: number;
  readonly passport: Passport;
  readonly resources: readonly CardResource[];
  readonly changes: ChangeSummary | null;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}
