import type { Finding } from '../../kernel/finding.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';
import type { ColumnType } from '../../tabular/column.ts';
import type { FileFacts, Protected, Risk } from '../../tabular/index.ts';
import type { Inspection, Recipe, RecipeStep } from '../../tabular/inspection.ts';
import type { Progress, ReadingChoices, SheetInfo } from '../../tabular/text-table.ts';

/**
 * Where the reading of an uploaded file is; moved along by the jobs, shown to the clerk as stages.
 * receiving → received → reading → checked → mending → ready; refused (bad file), failed (parked, our fault), cancelled.
 * `ready`: the typed table of the present recipe exists and can be published (a document: its content was checked).
 */
export type ReadingState =
  | 'receiving'
  | 'received'
  | 'reading'
  | 'checked'
  | 'mending'
  | 'ready'
  | 'refused'
  | 'failed'
  | 'cancelled';

/** What an uploaded file becomes: a table is read, everything else is kept as it is. */
export type FileKind = 'table' | 'document' | 'archive' | 'geo';

/** One column of a typed table, ready to be listed in a manifest. */
export interface TypedColumn {
  /** 0-based column of the text table. */
  readonly index: number;
  /** Its column in the typed Parquet file, `c<index>`. */
  readonly parquetColumn: string;
  readonly name: string;
  readonly title: string;
  readonly type: ColumnType;
}

/** The typed table made of the mended text table; rows are in source order. */
export interface TypedTable {
  readonly key: ObjectKey;
  readonly rows: number;
  readonly columns: readonly TypedColumn[];
}

/** Numbers given to rows: the file that remembers them, the first number nobody has had, and the columns that tell a row, by title. */
export interface RowNumbers {
  readonly memory: ObjectKey;
  readonly next: number;
  readonly by: readonly string[];
}

/** One uploaded file on its way to become a version of a resource. */
export interface Reading {
  readonly id: string;
  readonly datasetId: string;
  readonly resourceId: string;
  /** Unit of the dataset, by which rights are asked; null asks the rights of an administrator. */
  readonly unitId: string | null;
  /** The reading whose file it shares: it takes another table of it. Null: the file was given for this resource. */
  readonly partOf: string | null;
  readonly kind: FileKind;
  readonly state: ReadingState;
  readonly progress: Progress | null;
  readonly fileName: string;
  readonly size: number;
  readonly original: ObjectKey | null;
  readonly originalSha256: string | null;
  /** Ticked by the person: the original may be downloaded by anybody. */
  readonly originalPublic: boolean;
  readonly choices: ReadingChoices;
  /** How it was read: null until `checked`. */
  readonly source: {
    readonly format: string;
    readonly encoding: string;
    readonly delimiter: string | null;
    readonly headerRow: number | null;
    readonly sheet: string | null;
    readonly sheets: readonly SheetInfo[];
    /** Files of the archive that are no tables; absent where they were not counted, or it is no archive. */
    readonly besides?: number;
    readonly headers: readonly string[];
    readonly rows: number;
  } | null;
  readonly inspection: Inspection | null;
  readonly recipe: Recipe;
  /** All else that can be mended without asking is to be mended too; it stands in the recipe once that is done. */
  readonly mendRest: boolean;
  /** True when a person decided about repairs (even none), now or for the file before this one. */
  readonly recipeAccepted: boolean;
  /** Text table as read, and after the recipe. */
  readonly textTable: ObjectKey | null;
  readonly mendedTable: ObjectKey | null;
  /** What the recipe did, and what is left after it. */
  readonly mended: {
    readonly inspection: Inspection;
    readonly counts: readonly (RecipeStep & { readonly count: number })[];
    readonly headers: readonly string[];
    readonly removedColumns: readonly number[];
    /** Steps of an earlier recipe whose column the file has no more. */
    readonly missed: readonly RecipeStep[];
    readonly rows: number;
    /**
     * What was done for personal data, after the repairs; null: nothing was decided. Absent: mended before there were decisions. With something in
     * `missed` it must not be published.
     */
    readonly protection?: Omit<Protected, 'removedColumns'> | null;
    /** Whether somebody is told by the table as it will leave; null where its rows are not of people. Absent: mended before it was asked. */
    readonly risk?: Risk | null;
  } | null;
  /** What is remembered of the mended table for the files to come; null until then, and of readings older than that. */
  readonly facts: FileFacts | null;
  /** Types a person set in the structure, by column index; the others come from the inspection. */
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly typed: TypedTable | null;
  /** Numbers its rows have, where the recipe adds a column of them. */
  readonly numbers: RowNumbers | null;
  /** Why it was refused or parked, for the clerk. */
  readonly refusal: Finding | null;
  /** When a version was made of it. */
  readonly publishedAt: Date | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** Rows of the text table for a person to look at. */
export interface PreviewPage {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly row: number; readonly values: readonly (string | null)[] }[];
  readonly total: number;
}
