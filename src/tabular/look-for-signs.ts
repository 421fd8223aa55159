import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDb, DuckSession } from '../platform/duckdb/duckdb.ts';
import { SCANNED } from './checks/check-list.ts';
import { describeColumns, type SaidKind, saidKinds } from './describe-columns.ts';
import { findAlone } from './detectors/find-alone.ts';
import { findSigns } from './detectors/find-signs.ts';
import type { PersonalSign } from './detectors/sign.ts';
import { sqlText } from './scan/predicate.ts';
import { scanColumns } from './scan/scan-columns.ts';
import { tidyText } from './types/tidy-text.ts';

/** Rows somebody writes one by one: cells in the order of the headers, null where empty. */
export interface RowsToLookAt {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** A folder for work files; the caller removes it. */
  readonly folder: string;
  /** Rows that stand in the table already, as text under the same columns (c0, c1 …): new ones are judged together with them. */
  readonly standing?: { readonly parquetPath: string; readonly rows: number };
  readonly kinds?: readonly SaidKind[];
  /** Rows told of a sign. */
  readonly most: number;
}

/**
 * Personal data of rows that come without a file, seen by the same detectors; no value is told. A column is judged with the rows that stand in it
 * already, and each cell by itself where it tells alone. Only new rows are told of. Signs of the whole table (small groups) are not among them: a
 * few rows do not tell.
 */
export async function lookForSigns(
  duckdb: DuckDb,
  { headers, rows, folder, standing, kinds = [], most }: RowsToLookAt,
): Promise<PersonalSign[]> {
  const session = await duckdb.session({ warm: true });
  try {
    const path = join(folder, 'looked-at.parquet');
    await writeRows(session, { headers, rows, folder, standing, path });
    const all = rows.length + (standing?.rows ?? 0);
    const table = { parquetPath: path, headers, rows: all };
    const tidy = headers.map(tidyText);
    const said = saidKinds(tidy, kinds);
    const scans = await scanColumns({ session, path, rows: all, headers: tidy, set: SCANNED, kinds: said });
    const described = describeColumns(table, { headers: tidy, scans, letters: new Map(), kinds: said });
    const own = (await findSigns(session, path, described, most)).flatMap((sign) => {
      const told = sign.rows.filter((row) => row <= rows.length);
      return sign.code === 'small-groups' || told.length === 0 ? [] : [{ ...sign, rows: told }];
    });
    return [...own, ...(await findAlone({ session, path, rows: rows.length, most }, described, own))];
  } finally {
    session.close();
  }
}

interface Written extends Pick<RowsToLookAt, 'headers' | 'rows' | 'folder' | 'standing'> {
  readonly path: string;
}

/** New rows come first: signs tell the first rows. */
async function writeRows(session: DuckSession, { headers, rows, folder, standing, path }: Written): Promise<void> {
  const given = join(folder, 'looked-at.jsonl');
  const lines = function* () {
    for (const row of rows)
      yield `${JSON.stringify(Object.fromEntries(headers.map((_, i) => [`c${i}`, row[i] ?? null])))}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(given));
  const columns = headers.map((_, i) => `c${i}: 'VARCHAR'`).join(', ');
  const before =
    standing === undefined ? '' : ` UNION ALL BY NAME SELECT * FROM read_parquet(${sqlText(standing.parquetPath)})`;
  await session.run(
    `COPY (SELECT * FROM read_json(${sqlText(given)}, format = 'newline_delimited', columns = {${columns}})${before})
     TO ${sqlText(path)} (FORMAT parquet)`,
  );
}
