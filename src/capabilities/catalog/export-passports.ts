import type { Language } from '../../kernel/text.ts';
import type { Context } from '../../platform/context.ts';
import type { FilledSheet } from '../../tabular/writers/index.ts';
import { listUnits, permit, reachOf } from '../accounts/index.ts';
import { dayAsCell } from './sheet-cells.ts';
import { KEY_COLUMNS, PASSPORT_COLUMNS } from './sheet-columns.ts';
import { selectBareDatasets } from './sheet-store.ts';

const SHEETS = {
  passports: { uk: 'Паспорти', en: 'Passports' },
  allowed: { uk: 'Дозволені значення', en: 'Allowed values' },
} as const;

/** Names of the sheet the passports are on, in any language. */
export const PASSPORT_SHEETS: readonly string[] = Object.values(SHEETS.passports);

/**
 * The passports the actor may edit as a table: a row a dataset, and a sheet of the allowed values that cells choose from.
 * @param states words for the states of datasets
 * Throws `forbidden` for those who may edit nothing at all.
 */
export async function exportPassports(
  ctx: Context,
  language: Language,
  states: Readonly<Record<string, string>>,
): Promise<FilledSheet[]> {
  await permit(ctx, 'dataset.edit');
  const datasets = await selectBareDatasets(ctx.db, await reachOf(ctx, 'dataset.edit'));
  const units = await listUnits(ctx);
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const headings = [
    KEY_COLUMNS.number,
    KEY_COLUMNS.unit,
    KEY_COLUMNS.state,
    KEY_COLUMNS.planned,
    ...PASSPORT_COLUMNS.map(({ name }) => name),
    KEY_COLUMNS.changed,
  ].map((name) => name[language]);
  const lists = allowedLists(
    language,
    units.map(({ name }) => name),
  );
  const first = 4;
  const choices = PASSPORT_COLUMNS.flatMap((column, at) => {
    const from = lists.findIndex(({ heading }) => heading === column.name[language]);
    if (from < 0 || column.many) return [];
    const count = lists[from]?.values.length ?? 0;
    return [{ column: first + at, from: { sheet: SHEETS.allowed[language], column: from, count } }];
  });
  const ofUnits = { column: 1, from: { sheet: SHEETS.allowed[language], column: 0, count: units.length } };
  return [
    {
      name: SHEETS.passports[language],
      headings,
      widths: [22, 32, 14, 20, ...PASSPORT_COLUMNS.map(({ width }) => width), 26],
      rows: datasets.map((dataset) => [
        dataset.number,
        nameOf.get(dataset.unitId) ?? '',
        states[dataset.state] ?? dataset.state,
        dayAsCell(null),
        ...PASSPORT_COLUMNS.map((column) => column.write(dataset.passport, language)),
        dataset.changedAt.toISOString(),
      ]),
      choices: [ofUnits, ...choices],
    },
    {
      name: SHEETS.allowed[language],
      headings: lists.map(({ heading }) => heading),
      widths: lists.map(() => 36),
      rows: Array.from({ length: Math.max(...lists.map(({ values }) => values.length)) }, (_, at) =>
        lists.map(({ values }) => values[at] ?? ''),
      ),
    },
  ];
}

function allowedLists(language: Language, units: readonly string[]) {
  const ofColumns = PASSPORT_COLUMNS.flatMap(({ name, choices }) =>
    choices ? [{ heading: name[language], values: Object.values(choices).map((one) => one[language]) }] : [],
  );
  return [{ heading: KEY_COLUMNS.unit[language], values: units }, ...ofColumns];
}
