import type { Finding } from '../../../kernel/finding.ts';
import type { DuckDb } from '../../../platform/duckdb/duckdb.ts';
import { type CarriedOut, carryOut, inspectTable, type ReadingChoices, readTable } from '../../../tabular/index.ts';
import type { CheckedFile } from './check-report.ts';
import { personalVerdicts, tellable } from './personal-data.ts';
import { securityOfFile } from './security.ts';

export interface Examination {
  readonly path: string;
  /** As it is told to the person. */
  readonly fileName: string;
  readonly choices?: ReadingChoices;
  /** An empty folder of this file alone. */
  readonly workFolder: string;
  readonly signal: AbortSignal;
}

/** What a look at a file says. */
export type Examined =
  | { readonly kind: 'checked'; readonly checked: CheckedFile }
  | { readonly kind: 'refused'; readonly reason: Finding };

/** Reads a file and looks at every cell, as the site does. */
export async function examineFile(duckdb: DuckDb, examination: Examination): Promise<Examined> {
  const { path, fileName, choices, workFolder, signal } = examination;
  const started = performance.now();
  const outcome = await readTable(duckdb, { path, fileName, workFolder, choices, signal });
  if (outcome.kind === 'refused') return outcome;
  const inspection = await inspectTable(duckdb, outcome.table, { signal });
  const personal = await personalVerdicts(outcome.table, inspection);
  const security = await securityOfFile(fileName, outcome.table, tellable({ inspection, personal }));
  const seconds = (performance.now() - started) / 1000;
  return { kind: 'checked', checked: { fileName, table: outcome.table, inspection, personal, security, seconds } };
}

/** Everything that is mended without asking, as «mend all» of the site does it. */
export function mendAll(
  duckdb: DuckDb,
  { table, inspection }: CheckedFile,
  work: { readonly workFolder: string; readonly signal: AbortSignal },
): Promise<CarriedOut> {
  return carryOut(duckdb, table, {
    recipe: [],
    rest: true,
    inspection,
    folder: work.workFolder,
    signal: work.signal,
  });
}
