import type { Passport } from './passport.ts';
import type { Structure } from './structure.ts';

/** A resource is one table, document, archive, map or API of a dataset. */
export type ResourceKind = 'table' | 'document' | 'archive' | 'geo' | 'link';

/** The working copy of a resource: what the clerk edits. Published states live in versions. */
export interface Resource {
  readonly id: string;
  readonly datasetId: string;
  readonly kind: ResourceKind;
  readonly title: string;
  /** 1-based order on the page. */
  readonly position: number;
  /** Tables only; empty fields until the file is read. */
  readonly structure: Structure;
  /** Links only: the address of an API elsewhere. */
  readonly url: string | null;
}

/** Every state of a dataset, in the order of its life. */
export const DATASET_STATES = [
  'planned',
  'draft',
  'internal',
  'published',
  'suspended',
  'archived',
  'withdrawn',
] as const;

/**
 * Where a dataset is in its life, as the cabinet sees it: promised to the public, being made, службовий (known to the registry, never public),
 * public, closed for a time, no longer updated, gone. What is asked of reviewers meanwhile (submitted, returned, approved, scheduled) is told by review.
 */
export type DatasetState = (typeof DATASET_STATES)[number];

/** The working copy of a dataset. */
export interface Dataset {
  readonly id: string;
  /** Ідентифікаційний номер: given when the passport is created, never used again. */
  readonly number: string;
  /** Its id on data.gov.ua, when it has one. */
  readonly nationalId: string | null;
  /** Address part, КМУ 55 of the title at creation; unique, stays for good once published. */
  readonly slug: string;
  readonly unitId: string;
  readonly state: DatasetState;
  readonly passport: Passport;
  readonly resources: readonly Resource[];
  readonly createdAt: Date;
  readonly changedAt: Date;
}
