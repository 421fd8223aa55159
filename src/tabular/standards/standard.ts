import type { ColumnType } from '../column.ts';

/** One field of a structure that tables of a kind are expected to have. */
export interface StandardField {
  /** Machine name, Latin letters; the heading of the column in a table that keeps to the structure. */
  readonly name: string;
  readonly title: string;
  readonly type: ColumnType;
  /** Form of the values where the type leaves a choice (`uri`); '' otherwise. */
  readonly format: string;
  readonly required: boolean;
  /** What is in it, in words; '' where nothing is said. */
  readonly purpose: string;
  /** Regular expression of the values, where the source gives one. */
  readonly pattern?: string;
  /** The name letter for letter as the official structure has it, where that has a mistake we do not repeat. */
  readonly officialName?: string;
}

/** A structure that a file may be recognised by and brought to: recommended by the national portal, or kept by a community. */
export interface Standard {
  /** Names it among all: `buildings`, `own-<id>`. */
  readonly key: string;
  /** What tables of it are about, for people: «Об’єкти комунальної власності». */
  readonly title: string;
  /** The dataset's name in the source. */
  readonly dataset: string;
  /** The table's name in the source. */
  readonly resource: string;
  readonly version: string;
  readonly origin: 'recommended' | 'community';
  /** False: only some of its fields are known, so nothing can be said to be missing. */
  readonly complete: boolean;
  /** Its fields were read in a source, not retold. */
  readonly verified: boolean;
  /** Types and «required» are concluded from data, not said by the source. */
  readonly typesInferred: boolean;
  /** Where it was read. */
  readonly source: string;
  readonly note: string;
  /** A part of other structures (the address), never a table by itself. */
  readonly block: boolean;
  readonly fields: readonly StandardField[];
}
