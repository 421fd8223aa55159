import { join } from 'node:path';
import type { Finding } from '../../kernel/finding.ts';
import type { Context } from '../../platform/context.ts';
import type { ColumnProfile } from '../../tabular/column.ts';
import { inspectTable, mendTable, writeTypedTable } from '../../tabular/index.ts';
import type { Inspection, MendOutcome } from '../../tabular/inspection.ts';
import type { TextTable } from '../../tabular/text-table.ts';
import type { ExpectedOf } from './expected-values.ts';
import type { Reading, TypedColumn, TypedTable } from './reading.ts';
import type { StoredReading } from './reading-row.ts';
import type { ReadingWatch } from './reading-watch.ts';
import { settleReading } from './settle-reading.ts';

/** What mending is done with. */
export interface MendTools {
  /** A work folder; the caller removes it. */
  readonly folder: string;
  readonly watch: ReadingWatch;
  readonly expected: ExpectedOf;
}

/** What mending made, before it is written to the row. */
interface Mended {
  readonly parquetPath: string;
  /** Null when nothing was changed: the text table serves as mended one too. */
  readonly outcome: MendOutcome | null;
  readonly inspection: Inspection;
}

/**
 * Carries out the accepted recipe on the text table, looks at the result again, and writes the typed table: the reading becomes `ready`.
 * Always from the table as read, so repeating it after a kill gives the same.
 * @returns false when somebody changed the reading meanwhile
 */
export async function mendReading(ctx: Context, stored: StoredReading, tools: MendTools): Promise<boolean> {
  const { reading, facts } = stored;
  const { folder, watch } = tools;
  if (reading.textTable === null || !facts || !reading.inspection)
    throw new Error(`reading ${reading.id} has no text table`);
  const table: TextTable = { ...facts, parquetPath: await ctx.objects.localPath(reading.textTable) };
  const mended = await mend(ctx, reading, table, reading.inspection, tools);
  const removed = mended.outcome?.removedColumns ?? [];
  const kept = mended.inspection.columns.filter(({ index }) => !removed.includes(index));
  const columns = kept.map((column) => typedColumn(column, reading));
  const outPath = join(folder, 'typed.parquet');
  const { lost } = await writeTypedTable(ctx.duckdb, {
    parquetPath: mended.parquetPath,
    columns: columns.map(({ index, type }, at) => ({ index, type, notation: kept[at]?.notation })),
    outPath,
    signal: watch.signal,
    progress: watch.progress,
  });
  const misfits = lost.flatMap(({ index, count }) => misfit(columns, index, count));
  const inspection = { ...mended.inspection, findings: [...misfits, ...mended.inspection.findings] };
  return keep(ctx, stored, { mended: { ...mended, inspection }, columns, outPath, removed });
}

async function mend(
  ctx: Context,
  reading: Reading,
  table: TextTable,
  inspection: Inspection,
  { folder, watch, expected }: MendTools,
): Promise<Mended> {
  if (reading.recipe.length === 0) return { parquetPath: table.parquetPath, outcome: null, inspection };
  const { signal, progress } = watch;
  const outPath = join(folder, 'mended.parquet');
  const outcome = await mendTable(ctx.duckdb, table, reading.recipe, inspection, { outPath, signal, progress });
  const done = new Set(reading.recipe.map(({ code }) => code));
  const after: TextTable = {
    ...table,
    parquetPath: outcome.parquetPath,
    headers: outcome.headers,
    rows: outcome.rows,
    // what reading found is still true of the file, except what was just mended
    findings: table.findings.filter(({ code, repairable }) => !repairable || !done.has(code)),
  };
  return {
    parquetPath: outcome.parquetPath,
    outcome,
    inspection: await inspectTable(ctx.duckdb, after, {
      signal,
      progress,
      without: outcome.removedColumns,
      ...(await expected(ctx, reading.resourceId)),
    }),
  };
}

/** A type chosen by hand that some values do not fit: they would be lost, so the finding blocks publication. */
function misfit(columns: readonly TypedColumn[], index: number, count: number): Finding[] {
  const column = columns.find((one) => one.index === index);
  if (!column) return [];
  const { title } = column;
  return [
    {
      code: 'values-lost',
      severity: 'error',
      column: index,
      columnName: title,
      count,
      places: [],
      repairable: false,
      message: {
        uk: `У стовпці «${title}» є значення (${count}), які не підходять до обраного типу, тож зникли б. Оберіть у структурі тип «текст» або виправте їх у файлі.`,
        en: `Column “${title}” has values (${count}) that do not fit the chosen type and would be lost. Choose the type “text” in the structure or mend them in the file.`,
      },
    },
  ];
}

function typedColumn(column: ColumnProfile, reading: Reading): TypedColumn {
  const { index, name, title, type } = column;
  return { index, parquetColumn: `c${index}`, name, title, type: reading.types[index] ?? type };
}

interface Made {
  readonly mended: Mended;
  readonly columns: readonly TypedColumn[];
  readonly outPath: string;
  readonly removed: readonly number[];
}

/** Takes the files into the store and points the row to them; what it pointed to before is thrown away. */
async function keep(ctx: Context, { reading, revision }: StoredReading, made: Made): Promise<boolean> {
  const { outcome, inspection, parquetPath } = made.mended;
  // the typed file first: takeFile moves, and without repairs the text table stays where it is
  const typedFile = await ctx.objects.takeFile('staging', reading.id, made.outPath);
  const mendedFile = outcome ? await ctx.objects.takeFile('staging', reading.id, parquetPath) : null;
  const rows = outcome?.rows ?? inspection.rows;
  const typed: TypedTable = { key: typedFile.key, rows, columns: made.columns };
  const kept = await settleReading(ctx, reading.id, revision, {
    state: 'ready',
    progress: null,
    typed,
    mendedTable: mendedFile?.key ?? reading.textTable,
    mended: {
      inspection,
      counts: (outcome?.steps ?? []).map(({ step, count }) => ({ ...step, count })),
      headers: outcome?.headers ?? inspection.columns.map(({ title }) => title),
      removedColumns: made.removed,
      missed: outcome?.missed ?? [],
      rows,
    },
  });
  // Two tries may make the same bytes, so a key is discarded only when the row no longer names it.
  if (kept) {
    const named = new Set([typedFile.key, mendedFile?.key, reading.textTable]);
    for (const old of [reading.mendedTable, reading.typed?.key ?? null]) {
      if (old !== null && !named.has(old)) await ctx.objects.discard(old);
    }
  }
  return kept;
}
