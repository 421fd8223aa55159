import { benchCatalog } from './catalog.ts';
import { benchRows } from './rows.ts';
import { benchStart } from './start.ts';
import { benchTables } from './tables.ts';

const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  tables: benchTables,
  rows: benchRows,
  catalog: benchCatalog,
  start: benchStart,
};

/** Runs the named benches, or all, one after another. Each prints its numbers beside what is to be held. */
export async function runBenches(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0)
    throw new Error(`no such bench: ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`);
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n# ${name}`);
    await bench();
  }
}
