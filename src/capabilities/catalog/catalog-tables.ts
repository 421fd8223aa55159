import type { Generated, Kysely } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Card } from './card.ts';
import type { DatasetState, ResourceKind } from './dataset.ts';
import type { Passport } from './passport.ts';
import type { StructureField } from './structure.ts';

type DatasetTable = {
  id: string;
  number: string;
  national_id: string | null;
  slug: string;
  unit_id: string;
  state: DatasetState;
  /** Written as JSON text, read as an object. */
  passport: Passport;
  title: Generated<string>;
  stems: string[];
  created_at: Date;
  changed_at: Date;
};

type ResourceTable = {
  id: string;
  dataset_id: string;
  kind: ResourceKind;
  title: string;
  position: number;
  url: string | null;
  created_at: Date;
};

type FieldTable = {
  resource_id: string;
  position: number;
  name: string;
  title: string;
  type: StructureField['type'];
  format: string;
  unit: string;
  purpose: string;
  required: boolean;
  identifier: boolean;
  sensitivity: StructureField['sensitivity'];
  geometry: StructureField['geometry'];
  source_column: number | null;
};

type CardTable = {
  dataset_id: string;
  slug: string;
  state: Card['state'];
  unit_id: string;
  changed_at: Date;
  resource_count: number;
  row_count: number;
  card: Card;
};

type CombinationTable = {
  id: Generated<number>;
  unit_id: string;
  unit_slug: string;
  unit_name: string;
  themes: string[];
  formats: string[];
  frequency: string;
};

/** `search` is written as the text form of a tsvector and never read back. */
type EntryTable = {
  dataset_id: string;
  combination_id: number;
  changed_at: Date;
  due_on: string | null;
  analysis: number;
  search: string;
};

type CatalogTables = {
  catalog_number: { holder: string; last_number: number };
  catalog_dataset: DatasetTable;
  catalog_slug: { slug: string; dataset_id: string };
  catalog_resource: ResourceTable;
  catalog_field: FieldTable;
  catalog_card: CardTable;
  catalog_combination: CombinationTable;
  catalog_entry: EntryTable;
};

/** The database, seeing the tables of the catalog. */
export function catalogTables(db: Database): Kysely<CatalogTables> {
  return db.withTables<CatalogTables>();
}
