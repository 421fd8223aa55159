import type { DuckDb } from '../../platform/duckdb/duckdb.ts';
import type { Progress, ReadingChoices, SheetInfo } from '../text-table.ts';

export interface ReadRequest {
  /** The file to read. */
  readonly path: string;
  /** Its name as the person knows it. */
  readonly fileName: string;
  /** An existing folder of this reading alone: the Parquet and work files go there. */
  readonly workFolder: string;
  readonly choices?: ReadingChoices | undefined;
  /** Every table of these very bytes, as an earlier reading told them: then only the part that `choices` asks for is read. */
  readonly known?: readonly SheetInfo[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: Progress) => void) | undefined;
}

export interface ReadJob extends ReadRequest {
  readonly duckdb: DuckDb;
  /** Size of the file, bytes. */
  readonly size: number;
}

/** The tables known of the file, where the one asked for is among them and stands by itself; null where the file has to be read whole. */
export function knownParts({ known, choices }: Pick<ReadJob, 'known' | 'choices'>): readonly SheetInfo[] | null {
  const asked = known?.find(({ name }) => name === choices?.sheet);
  return known !== undefined && asked !== undefined && asked.joins === undefined ? known : null;
}
