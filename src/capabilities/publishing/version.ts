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

/** The withdrawal of one version. */
export interface VersionClosure {
  readonly reason: string;
  readonly order: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** True where nothing of its data is kept anywhere, not even restricted. */
  readonly purged?: true;
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
  /** What users are told of a breaking change; '' where nothing had to be told. */
  readonly note: string;
  /** Number of the earlier version that was published again as this one. */
  readonly repeats: number | null;
  /** Why and by which order this version alone was withdrawn; null while it is open. */
  readonly closure: VersionClosure | null;
  /** The publisher, as it was called then; '' of versions older than this record. */
  readonly unitName: string;
  /** SHA-256 of the plain CSV of each table, by the resource's id; null until the file is made. */
  readonly checksums: Readonly<Record<string, string | null>>;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}
