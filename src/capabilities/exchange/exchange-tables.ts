import type { Kysely } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { FileState, ImportState, ItemState } from './imports/import.ts';

/** The tables of this capability. Columns without a type are JSON: text when written, a value when read. */
export type ExchangeTables = {
  exchange_setting: { one: boolean; wait_ms: number; patience_seconds: number };
  exchange_pace: { host: string; free_at: Date };
  exchange_import: {
    id: string;
    portal: string;
    question: string;
    wanted: unknown;
    organizations: unknown;
    state: ImportState;
    looked: number;
    expected: number | null;
    look: number;
    mend: boolean;
    trouble: unknown;
    claim: string | null;
    asked_by: string;
    asked_by_name: string;
    started_at: Date;
    changed_at: Date;
    looked_at: Date | null;
  };
  exchange_item: {
    id: string;
    import_id: string;
    remote_id: string;
    position: number;
    title: string;
    holder: string;
    remote: unknown;
    look: number;
    unit_id: string | null;
    state: ItemState;
    tries: number;
    dataset_id: string | null;
    notes: unknown;
    trouble: unknown;
    changed_at: Date;
  };
  exchange_file: {
    id: string;
    item_id: string;
    remote_id: string;
    position: number;
    title: string;
    url: string;
    file_name: string;
    resource_id: string;
    reading_id: string | null;
    state: FileState;
    tries: number;
    trouble: unknown;
    changed_at: Date;
  };
  exchange_sighting: {
    dataset_id: string;
    import_id: string;
    seen: unknown;
    seen_at: Date;
    there: unknown;
    there_at: Date;
    settled: unknown;
    gone_at: Date | null;
  };
  exchange_choice: {
    id: string;
    dataset_id: string;
    field: string;
    took: 'ours' | 'theirs';
    ours_before: unknown;
    theirs: unknown;
    settled_before: unknown;
    made_by_name: string;
    made_at: Date;
    undone_at: Date | null;
  };
};

export const tables = (db: Database): Kysely<ExchangeTables> => db.withTables<ExchangeTables>();

/** A value for a column of JSON. */
export const json = (value: unknown): string => JSON.stringify(value);
