import { addDays, dayOf } from '../../kernel/dates.ts';
import { RequestError } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { readCells } from '../../tabular/index.ts';
import { findPerson, listUnits, may, permit, reachOf } from '../accounts/index.ts';
import { PASSPORT_SHEETS } from './export-passports.ts';
import { emptyPassport } from './passport-rules.ts';
import { MOST_SHEET_ROWS, type PassportSheet } from './passport-sheet.ts';
import { PASSPORT_COLUMNS } from './sheet-columns.ts';
import { compareSheet, type SheetFacts } from './sheet-rules.ts';
import { deleteSheetsBefore, insertSheet, selectBareDatasets, selectSheet } from './sheet-store.ts';

/** Days a table that was given waits, and can be taken back. */
const KEPT_DAYS = 14;

function refusal(code: string, uk: string, en: string): RequestError {
  return new RequestError('invalid', code, { uk, en });
}

/** Cells of a file, whatever of XLSX, CSV and their like it is; the sheet of passports where it has one. */
async function cellsOf(ctx: Context, path: string, fileName: string) {
  const workFolder = await ctx.objects.workFolder();
  const wanted = { path, fileName, workFolder, sheetNames: PASSPORT_SHEETS, most: MOST_SHEET_ROWS, signal: ctx.signal };
  const cells = await readCells(ctx.duckdb, wanted);
  if (cells.kind === 'refused') throw new RequestError('invalid', 'sheet-unreadable', cells.reason.message);
  if (cells.kind === 'too-long')
    throw refusal(
      'sheet-too-long',
      `У таблиці ${cells.rows} рядків, а приймаємо ${MOST_SHEET_ROWS}. Поділіть її.`,
      `The table has ${cells.rows} rows, ${MOST_SHEET_ROWS} are taken. Part it.`,
    );
  return cells;
}

async function factsOf(ctx: Context): Promise<SheetFacts> {
  const person = ctx.actor.kind === 'person' ? await findPerson(ctx, ctx.actor.id) : null;
  const datasets = await selectBareDatasets(ctx.db, await reachOf(ctx, 'dataset.edit'));
  const units = await listUnits(ctx);
  const rights = await Promise.all(units.map(({ id }) => may(ctx, 'dataset.create', id)));
  return {
    datasets: new Map(datasets.map((dataset) => [dataset.number, dataset])),
    units: units.filter((_, at) => rights[at]),
    today: dayOf(ctx.clock.now()),
    fresh: (unitId, title) => emptyPassport(units.find(({ id }) => id === unitId) ?? null, person, title),
  };
}

/** Cells of a table as they came: headings, then the rows below them. */
export interface SheetCells {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What a table of another form is put into ours by. */
export interface SheetKnown {
  readonly datasets: readonly { readonly number: string; readonly title: string; readonly unitId: string }[];
  readonly units: readonly { readonly id: string; readonly name: string; readonly edrpou: string | null }[];
  /** A passport's present cell under one of our Ukrainian headings; empty where there is no such dataset or heading. */
  present(number: string, heading: string): string;
}

/**
 * Takes a table of passports that was given back, compares it with what there is and keeps the difference to be looked at; nothing is
 * changed yet. Throws `forbidden`, `invalid` (unreadable, too long, no column known).
 * @param translate puts a table of another form (a registry a city kept by hand) under our headings
 */
export async function receiveSheet(
  ctx: Context,
  path: string,
  fileName: string,
  translate?: (cells: SheetCells, known: SheetKnown) => SheetCells,
): Promise<PassportSheet> {
  await permit(ctx, 'dataset.edit');
  const came = await cellsOf(ctx, path, fileName);
  const facts = await factsOf(ctx);
  const { headings, rows } = translate ? translate(came, knownOf(facts)) : came;
  const compared = compareSheet(headings, rows, facts);
  if (compared.unknown.length === headings.filter((heading) => heading.trim() !== '').length)
    throw refusal(
      'sheet-of-something-else',
      'У першому рядку немає жодної назви стовпця з таблиці паспортів. Завантажте таблицю звідси, заповніть і поверніть.',
      'The first row has no name of a column of the table of passports. Download the table here, fill it in and give it back.',
    );
  const now = ctx.clock.now();
  const sheet: PassportSheet = {
    id: newId(now.getTime()),
    fileName: fileName.slice(0, 200),
    madeBy: actorId(ctx),
    madeAt: now,
    ...compared,
    appliedAt: null,
    replaced: null,
  };
  await deleteSheetsBefore(ctx.db, new Date(`${addDays(dayOf(now), -KEPT_DAYS)}T00:00:00Z`));
  await insertSheet(ctx.db, sheet);
  return sheet;
}

function knownOf({ datasets, units }: SheetFacts): SheetKnown {
  return {
    datasets: [...datasets.values()].map(({ number, passport, unitId }) => ({ number, title: passport.title, unitId })),
    units,
    present(number, heading) {
      const dataset = datasets.get(number);
      const column = PASSPORT_COLUMNS.find(({ name }) => name.uk === heading);
      return dataset && column ? column.write(dataset.passport, 'uk') : '';
    },
  };
}

/** Who made something, as it is kept: a person's id, or the kind of the actor. */
export function actorId({ actor }: Context): string {
  return actor.kind === 'person' ? actor.id : actor.kind;
}

/** A table this person gave. Throws `not-found` for others' and forgotten ones. */
export async function loadSheet(ctx: Context, id: string, lock = false): Promise<PassportSheet> {
  await permit(ctx, 'dataset.edit');
  const sheet = isId(id) ? await selectSheet(ctx.db, id, lock) : null;
  if (sheet && sheet.madeBy === actorId(ctx)) return sheet;
  throw new RequestError('not-found', 'sheet-not-found', {
    uk: `Такої таблиці немає. Таблиці зберігаються ${KEPT_DAYS} днів; завантажте її ще раз.`,
    en: `There is no such table. Tables are kept ${KEPT_DAYS} days; give it again.`,
  });
}
