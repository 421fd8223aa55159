import type { ColumnFacts } from './checks/check.ts';
import { mendHeaders } from './checks/header/headers.ts';
import type { ColumnKind, Letters } from './column.ts';
import { decideKind, saidKind, withKind } from './kinds/decide-kind.ts';
import type { ColumnScan } from './scan/scan-columns.ts';
import type { TextTable } from './text-table.ts';
import { columnNames } from './types/column-names.ts';
import { decideType } from './types/decide-type.ts';

/** What a person said of a column. */
export interface SaidKind {
  /** Title or machine name of the column. */
  readonly column: string;
  /** Null: its values are just values. */
  readonly kind: ColumnKind | null;
}

/** What was counted of a table, and what people said of it. */
export interface Scanned {
  readonly headers: readonly string[];
  readonly scans: readonly ColumnScan[];
  readonly letters: ReadonlyMap<number, Letters>;
  readonly kinds: ReadonlyMap<number, ColumnKind | null>;
}

/** What people said of columns, by index. */
export function saidKinds(
  headers: readonly string[],
  said: readonly SaidKind[],
): ReadonlyMap<number, ColumnKind | null> {
  const titles = mendHeaders(headers, { duplicate: true });
  const names = columnNames(mendHeaders(headers));
  const kinds = new Map<number, ColumnKind | null>();
  for (const { column, kind } of said) {
    const index = titles.includes(column) ? titles.indexOf(column) : names.indexOf(column);
    if (index >= 0) kinds.set(index, kind);
  }
  return kinds;
}

/** Columns as detectors and checks see them: what was scanned, with type and kind. */
export function describeColumns(
  table: Pick<TextTable, 'headers' | 'rows'>,
  { headers, scans, letters, kinds }: Scanned,
): ColumnFacts[] {
  const titles = mendHeaders(table.headers, { duplicate: true });
  const names = columnNames(mendHeaders(table.headers));
  return scans.map((scan) => {
    const count = (code: string) => scan.counts.get(code) ?? 0;
    const filled = table.rows - scan.blanks;
    const header = headers[scan.index] ?? '';
    const first = decideType(count, filled, header);
    const said = kinds.get(scan.index);
    const found = decideKind({ survey: scan.survey, filled, distinct: scan.distinct, decision: first });
    const told = said === undefined ? found : said === null ? null : saidKind(said);
    const kind = told?.kind ?? null;
    const decision = withKind(first, kind);
    const { type, expected, notation } = decision;
    const alphabet = letters.get(scan.index);
    const profile = {
      index: scan.index,
      name: names[scan.index] ?? `column${scan.index + 1}`,
      title: titles[scan.index] ?? '',
      type,
      kind,
      ...(told === null ? {} : { confidence: told.confidence, why: told.why }),
      blanks: scan.blanks,
      distinct: scan.distinct,
      examples: scan.examples.map((value) => value.slice(0, 200)),
      ...(expected === undefined ? {} : { expected }),
      ...(alphabet === undefined ? {} : { letters: alphabet }),
      ...(type === 'text' && expected === undefined && notation.comma !== 'unclear' ? {} : { notation }),
    };
    return { profile, header: table.headers[scan.index] ?? '', rows: table.rows, filled, decision, count };
  });
}
