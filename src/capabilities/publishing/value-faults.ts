import type { Context } from '../../platform/context.ts';
import { type DuckSession, identifier, literal } from '../../platform/duckdb/duckdb.ts';
import { valueText } from '../../tabular/writers/index.ts';
import { type CodeLists, codeListsOfFields, type StructureField, valuesOf } from '../catalog/index.ts';
import type { TypedTable } from '../ingest/index.ts';
import type { Draft, DraftResource } from './draft.ts';
import type { PublicationFault } from './publication.ts';

/** First places told of a column. */
const PLACES = 5;

/** A column whose values are narrowed: where it is in the structure, and in the typed table. */
interface Narrowed {
  readonly at: number;
  readonly field: StructureField;
  readonly values: readonly string[];
  /** SQL, true for values outside; `known` is the table of values. */
  readonly outside: string;
}

/**
 * Values that are neither in the column's code list nor among its allowed ones, counted over the whole table, with the first
 * rows. One pass over a table finds the faulty columns; only those are looked at again. Nothing where no column is narrowed.
 */
export async function valueFaults(ctx: Context, draft: Draft): Promise<PublicationFault[]> {
  const faults: PublicationFault[] = [];
  for (const part of draft.resources) {
    const typed = part.reading?.typed;
    if (!typed || part.reading?.state !== 'ready') continue;
    const { fields } = part.resource.structure;
    if (!fields.some((field) => field.codeList ?? field.allowed)) continue;
    const lists = await codeListsOfFields(ctx, fields);
    faults.push(...(await faultsOfTable(ctx, part, typed, lists)));
  }
  return faults;
}

function narrowed(part: DraftResource, typed: TypedTable, lists: CodeLists): Narrowed[] {
  const { fields } = part.resource.structure;
  return fields.flatMap((field, at): Narrowed[] => {
    const values = valuesOf(field, lists);
    const column = typed.columns.find(({ index }) => index === field.sourceColumn);
    if (!values || values.length === 0 || !column) return [];
    const name = identifier(column.parquetColumn);
    // a list may be a codifier of 30,000 codes: a table of them is looked up by its hash, and read from one literal
    const outside = `trim(${valueText(name, column.type)}) NOT IN (SELECT v FROM known_${at})`;
    return [{ at, field, values, outside }];
  });
}

async function faultsOfTable(
  ctx: Context,
  part: DraftResource,
  typed: TypedTable,
  lists: CodeLists,
): Promise<PublicationFault[]> {
  const columns = narrowed(part, typed, lists);
  if (columns.length === 0 || !(await ctx.objects.stat(typed.key))) return [];
  const session = await ctx.duckdb.session({ memory: '300MB' });
  try {
    const from = `read_parquet(${literal(await ctx.objects.localPath(typed.key))}, file_row_number = true)`;
    for (const { at, values } of columns)
      await session.run(
        `CREATE TEMP TABLE known_${at} AS SELECT DISTINCT unnest(string_split(${literal(values.join('\u001f'))}, chr(31))) AS v`,
      );
    const counts = columns.map(({ outside }, i) => `count(*) FILTER (WHERE ${outside}) AS n${i}`);
    const [row] = await session.rows(`SELECT ${counts.join(', ')} FROM ${from}`);
    const faulty = columns
      .map((one, i) => ({ ...one, count: Number(row?.[`n${i}`] ?? 0) }))
      .filter(({ count }) => count > 0);
    return await Promise.all(faulty.map((one) => faultOf(session, from, part, one, lists)));
  } finally {
    session.close();
  }
}

async function faultOf(
  session: DuckSession,
  from: string,
  { resource }: DraftResource,
  { at, field, outside, count }: Narrowed & { readonly count: number },
  lists: CodeLists,
): Promise<PublicationFault> {
  const rows = await session.rows(
    `SELECT file_row_number + 1 AS r FROM ${from} WHERE ${outside} ORDER BY r LIMIT ${PLACES}`,
  );
  const list = field.codeList === undefined ? undefined : lists.get(field.codeList);
  // the fault travels to notices, letters and logs of other programs: rows are told, never a value
  const places = (one: string, many: string) =>
    `${rows.length === 1 ? one : many} ${rows.map(({ r }) => Number(r)).join(', ')}`;
  const more = count > rows.length ? ' …' : '';
  const text = list
    ? {
        uk: `У стовпці «${field.title}» значень поза довідником «${list.name}»: ${count} (${places('рядок', 'рядки')}${more}). Виправте їх у файлі або додайте коди до довідника.`,
        en: `Values of the column “${field.title}” outside the code list “${list.name}”: ${count} (${places('row', 'rows')}${more}). Mend them in the file or add the codes to the list.`,
      }
    : {
        uk: `У стовпці «${field.title}» значень, яких немає серед дозволених: ${count} (${places('рядок', 'рядки')}${more}). Виправте їх у файлі або допишіть дозволені значення в структурі.`,
        en: `Values of the column “${field.title}” that are not among the allowed ones: ${count} (${places('row', 'rows')}${more}). Mend them in the file or add them to the allowed values of the structure.`,
      };
  return { step: 'structure', resourceId: resource.id, field: `fields.${at}.allowed`, text };
}
