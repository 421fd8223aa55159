import type { Text } from '../../kernel/text.ts';
import { foldName } from '../../language/folding.ts';
import type { Dataset } from './dataset.ts';
import { Passport } from './passport.ts';
import { fieldMark, partOf } from './passport-merge-rules.ts';
import { moreFaults, tidyPassport } from './passport-more-rules.ts';
import type { SheetChange, SheetFault, SheetRow } from './passport-sheet.ts';
import { dayOfCell } from './sheet-cells.ts';
import { columnOfHeading, type KeyColumn, type SheetColumn } from './sheet-columns.ts';

/** What rows are compared with. */
export interface SheetFacts {
  /** Datasets the person may edit, by number. */
  readonly datasets: ReadonlyMap<string, Pick<Dataset, 'id' | 'number' | 'unitId' | 'passport' | 'changedAt'>>;
  /** Units the person may make datasets in. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly edrpou: string | null }[];
  /** A fresh passport of a unit, for new rows. */
  readonly fresh: (unitId: string, title: string) => Passport;
  /** Today in Ukraine, ISO 8601. */
  readonly today: string;
}

export interface ComparedSheet {
  readonly rows: SheetRow[];
  readonly same: number;
  readonly unknown: string[];
}

interface PlacedColumns {
  readonly keys: ReadonlyMap<KeyColumn, number>;
  readonly columns: readonly { readonly at: number; readonly column: SheetColumn }[];
  readonly unknown: string[];
}

function place(headings: readonly string[]): PlacedColumns {
  const keys = new Map<KeyColumn, number>();
  const columns: { at: number; column: SheetColumn }[] = [];
  const unknown: string[] = [];
  for (const [at, heading] of headings.entries()) {
    const found = columnOfHeading(heading);
    if (found === null) {
      if (heading.trim() !== '') unknown.push(heading.trim());
    } else if (typeof found === 'string') keys.set(found, at);
    else columns.push({ at, column: found });
  }
  return { keys, columns, unknown };
}

/** A cell as it was meant: the sign Excel puts before texts that look like formulas is no part of it. */
const tidied = (cell: string | null | undefined): string =>
  (cell ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

const faultOf = (column: Text | null, uk: string, en: string): SheetFault => ({ column, text: { uk, en } });

/** Compares a table with the passports there are. @param rows cells by row, the heading left out */
export function compareSheet(
  headings: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  facts: SheetFacts,
): ComparedSheet {
  const placed = place(headings);
  const seen = new Map<string, number>();
  const compared: SheetRow[] = [];
  let same = 0;
  for (const [at, cells] of rows.entries()) {
    if (cells.every((cell) => tidied(cell) === '')) continue;
    const row = rowOf(at + 2, cells, placed, facts, seen);
    if (row === null) same += 1;
    else compared.push(row);
  }
  return { rows: compared, same, unknown: placed.unknown };
}

/** Null where the row changes nothing. */
function rowOf(
  row: number,
  cells: readonly (string | null)[],
  placed: PlacedColumns,
  facts: SheetFacts,
  seen: Map<string, number>,
): SheetRow | null {
  const key = (name: KeyColumn) => {
    const at = placed.keys.get(name);
    return at === undefined ? '' : tidied(cells[at]);
  };
  const number = key('number');
  if (number === '') return newRow(row, cells, placed, facts, key);
  const dataset = facts.datasets.get(number);
  const faults: SheetFault[] = [];
  const before = seen.get(number);
  seen.set(number, before ?? row);
  const name = { uk: 'Номер', en: 'Number' };
  if (before !== undefined)
    faults.push(
      faultOf(
        name,
        `Набір «${number}» уже є в рядку ${before}. Лишіть один рядок.`,
        `The dataset “${number}” is in row ${before} already. Leave one row.`,
      ),
    );
  if (!dataset) {
    faults.push(
      faultOf(
        name,
        `Набору з номером «${number}» немає серед тих, які ви можете змінювати. Для нового набору лишіть номер порожнім.`,
        `No dataset with the number “${number}” is among those you may change. Leave the number empty for a new one.`,
      ),
    );
    return { ...NOTHING, row, kind: 'faulty', number, title: '', faults };
  }
  const read = readCells(cells, placed, dataset.passport);
  faults.push(...read.faults);
  if (read.changes.length === 0 && faults.length === 0) return null;
  const changed = key('changed');
  return {
    ...NOTHING,
    row,
    kind: faults.length > 0 ? 'faulty' : 'changed',
    datasetId: dataset.id,
    number,
    title: dataset.passport.title || number,
    unitId: dataset.unitId,
    meanwhile: changed !== '' && changed !== dataset.changedAt.toISOString(),
    changes: read.changes,
    typed: read.typed,
    seen: Object.fromEntries(
      (Object.keys(read.typed) as (keyof Passport)[]).map((field) => [field, fieldMark(dataset.passport, field)]),
    ),
    faults,
  };
}

const NOTHING = {
  datasetId: null,
  unitId: null,
  plannedOn: null,
  meanwhile: false,
  changes: [],
  typed: {},
  seen: {},
} as const;

function newRow(
  row: number,
  cells: readonly (string | null)[],
  placed: PlacedColumns,
  facts: SheetFacts,
  key: (name: KeyColumn) => string,
): SheetRow {
  const unitName = key('unit');
  const fitting = facts.units.filter(({ name }) => foldName(name) === foldName(unitName));
  const unit = unitName === '' && facts.units.length === 1 ? facts.units[0] : fitting[0];
  const faults: SheetFault[] = [];
  if (!unit)
    faults.push(
      faultOf(
        { uk: 'Розпорядник', en: 'Publisher' },
        `Розпорядника «${unitName}» немає серед тих, для кого ви можете створювати набори.`,
        `The publisher “${unitName}” is not among those you may make datasets for.`,
      ),
    );
  // an empty cell of a new dataset leaves what the unit and the person tell by themselves
  const filled = { ...placed, columns: placed.columns.filter(({ at }) => tidied(cells[at]) !== '') };
  const read = readCells(cells, filled, facts.fresh(unit?.id ?? '', ''));
  const title = String(read.typed.title ?? '');
  if (title === '')
    faults.push(faultOf({ uk: 'Назва', en: 'Title' }, 'Новому набору потрібна назва.', 'A new dataset needs a title.'));
  const planned = dayOfCell(key('planned'));
  const plannedOn = 'value' in planned && typeof planned.value === 'string' ? planned.value : null;
  if (plannedOn !== null) faults.push(...promiseFaults(plannedOn, read.typed, facts.today));
  if ('fault' in planned)
    faults.push({ column: { uk: 'Буде оприлюднено до', en: 'To be published by' }, text: planned.fault });
  faults.push(...read.faults);
  return {
    ...NOTHING,
    row,
    kind: faults.length > 0 ? 'faulty' : 'new',
    number: '',
    title,
    unitId: unit?.id ?? null,
    plannedOn,
    changes: read.changes,
    typed: read.typed,
    faults,
  };
}

/** The public is promised something: what it is, and by a day that is not over. */
function promiseFaults(plannedOn: string, { description = '' }: Partial<Passport>, today: string): SheetFault[] {
  const faults: SheetFault[] = [];
  if (plannedOn < today)
    faults.push(
      faultOf(
        { uk: 'Буде оприлюднено до', en: 'To be published by' },
        'Цей день уже минув. Вкажіть сьогоднішній або пізніший.',
        'This day is over. Give today or a later one.',
      ),
    );
  if (description.length < 3)
    faults.push(
      faultOf(
        { uk: 'Опис', en: 'Description' },
        'Запланованому набору потрібен опис: його побачать усі.',
        'A planned dataset needs a description: everybody will see it.',
      ),
    );
  return faults;
}

interface ReadRow {
  /** Null where an element is emptied. */
  readonly typed: Partial<Passport>;
  readonly changes: SheetChange[];
  readonly faults: SheetFault[];
}

/** The cells that differ from the passport, read; together they must make a passport that can be kept. */
function readCells(cells: readonly (string | null)[], { columns }: PlacedColumns, before: Passport): ReadRow {
  const faults: SheetFault[] = [];
  const changes: SheetChange[] = [];
  let passport = before;
  const touched = new Set<keyof Passport>();
  for (const { at, column } of columns) {
    const cell = tidied(cells[at]);
    const was = (['uk', 'en'] as const).map((language) => tidied(column.write(before, language)));
    if (was.includes(cell)) continue;
    const read = column.read(cell, passport);
    if ('fault' in read) {
      faults.push({ column: column.name, text: read.fault });
      continue;
    }
    const next = { ...passport, [column.field]: read.value };
    if (partOf(next, column.field) === partOf(passport, column.field)) continue;
    passport = next as Passport;
    touched.add(column.field);
    changes.push({ field: column.field, name: column.name, before: was[0] ?? '', after: cell });
  }
  const parsed = Passport.safeParse(passport);
  const nameOf = (field: string) => columns.find(({ column }) => column.field === field)?.column.name ?? null;
  if (!parsed.success)
    for (const { path } of parsed.error.issues)
      faults.push(
        faultOf(
          nameOf(String(path[0])),
          'Задовге, забагато значень або бракує частини. Виправте комірку.',
          'Too long, too many values, or a part is missing. Mend the cell.',
        ),
      );
  else if (touched.size > 0)
    for (const fault of moreFaults(parsed.data))
      if (touched.has(fault.field as keyof Passport)) faults.push({ column: nameOf(fault.field), text: fault.text });
  const tidy: Partial<Passport> = parsed.success ? tidyPassport(parsed.data) : {};
  return { typed: Object.fromEntries([...touched].map((field) => [field, tidy[field] ?? null])), changes, faults };
}
