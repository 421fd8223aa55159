import type { DuckDb } from '../../platform/duckdb/duckdb.ts';
import type { Progress, ReadingChoices } from '../text-table.ts';

export interface ReadRequest {
  /** The file to read. */
  readonly path: string;
  /** Its name as the person knows it. */
  readonly fileName: string;
  /** An existing folder of this reading alone: the Parquet and work files go there. */
  readonly workFolder: string;
  readonly choices?: ReadingChoices | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: Progress) => void) | undefined;
}

export interface ReadJob extends ReadRequest {
  readonly duckdb: DuckDb;
  /** Size of the file, bytes. */
  readonly size: number;
}
