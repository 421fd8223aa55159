import type { ResourceKind } from './dataset.ts';
import type { Passport } from './passport.ts';
import type { StructureField } from './structure.ts';

/** A column hidden for a time. */
export interface HiddenColumn {
  readonly name: string;
  readonly title: string;
  /** ISO 8601 instant it is shown again at; null: it stays closed by a decision. */
  readonly until: string | null;
}

/** One resource as the public sees it. */
export interface CardResource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly title: string;
  /** Tables: key of the row API and of `tables.open`; null otherwise. */
  readonly tableId: string | null;
  readonly rows: number | null;
  readonly fields: readonly StructureField[];
  /** Formats offered for download, upper case: `CSV`, `JSON` …; the file's own for documents; `API` for links. */
  readonly formats: readonly string[];
  /** Documents, archives, geo, and originals ticked as public: the stored file. */
  readonly file: { readonly name: string; readonly key: string; readonly size: number; readonly sha256: string } | null;
  readonly url: string | null;
  /** Columns hidden for a time; they are not among the fields. Left out: none. */
  readonly hidden?: readonly HiddenColumn[];
  /** Tables: decimal sign of plain CSV; a point where nothing is said. */
  readonly decimalSign?: 'dot' | 'comma';
}

/**
 * All that a public page, search and API entry show of a dataset, written by `publishing` in its transaction. Public surfaces read
 * cards only.
 */
export interface Card {
  readonly datasetId: string;
  readonly number: string;
  readonly nationalId: string | null;
  readonly slug: string;
  readonly state: 'published' | 'suspended' | 'withdrawn';
  /** Suspended or withdrawn: ground and reason in words, order, review day. */
  readonly closure: {
    readonly reason: string;
    readonly order: string;
    readonly reviewOn: string | null;
    readonly at: string;
  } | null;
  /** Archived (архівний): data and page stay, nobody updates them any more. Absent and null: it is not. */
  readonly archive?: { readonly reason: string; readonly order: string; readonly at: string } | null;
  readonly versionId: string;
  readonly versionNumber: number;
  /** Numbers of earlier versions that were withdrawn one by one; left out where there are none. */
  readonly withdrawnVersions?: readonly number[];
  readonly unit: {
    readonly id: string;
    readonly name: string;
    readonly slug: string;
    readonly edrpou: string | null;
    /** Whose it was before, the last first; absent in cards of before there was such a thing. */
    readonly previous?: readonly { readonly name: string; readonly slug: string }[];
  };
  readonly passport: Passport;
  readonly resources: readonly CardResource[];
  /** ISO 8601 instants. */
  readonly firstPublishedAt: string;
  readonly changedAt: string;
  readonly dataAsOf: string;
}
