import { join } from 'node:path';
import type { Finding } from '../../kernel/finding.ts';
import type { Context } from '../../platform/context.ts';
import type { ColumnProfile } from '../../tabular/column.ts';
import {
  type CarriedOut,
  carryOut,
  type FileFacts,
  foldTitle,
  gatherFacts,
  inspectTable,
  isSameShape,
  type Risk,
  titlesOfProtection,
  withoutValues,
  writeTypedTable,
} from '../../tabular/index.ts';
import type { Inspection, RecipeStep } from '../../tabular/inspection.ts';
import type { TextTable } from '../../tabular/text-table.ts';
import type { Expected, ExpectedOf } from './expected-values.ts';
import { type NumberedTable, numberRows } from './number-rows.ts';
import type { Reading, RowNumbers, TypedColumn, TypedTable } from './reading.ts';
import type { StoredReading } from './reading-row.ts';
import type { ReadingWatch } from './reading-watch.ts';
import { riskOfTable } from './risk-of-table.ts';
import { settleReading } from './settle-reading.ts';

/** What mending is done with. */
export interface MendTools {
  /** A work folder; the caller removes it. */
  readonly folder: string;
  readonly watch: ReadingWatch;
  readonly expected: ExpectedOf;
}

/**
 * Carries out the accepted recipe on the text table, looks at the result again, and writes the typed table: the reading becomes `ready`.
 * Always from the table as read, so repeating it after a kill gives the same.
 * @returns false when somebody changed the reading meanwhile
 */
export async function mendReading(ctx: Context, stored: StoredReading, tools: MendTools): Promise<boolean> {
  const { reading, facts: read } = stored;
  const { folder, watch } = tools;
  if (reading.textTable === null || !read || !reading.inspection)
    throw new Error(`reading ${reading.id} has no text table`);
  const table: TextTable = { ...read, parquetPath: await ctx.objects.localPath(reading.textTable) };
  const { signal, progress } = watch;
  const { protection, riskBy, ...looked } = await tools.expected(ctx, reading.resourceId);
  // a person has said what a column is since the file was read
  // or it was read before there were detectors
  const known = isSaid(reading.inspection, looked) && reading.inspection.signs !== undefined;
  const inspection = known
    ? reading.inspection
    : await inspectTable(ctx.duckdb, table, { ...looked, signal, progress });
  const shaped = await carryOut(ctx.duckdb, table, {
    recipe: reading.recipe,
    rest: reading.mendRest,
    protection,
    inspection,
    folder,
    signal,
    progress,
    looked,
  });
  const numbered = await numberRows(ctx, reading, shaped, { folder, signal });
  const carried: CarriedOut = numbered
    ? { ...shaped, table: { ...shaped.table, parquetPath: numbered.parquetPath } }
    : shaped;
  const kept = carried.inspection.columns.filter(({ index }) => !carried.removedColumns.includes(index));
  // types set by hand are of columns by place, and those may stand elsewhere now
  const byHand = isSameShape(carried.recipe, reading.recipe) ? reading.types : {};
  const types = withoutTypes(byHand, kept, carried.protection?.steps ?? []);
  const columns = kept.map((column) => typedColumn(column, types));
  const outPath = join(folder, 'typed.parquet');
  const { lost } = await writeTypedTable(ctx.duckdb, {
    parquetPath: carried.table.parquetPath,
    columns: columns.map(({ index, type }, at) => ({ index, type, notation: kept[at]?.notation })),
    outPath,
    signal,
    progress,
  });
  const misfits = lost.flatMap(({ index, count }) => misfit(columns, index, count));
  const findings = withoutOurDoing(carried.inspection.findings, carried.protection?.steps ?? []);
  const told = { ...carried.inspection, findings: [...misfits, ...findings] };
  // nothing was changed: the text table serves as mended one too
  const isNew = carried.table.parquetPath !== table.parquetPath;
  const facts = await gatherFacts(ctx.duckdb, carried.table, told, { without: carried.removedColumns, signal });
  const risk = await riskOfTable(ctx, carried, { asRead: inspection, chosen: riskBy, signal });
  return keep(ctx, stored, {
    risk,
    carried: { ...carried, inspection: told },
    isNew,
    facts,
    types,
    columns,
    outPath,
    numbered,
    ...(reading.inspection.signs ? {} : { read: inspection }),
  });
}

/** True where the kinds of the columns are already those that people said. */
function isSaid({ columns }: Inspection, { kinds = [] }: Expected): boolean {
  return kinds.every(({ column, kind }) =>
    columns.every((one) => (one.title !== column && one.name !== column) || one.kind === kind),
  );
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

function typedColumn(column: ColumnProfile, types: Reading['types']): TypedColumn {
  const { index, name, title, type } = column;
  return { index, parquetColumn: `c${index}`, name, title, type: types[index] ?? type };
}

interface Made {
  readonly risk: Risk | null;
  readonly carried: CarriedOut;
  readonly isNew: boolean;
  readonly facts: FileFacts;
  readonly types: Reading['types'];
  readonly columns: readonly TypedColumn[];
  readonly outPath: string;
  readonly numbered: NumberedTable | null;
  /** The file looked at anew, where it was read before there were detectors. */
  readonly read?: Inspection;
}

/** Takes the files into the store and points the row to them; what it pointed to before is thrown away. */
async function keep(ctx: Context, { reading, revision }: StoredReading, made: Made): Promise<boolean> {
  const { inspection, table, recipe, steps, missed, removedColumns } = made.carried;
  // the typed file first: takeFile moves, and without repairs the text table stays where it is
  const asRead = made.read ?? reading.inspection;
  const typedFile = await ctx.objects.takeFile('staging', reading.id, made.outPath);
  const mendedFile = made.isNew ? await ctx.objects.takeFile('staging', reading.id, table.parquetPath) : null;
  const numbers = await keptNumbers(ctx, reading.id, made.numbered);
  const rows = made.isNew ? table.rows : inspection.rows;
  const typed: TypedTable = { key: typedFile.key, rows, columns: made.columns };
  const kept = await settleReading(ctx, reading.id, revision, {
    state: 'ready',
    progress: null,
    typed,
    recipe,
    mendRest: false,
    types: made.types,
    numbers,
    facts: made.facts,
    mendedTable: mendedFile?.key ?? reading.textTable,
    mended: {
      inspection,
      counts: steps.map(({ step, count }) => ({ ...step, count })),
      headers: made.isNew ? table.headers : inspection.columns.map(({ title }) => title),
      removedColumns,
      missed,
      rows,
      protection: made.carried.protection,
      risk: made.risk,
    },
    // what the file looked like may be kept only as far as it may be shown
    inspection:
      made.carried.protection && asRead
        ? withoutProtected(asRead, made.carried.protection.steps)
        : (asRead ?? undefined),
  });
  // Two tries may make the same bytes, so a key is discarded only when the row no longer names it.
  if (kept) {
    const named = new Set([typedFile.key, mendedFile?.key, reading.textTable, numbers?.memory]);
    for (const old of [reading.mendedTable, reading.typed?.key ?? null, reading.numbers?.memory ?? null]) {
      if (old !== null && !named.has(old)) await ctx.objects.discard(old);
    }
  }
  return kept;
}

/** What the checks offer to mend in columns that decisions changed (a column that is empty now) is our doing: there is nothing in the file to mend. */
function withoutOurDoing(findings: readonly Finding[], steps: readonly RecipeStep[]): Finding[] {
  const titles = new Set(steps.flatMap(titlesOfProtection));
  return findings.filter(({ repairable, columnName }) => !repairable || columnName === null || !titles.has(columnName));
}

/** A protected column holds something else than it did: its type is what stands there now, not what somebody said of the dates it held. */
function withoutTypes(
  types: Reading['types'],
  columns: readonly ColumnProfile[],
  steps: readonly RecipeStep[],
): Reading['types'] {
  const titles = new Set(steps.flatMap(titlesOfProtection));
  const changed = new Set(columns.flatMap(({ index, title }) => (titles.has(title) ? [String(index)] : [])));
  return Object.fromEntries(Object.entries(types).filter(([index]) => !changed.has(index)));
}

/** The look at the file as read, without the values of columns somebody has decided about. */
function withoutProtected(inspection: Inspection, steps: readonly RecipeStep[]): Inspection {
  const titles = new Set(steps.flatMap(titlesOfProtection).map(foldTitle));
  const columns = inspection.columns.filter(({ title }) => titles.has(foldTitle(title)));
  return withoutValues(inspection, new Set(columns.map(({ index }) => index)));
}

async function keptNumbers(ctx: Context, id: string, made: NumberedTable | null): Promise<RowNumbers | null> {
  if (!made) return null;
  const { memoryPath, ...rest } = made.numbers;
  return { ...rest, memory: (await ctx.objects.takeFile('staging', id, memoryPath)).key };
}
