import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { testDuckDb, textTableOf } from '../../testing/text-table-of.ts';
import { protectTable } from '../protect-table.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** Invented people and their texts → what is left of them. */
const TEXTS: readonly (readonly [string, string])[] = [
  [
    'Звернулася Ґалаґан Зиновія Йосипівна, 12.03.1957 р.н., проживає за адресою: м. Дрогобич, вул. Тиха, 14, кв. 3, тел. (067) 111-22-33.',
    '[ім’я], [дата народження], [адреса] , тел. [телефон].',
  ],
  [
    'Просить Вербовій Олені Петрівні надати допомогу до 01.09.2025, лист на olena.verbova@example.org, рахунок UA213223130000026007233566001.',
    '[ім’я] надати допомогу до 01.09.2025, лист на [пошта], рахунок [рахунок].',
  ],
  [
    'Паспорт КА 123456, РНОКПП 2345678901, картка 4149 4991 2345 6781, авто ВС 1234 АА стоїть біля під’їзду, номер рішення 15 від 2024-05-06.',
    'Паспорт [документ], РНОКПП [номер], картка [номер], авто [номер авто] стоїть біля під’їзду, номер рішення 15 від 2024-05-06.',
  ],
  [
    'Лампа не світить біля школи № 5, просимо замінити до кінця тижня, бо темно.',
    'Лампа не світить біля школи № 5, просимо замінити до кінця тижня, бо темно.',
  ],
  [
    'Скаргу подав гр. Чорноус І. В., народилася донька 5 березня 2019 року, телефонувати 2-34-56 після 18.',
    'Скаргу подав гр. [ім’я], [дата народження], телефонувати [телефон] після 18.',
  ],
];

it('hides people in texts by words, leaves the rest, and nothing is found any more', async () => {
  const table = await textTableOf(
    parts,
    ['№', 'Зміст звернення'],
    TEXTS.map(([text], at) => [String(at + 1), text]),
  );
  const before = await inspectTable(parts.duckdb, table);
  expect(before.signs?.length).toBeGreaterThan(3);
  const step = { code: 'protect-mask', columnTitle: 'Зміст звернення', parameters: { way: 'found' } };
  const outPath = join(parts.folder, 'hidden.parquet');
  const outcome = await protectTable(parts.duckdb, table, { steps: [step], key: null }, { outPath });
  const session = await parts.duckdb.session();
  const rows = await session.rows(`SELECT c1 FROM read_parquet('${outPath}')`);
  session.close();
  expect(rows.map(({ c1 }) => c1)).toEqual(TEXTS.map(([, hidden]) => hidden));
  const after = await inspectTable(parts.duckdb, outcome.table);
  expect(after.signs).toEqual([]);
});

it('hides only what it is asked for', async () => {
  const table = await textTableOf(parts, ['А'], [['Мельник Олена, тел. 067 111 22 33']]);
  const step = { code: 'protect-mask', columnTitle: 'А', parameters: { way: 'found', codes: ['phone'] } };
  const outPath = join(parts.folder, 'phones.parquet');
  await protectTable(parts.duckdb, table, { steps: [step], key: null }, { outPath });
  const session = await parts.duckdb.session();
  const [row] = await session.rows(`SELECT c0 FROM read_parquet('${outPath}')`);
  session.close();
  expect(row?.c0).toBe('Мельник Олена, тел. [телефон]');
});
