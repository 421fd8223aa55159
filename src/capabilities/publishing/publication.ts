import { z } from 'zod';
import type { Day } from '../../kernel/dates.ts';
import type { FieldFault } from '../../kernel/errors.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';

/** Why a dataset's data are closed, in words, and by which order. */
export interface Closure {
  readonly reason: string;
  readonly order: string;
  /** Suspended: the day the decision is looked at again; null when withdrawn. */
  readonly reviewOn: Day | null;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Number of the version, where that one alone was withdrawn and not the dataset. */
  readonly version?: number;
  /** True where the data of that version were purged. */
  readonly purged?: true;
}

/** Archived (архівний): who looks for it still has it, and is told that nobody updates it any more. */
export interface Archive {
  readonly reason: string;
  readonly order: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** What the public has of a dataset right now. Only this capability writes it. */
export interface Publication {
  readonly datasetId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly state: 'published' | 'suspended' | 'withdrawn';
  readonly closure: Closure | null;
  /** Null and absent: it is updated as its passport promises. */
  readonly archive?: Archive | null;
  /** ISO 8601 instants. */
  readonly dataAsOf: string;
  readonly firstPublishedAt: string;
  readonly changedAt: string;
}

/** Where a table of the public stands: found by table id (a version's) or resource id (the published one). */
export interface PublicTable {
  readonly tableId: string;
  readonly resourceId: string;
  readonly resourceTitle: string;
  readonly datasetTitle: string;
  /** True where the version has no other table: its file needs no name besides the dataset’s. */
  readonly onlyTable: boolean;
  readonly datasetId: string;
  readonly versionNumber: number;
  /** True where it belongs to the published version. */
  readonly current: boolean;
  readonly state: Publication['state'];
  readonly closure: Closure | null;
}

/** A stored file of a version: a document, archive, map, or an original. */
export interface PublicFile {
  readonly resourceId: string;
  readonly datasetId: string;
  readonly unitId: string;
  readonly versionNumber: number;
  readonly state: Publication['state'];
  readonly closure: Closure | null;
  readonly name: string;
  readonly key: ObjectKey;
  readonly size: number;
  readonly sha256: string;
  /** The table that was read from it, in the same version; null for documents. */
  readonly tableId: string | null;
  /** False for originals nobody ticked as public, or with a column that is closed in that version: staff only. */
  readonly open: boolean;
  /** It holds data of people the public does not see, or nobody looked: read only by its own right, with a reason. */
  readonly personal: boolean;
}

/** Something that stands between a draft and its publication, and at which step of the walk to mend it. */
export interface PublicationFault extends FieldFault {
  readonly step: 'file' | 'repairs' | 'privacy' | 'passport' | 'structure' | 'note';
  /** Null for faults of the passport and of the note to users. */
  readonly resourceId: string | null;
}

const words = (max: number) => z.string().trim().min(1).max(max);

/** The form of a suspension: ground in words, order with number and date, day of review. */
export const Suspension = z.object({ reason: words(2000), order: words(500), reviewOn: z.iso.date() });
export type Suspension = z.infer<typeof Suspension>;

/** The form of archiving. */
export const Archiving = z.object({ reason: words(2000), order: words(500) });
export type Archiving = z.infer<typeof Archiving>;

/** The form of a withdrawal. */
export const Withdrawal = z.object({ reason: words(2000), order: words(500) });
export type Withdrawal = z.infer<typeof Withdrawal>;
