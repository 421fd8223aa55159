import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { realData } from '../../../tests/support/real-data.ts';
import { SCANNED } from '../checks/check-list.ts';
import { testDuckDb } from '../testing/text-table-of.ts';
import { countNaively, differences } from './naive-count.ts';
import { sqlText } from './predicate.ts';
import { scanColumns } from './scan-columns.ts';

describe.skipIf(!realData)(
  'every fifth row of a real table of a million (skipped where ../shared/data is absent)',
  () => {
    it('is counted the same as by asking every value', async () => {
      const { duckdb, folder } = await testDuckDb();
      const csv = join(folder, 'transactions.csv');
      const path = join(folder, 'transactions.parquet');
      const packed = join(realData ?? '', 'real/zhytomyr/transactions_1m.csv.gz');
      await pipeline(createReadStream(packed), createGunzip(), createWriteStream(csv));
      const session = await duckdb.session({ spillFolder: join(folder, 'spill') });
      try {
        const headers = ['date', 'route', 'datetime', 'vehicle', 'kind', 'lon', 'lat', 'on_route'];
        const columns = headers.map((_, index) => `'c${index}'`).join(', ');
        await session.run(
          `COPY (SELECT ${headers.map((_, index) => `c${index}`).join(', ')} FROM (SELECT *, row_number() OVER () AS n FROM read_csv(${sqlText(csv)}, header = true, all_varchar = true, names = [${columns}])) WHERE n % 5 = 0) TO ${sqlText(path)} (FORMAT parquet)`,
        );
        const planned = await scanColumns({ session, path, rows: 200_000, headers, set: SCANNED });
        expect(
          differences(
            planned,
            await countNaively(
              session,
              path,
              planned.map(({ asked }) => asked),
              SCANNED,
            ),
          ),
        ).toEqual([]);
      } finally {
        session.close();
        await rm(folder, { recursive: true, force: true });
      }
    }, 180_000);
  },
);
