import { join } from 'node:path';
import { benchCabinet } from './cabinet.ts';
import { benchCatalog } from './catalog.ts';
import { benchChecks } from './checks.ts';
import { benchCity } from './city.ts';
import { benchDetectors } from './detectors.ts';
import { benchDownloads } from './downloads.ts';
import { benchExchange } from './exchange.ts';
import { benchKinds } from './kinds.ts';
import { benchPages } from './pages.ts';
import { benchReal } from './real.ts';
import { type BenchRow, type Report, rowLine, table } from './report.ts';
import { benchRows } from './rows.ts';
import { benchRowsByKey } from './rows-by-key.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchTables } from './tables.ts';
import { benchTests } from './tests.ts';
import { benchWorkbooks } from './workbooks.ts';

/** In the order of the numbers to hold. `tests` is the last: it builds anew what the others run. */
const BENCHES: Readonly<Record<string, (report: Report) => Promise<unknown>>> = {
  tables: benchTables,
  checks: benchChecks,
  detectors: benchDetectors,
  kinds: benchKinds,
  workbooks: benchWorkbooks,
  real: benchReal,
  rows: benchRows,
  'rows-by-key': benchRowsByKey,
  downloads: benchDownloads,
  pages: benchPages,
  cabinet: benchCabinet,
  city: benchCity,
  catalog: benchCatalog,
  exchange: benchExchange,
  search: (report) => benchSearch([], join(process.cwd(), 'bench/queries.tsv'), report),
  start: benchStart,
  tests: benchTests,
};

/**
 * Runs the named benches, or all, one after another, and prints every row as it is measured and all of them as a table in the end. A bench
 * that fails is a row not held; the others go on. Where a row is not held the command ends with 1.
 */
export async function runBenches(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0)
    throw new Error(`no such bench: ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`);
  const rows: BenchRow[] = [];
  const report: Report = (row) => {
    rows.push(row);
    console.log(rowLine(row));
  };
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n# ${name}`);
    try {
      await bench(report);
    } catch (error) {
      console.error(error);
      report({ what: name, measured: `the bench failed: ${String(error)}`, hold: 'a bench that runs', held: false });
    }
  }
  console.log(`\n${table(rows)}`);
  const missed = rows.filter(({ held }) => held === false).length;
  console.log(`\n${rows.length} rows, ${missed === 0 ? 'all held' : `${missed} NOT HELD`}`);
  if (missed > 0) process.exitCode = 1;
}
