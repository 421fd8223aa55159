import type { Day } from '../../../kernel/dates.ts';
import type { Frequency, Passport } from '../../catalog/index.ts';

/** Whose view an entry is: staff see the working copy of every dataset, the public only what was published or promised. */
export type Audience = 'staff' | 'public';

/**
 * Where an entry stands (governance G2): виявлено, підтверджено, заплановано, оприлюднено на data.gov.ua, оприлюднено, архівний, призупинено,
 * вилучено, об'єднано, службовий; `retired`: the dataset was removed before it was ever published, its number is never given again.
 */
export const ENTRY_STATES = [
  'found',
  'confirmed',
  'planned',
  'elsewhere',
  'published',
  'archived',
  'suspended',
  'withdrawn',
  'merged',
  'internal',
  'retired',
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** The ten fields of seed 003, п. 2.8, in its order. */
export const TEN_FIELDS = [
  'id',
  'name',
  'description',
  'created',
  'format',
  'size',
  'frequency',
  'link',
  'holder',
  'contact',
] as const;
export type EntryField = (typeof TEN_FIELDS)[number];

/** Whom to ask. */
export interface EntryContact {
  readonly name: string;
  readonly post: string;
  readonly email: string;
  readonly phone: string;
}

/** What is shown on demand, beside the ten fields. */
interface EntryMore {
  readonly slug: string;
  readonly purpose: string;
  readonly keywords: readonly string[];
  readonly ground: Passport['ground'];
  /** Whole, in part (the passport says what is withheld), or not at all. */
  readonly disclosure: 'open' | 'part' | 'internal';
  readonly related: readonly string[];
  readonly codeLists: readonly string[];
  /** Datasets its data are in now, by number; empty: it goes on itself. */
  readonly successors: readonly string[];
}

/** An entry as it is drawn from a dataset. */
export interface EntryValues {
  readonly datasetId: string;
  readonly state: EntryState;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly createdOn: Day;
  /** Upper case. */
  readonly formats: readonly string[];
  /** Bytes of the files given; null: not known. */
  readonly size: number | null;
  /** Only the address of an API: it has no size («потік»). */
  readonly streamed: boolean;
  readonly frequency: Frequency | null;
  /** A path of the portal, or a whole address elsewhere; empty: nothing to open yet. */
  readonly link: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Of the unit, or of the legal person it belongs to. */
  readonly edrpou: string;
  readonly legalUnitId: string | null;
  /** Попередній розпорядник; empty: there was none. */
  readonly previousUnit: string;
  readonly contact: EntryContact;
  readonly more: EntryMore;
  readonly dueOn: Day | null;
  /** How many of the ten fields can be known in this state. */
  readonly asked: number;
  readonly missing: readonly EntryField[];
}

/** What made an entry as it is: a deed of the history. */
export interface EntryFact {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly deed: string;
  readonly who: string;
}

/** An entry as it was from a moment on. */
export interface RegistryEntry extends EntryValues {
  /** ISO 8601 instants; `toAt` null: it is so now. */
  readonly fromAt: string;
  readonly toAt: string | null;
  readonly facts: readonly EntryFact[];
}
