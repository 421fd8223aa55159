import type { ColumnKind } from '../column.ts';

/** What a column of the file is known to hold, because the file is the next one of a dataset whose structure says so. */
export interface ExpectedValues {
  /** Title or machine name of the column. */
  readonly column: string;
  /** As a program reads them; a list may be as long as a codifier of 31,752 codes. */
  readonly values: readonly string[];
  /** What the values mean, in the order of `values`: a cell with the words of a code is told that code. */
  readonly names?: readonly string[];
  /** Name of the code list they come from; null: they are written in the structure. */
  readonly codeList: string | null;
  /** They stand in a column of another table instead: its Parquet file and the SQL of a cell as text there. `codeList` names that table. */
  readonly table?: { readonly parquetPath: string; readonly text: string };
  /** `codeList` names a table, and `values` are those of its column. */
  readonly inTable?: true;
  /** Further columns that refer to a row together with `column`; each of `values` is their cells parted by « / ». */
  readonly together?: readonly string[];
}

/** What parts the cells of a key of several columns. */
export const TOGETHER = ' / ';

/** Codes of the state or of the community, for every column of one kind that no structure speaks of. */
export type Codifier = Pick<ExpectedValues, 'values' | 'names' | 'codeList'>;

/**
 * A port: the codifier of columns of a kind (КАТОТТГ, КВЕД …), null where none is loaded. Asked once a kind, only when the file has such a
 * column.
 */
export type CodifierOf = (kind: ColumnKind) => Promise<Codifier | null>;

/** A value in the words of a file → the one that was meant. */
export type Replacements = Readonly<Record<string, string>>;
