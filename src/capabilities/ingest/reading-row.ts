import type { ColumnType as KyselyColumn, Selectable, Updateable } from 'kysely';
import type { Finding } from '../../kernel/finding.ts';
import type { ColumnType } from '../../tabular/column.ts';
import type { FileFacts } from '../../tabular/index.ts';
import type { Inspection, Recipe } from '../../tabular/inspection.ts';
import type { Progress, ReadingChoices, TextTable } from '../../tabular/text-table.ts';
import type { FileKind, Reading, ReadingState, RowNumbers, TypedTable } from './reading.ts';

/** A JSON column: read as its value, written as text. */
type Json<T> = KyselyColumn<T, string, string>;

/** How the text table was made, without the path of its file. */
export type TextTableFacts = Omit<TextTable, 'parquetPath'>;

type ReadingTable = {
  id: string;
  dataset_id: string;
  resource_id: string;
  unit_id: string | null;
  part_of: string | null;
  kind: FileKind;
  state: ReadingState;
  revision: KyselyColumn<number, never, number>;
  progress: Json<Progress | null>;
  file_name: string;
  size: KyselyColumn<string, number, number>;
  original: string | null;
  original_sha256: string | null;
  original_public: boolean;
  choices: Json<ReadingChoices>;
  source: Json<TextTableFacts | null>;
  inspection: Json<Inspection | null>;
  recipe: Json<Recipe>;
  recipe_accepted: boolean;
  mend_rest: KyselyColumn<boolean, boolean | undefined, boolean>;
  text_table: string | null;
  mended_table: string | null;
  mended: Json<Reading['mended']>;
  facts: KyselyColumn<FileFacts | null, string | undefined, string>;
  types: Json<Record<string, ColumnType>>;
  typed: Json<TypedTable | null>;
  numbers: KyselyColumn<RowNumbers | null, string | undefined, string>;
  refusal: Json<Finding | null>;
  published_at: Date | null;
  created_by: string | null;
  created_at: Date;
  changed_at: Date;
};

export type IngestTables = { ingest_reading: ReadingTable };

/** A reading with what only the jobs need: its revision and the facts of its text table. */
export interface StoredReading {
  readonly reading: Reading;
  readonly revision: number;
  readonly facts: TextTableFacts | null;
}

/** What may be changed of a reading; JSON columns are given as values. */
export interface ReadingChange {
  readonly state?: ReadingState;
  readonly progress?: Progress | null;
  readonly kind?: FileKind;
  readonly size?: number;
  readonly original?: string | null;
  readonly originalSha256?: string | null;
  readonly originalPublic?: boolean;
  readonly choices?: ReadingChoices;
  readonly source?: TextTableFacts | null;
  readonly inspection?: Inspection | null;
  readonly recipe?: Recipe;
  readonly recipeAccepted?: boolean;
  readonly mendRest?: boolean;
  readonly textTable?: string | null;
  readonly mendedTable?: string | null;
  readonly mended?: Reading['mended'];
  readonly facts?: FileFacts | null;
  readonly types?: Readonly<Record<string, ColumnType>>;
  readonly typed?: TypedTable | null;
  readonly numbers?: RowNumbers | null;
  readonly refusal?: Finding | null;
  readonly publishedAt?: Date | null;
}

/** PostgreSQL refuses zero characters and halves of surrogate pairs, and cells hold whatever was in the file. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;
}

function asJson(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value, storable);
}

/** The same as columns of the table; what is left out is not touched. */
export function columnsOf(change: ReadingChange): Updateable<ReadingTable> {
  return {
    state: change.state,
    kind: change.kind,
    size: change.size,
    original: change.original,
    original_sha256: change.originalSha256,
    original_public: change.originalPublic,
    recipe_accepted: change.recipeAccepted,
    mend_rest: change.mendRest,
    text_table: change.textTable,
    mended_table: change.mendedTable,
    published_at: change.publishedAt,
    progress: asJson(change.progress),
    choices: asJson(change.choices),
    source: asJson(change.source),
    inspection: asJson(change.inspection),
    recipe: asJson(change.recipe),
    mended: asJson(change.mended),
    facts: asJson(change.facts),
    types: asJson(change.types),
    typed: asJson(change.typed),
    numbers: asJson(change.numbers),
    refusal: asJson(change.refusal),
  };
}

/** The row as the capability knows it. */
export function readingOf(row: Selectable<ReadingTable>): StoredReading {
  const facts = row.source;
  return {
    revision: row.revision,
    facts,
    reading: {
      id: row.id,
      datasetId: row.dataset_id,
      resourceId: row.resource_id,
      unitId: row.unit_id,
      partOf: row.part_of,
      kind: row.kind,
      state: row.state,
      progress: row.progress,
      fileName: row.file_name,
      size: Number(row.size),
      original: row.original,
      originalSha256: row.original_sha256,
      originalPublic: row.original_public,
      choices: row.choices,
      source: facts && sourceOf(facts),
      inspection: row.inspection,
      recipe: row.recipe,
      recipeAccepted: row.recipe_accepted,
      mendRest: row.mend_rest,
      textTable: row.text_table,
      mendedTable: row.mended_table,
      mended: row.mended,
      facts: row.facts,
      types: row.types,
      typed: row.typed,
      numbers: row.numbers,
      refusal: row.refusal,
      publishedAt: row.published_at,
      createdAt: row.created_at,
      changedAt: row.changed_at,
    },
  };
}

function sourceOf(facts: TextTableFacts): Reading['source'] {
  return {
    format: facts.format,
    encoding: facts.encoding,
    delimiter: facts.dialect?.delimiter ?? null,
    headerRow: facts.dialect?.headerRow ?? null,
    sheet: facts.sheet,
    sheets: facts.sheets,
    ...(facts.besides === undefined ? {} : { besides: facts.besides }),
    headers: facts.headers,
    rows: facts.rows,
  };
}
