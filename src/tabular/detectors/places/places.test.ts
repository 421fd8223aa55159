import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { testDuckDb, textTableOf } from '../../testing/text-table-of.ts';
import type { DetectorCode, PersonalSign } from '../sign.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

const MINE: readonly DetectorCode[] = [
  'home-address',
  'home-coordinates',
  'health',
  'court',
  'religion',
  'nationality',
  'membership',
  'free-text',
  'small-groups',
];

/** Rows of one table repeated with other numbers, so that nothing looks like a list of three. */
async function signsOf(
  headers: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<PersonalSign[]> {
  const inspection = await inspectTable(parts.duckdb, await textTableOf(parts, headers, rows));
  return (inspection.signs ?? []).filter(({ code }) => MINE.includes(code));
}

const told = (signs: readonly PersonalSign[]) =>
  signs.map(({ code, columnTitle, count }) => `${columnTitle}: ${code} ${count}`);

const PEOPLE = [
  'Ярченко Олена Петрівна',
  'Гнатюк Іван Степанович',
  'Лозова Марія Іванівна',
  'Вербицький Петро Олегович',
];
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const rowsOf = (n: number, row: (n: number) => (string | null)[]) =>
  Array.from({ length: n }, (_, index) => row(index));

describe('home addresses', () => {
  it.each<{ name: string; headers: string[]; row: (n: number) => (string | null)[]; expected: string[] }>([
    {
      name: 'flats in one cell',
      headers: ['Адреса', 'Борг, грн'],
      row: (n) => [n === 3 ? 'вул. Лугова, 9' : `вул. Лугова, буд. ${n + 1}, кв. ${n + 10}`, '100,50'],
      expected: ['Адреса: home-address 11'],
    },
    {
      name: 'a house beside a person',
      headers: ['ПІБ', 'Адреса', 'Черга'],
      row: (n) => [at(PEOPLE, n), n < 2 ? 'м. Луцьк' : `м. Луцьк, вул. Лугова, ${n + 1}/${n}`, String(n)],
      expected: ['Адреса: home-address 10'],
    },
    {
      name: 'parts in columns',
      headers: ['Прізвище', 'Дата народження', 'Вулиця', 'Будинок', 'Квартира'],
      row: (n) => [
        at(['Ярченко', 'Гнатюк'], n),
        `0${(n % 9) + 1}.02.1980`,
        'вул. Лугова',
        String(n + 1),
        n % 2 ? null : '7',
      ],
      expected: ['Будинок: home-address 12', 'Квартира: home-address 6'],
    },
    {
      name: 'where somebody lives, by the header',
      headers: ['№', 'Місце проживання'],
      row: (n) => [String(n + 1), `с. Гірне, вул. Лісова, ${n + 1}`],
      expected: ['Місце проживання: home-address 12'],
    },
    {
      name: 'only settlements where somebody lives',
      headers: ['ПІБ', 'Місце проживання'],
      row: (n) => [at(PEOPLE, n), at(['с. Гірне', 'м. Луцьк'], n)],
      expected: [],
    },
    {
      name: 'a school and its head',
      headers: ['Назва закладу', 'Адреса', 'Керівник'],
      row: (n) => [`Ліцей № ${n + 1}`, `вул. Лугова, ${n + 1}`, at(PEOPLE, n)],
      expected: [],
    },
    {
      name: 'people in office and where they receive',
      headers: ['Старостинський округ', 'Прізвище І.', 'Адреса'],
      row: (n) => [`с. Гірне ${n}`, at(['Ярченко О.', 'Гнатюк І.', 'Лозова М.'], n), `вул. Лугова, ${n + 1}`],
      expected: [],
    },
    {
      name: 'flats in a street that is called after the forest',
      headers: ['№', 'Адреса'],
      row: (n) => [String(n), `вул. Лісова, ${n + 1}, кв. ${n + 2}`],
      expected: ['Адреса: home-address 12'],
    },
    {
      name: 'quarters of a forest beside streets',
      headers: ['№', 'Місце рубки'],
      row: (n) => [String(n), `Гірське лісництво, кв. ${n + 1}, вид. 3, біля вул. Лісової, ${n + 1}`],
      expected: [],
    },
    {
      name: 'who came and who took the call',
      headers: ['Адреса', 'Бригада', 'Прийняв'],
      row: (n) => [`вул. Лугова, ${n + 1}`, at(PEOPLE, n), at(PEOPLE, n + 1)],
      expected: [],
    },
    {
      name: 'monuments to people',
      headers: ['Кому встановлено', 'Адреса', 'Скульптор'],
      row: (n) => [at(PEOPLE, n), `вул. Лугова, ${n + 1}`, at(PEOPLE, n + 1)],
      expected: [],
    },
    {
      name: 'streets that were called otherwise',
      headers: ['Адреса', 'former'],
      row: (n) => [`вул. Лугова, ${n + 1}`, at(['Мічуріна І. В.', 'Кірова С. М.', 'Петра Лопати'], n)],
      expected: [],
    },
    {
      name: 'where people work',
      headers: ['ПІБ', 'Посада, місце праці'],
      row: (n) => [at(PEOPLE, n), `вчитель ліцею № ${n + 1}`],
      expected: [],
    },
    {
      name: 'pupils counted at their schools',
      headers: ['Школа', 'Учнів', 'Адреса'],
      row: (n) => [`Ліцей № ${n}`, String(120 + n), `вул. Лугова, ${n + 1}, кв. ${n + 2}`],
      expected: [],
    },
    {
      name: 'pupils by name',
      headers: ['Школа', 'Учнів', 'Адреса'],
      row: (n) => [`Ліцей № ${n}`, at(PEOPLE, n), `вул. Лугова, ${n + 1}, кв. ${n + 2}`],
      expected: ['Адреса: home-address 12'],
    },
    {
      name: 'communal property with flats and its tenants',
      headers: ['Інвентарний номер', 'Об’єкт', 'Адреса', 'Балансоутримувач'],
      row: (n) => [`10${n}`, 'Нежитлове приміщення', `вул. Лугова, ${n + 1}, кв. ${n + 2}`, 'КП «Житло»'],
      expected: [],
    },
    {
      name: 'offices and rooms',
      headers: ['Назва', 'Адреса'],
      row: (n) => [`Послуга ${n}`, `вул. Лугова, ${n + 1}, оф. ${n + 2}, прим. 5`],
      expected: [],
    },
    {
      name: 'square metres and quarters of a year',
      headers: ['Ділянка', 'Місце розташування'],
      row: (n) => [`Д-${n}`, `вул. Лугова, 25 кв. м, 1 кв. 2024 року, ${n}`],
      expected: [],
    },
  ])('$name', async ({ headers, row, expected }) => {
    expect(told(await signsOf(headers, rowsOf(12, row)))).toEqual(expected);
  });
});

describe('coordinates', () => {
  it('precise to a home beside a person, and not those of a bus stop or of a settlement', async () => {
    const headers = ['Широта', 'Довгота'];
    const precise = (n: number) => [`50.74${n}21`, `25.32${n}54`];
    expect(
      told(
        await signsOf(
          ['ПІБ', ...headers],
          rowsOf(9, (n) => [at(PEOPLE, n), ...precise(n)]),
        ),
      ),
    ).toEqual(['Широта: home-coordinates 9', 'Довгота: home-coordinates 9']);
    expect(
      told(
        await signsOf(
          ['ПІБ', ...headers],
          rowsOf(9, (n) => [at(PEOPLE, n), `50.7${n}`, `25.3${n}`]),
        ),
      ),
    ).toEqual([]);
    expect(
      told(
        await signsOf(
          ['Зупинка', ...headers],
          rowsOf(9, (n) => [`Школа ${n}`, ...precise(n)]),
        ),
      ),
    ).toEqual([]);
  });
});

describe('special categories', () => {
  it.each<[DetectorCode, string, string[]]>([
    ['health', 'Діагноз', ['G40.1', 'J45']],
    ['health', 'Група інвалідності', ['II', 'III']],
    ['health', 'Категорія', ['особа з інвалідністю ІІ групи', 'хворіє на діабет']],
    ['court', 'Стаття КК', ['185', '190']],
    ['health', 'Вид допомоги', ['на лікування', 'на дороговартісну операцію']],
    ['court', 'Відомості', ['засуджений у 2019 році', 'судимість погашено']],
    ['religion', 'Віросповідання', ['так', 'інше']],
    ['religion', 'Відомості', ['православний', 'католичка']],
    ['nationality', 'Національність', ['україн.', 'інша']],
    ['nationality', 'Відомості', ['українка', 'поляк']],
    ['membership', 'Партійність', ['1', '2']],
    ['membership', 'Відомості', ['безпартійний', 'член політичної партії «Вільні»']],
  ])('%s by «%s»', async (code, header, values) => {
    const of = (who: string, name: (n: number) => string) =>
      signsOf(
        [who, header],
        rowsOf(12, (n) => [name(n), at(values, n)]),
      );
    expect(told(await of('ПІБ', (n) => at(PEOPLE, n)))).toEqual([`${header}: ${code} 12`]);
    expect(told(await of('Назва закладу', (n) => `Лікарня № ${n}`))).toEqual([]);
  });

  it('money paid for treatment tells of who is ill', async () => {
    const paid = rowsOf(9, (n) => [at(PEOPLE, n), String(1000 + n), String(500 + n)]);
    const headers = ['Отримувач', 'Сума допомоги на лікування, грн', 'Видатки на заходи, грн'];
    expect(told(await signsOf(headers, paid))).toEqual(['Сума допомоги на лікування, грн: health 9']);
    const clinics = rowsOf(9, (n) => [`Лікарня № ${n}`, String(1000 + n), String(500 + n)]);
    expect(told(await signsOf(['Назва закладу', ...headers.slice(1)], clinics))).toEqual([]);
  });

  it('a register of hospitals or of religious organizations tells of nobody', async () => {
    const hospitals = rowsOf(9, (n) => [
      `Протитуберкульозний диспансер № ${n}`,
      'вул. Лугова, 5',
      at(PEOPLE, n),
      'Онкологія',
    ]);
    expect(told(await signsOf(['Назва закладу', 'Адреса', 'Головний лікар', 'Профіль'], hospitals))).toEqual([]);
    const parishes = rowsOf(9, (n) => [`Релігійна громада № ${n}`, 'православна', at(PEOPLE, n), `вул. Миру, ${n}`]);
    expect(told(await signsOf(['Назва релігійної організації', 'Конфесія', 'Настоятель', 'Адреса'], parishes))).toEqual(
      [],
    );
  });
});

describe('free text', () => {
  const TOLD = [
    'Прошу відремонтувати дах будинку, зателефонуйте мені за номером 067 123 45 67 після шостої',
    'Я, Ярченко Олена Петрівна, прошу надати матеріальну допомогу на лікування зубів',
    'Народилася в селі Гірне, виховує трьох дітей сама, просить поставити на чергу',
    'Прошу полагодити ліфт у під’їзді, вул. Лісова, 5, кв. 12, бо не працює другий тиждень',
    'Мій чоловік служить на фронті, прошу безплатного проїзду для дітей до школи',
  ];
  const QUIET = [
    'Прошу відремонтувати дах багатоквартирного будинку, бо протікає вже третій місяць',
    'Капітальний ремонт дорожнього покриття вулиці Івана Франка від перехрестя до мосту',
    'Поставлено дитячий майданчик у парку імені Тараса Шевченка коштом громади міста',
  ];
  it('counts the cells that hold something of a person', async () => {
    const signs = await signsOf(
      ['№', 'Зміст звернення'],
      rowsOf(16, (n) => [String(n + 1), at([...TOLD, ...QUIET], n)]),
    );
    expect(told(signs)).toEqual(['Зміст звернення: free-text 10']);
    expect(signs[0]?.rows).toEqual([1, 2, 3, 4, 5, 9, 10, 11, 12, 13]);
  });
  it('finds it under any header where texts are long', async () => {
    expect(
      told(
        await signsOf(
          ['№', 'Поле 7'],
          rowsOf(10, (n) => [String(n), at(TOLD, n)]),
        ),
      ),
    ).toEqual(['Поле 7: free-text 10']);
  });
  it('leaves a text or two with nothing but a contact to the detectors of contacts', async () => {
    const some = (...told: string[]) => rowsOf(12, (n) => [String(n), told[n] ?? at(QUIET, n)]);
    const mail = `${QUIET[0]}, питання надсилайте на survey@example.com`;
    expect(told(await signsOf(['№', 'Опис'], some(mail)))).toEqual([]);
    expect(told(await signsOf(['№', 'Опис'], some(mail, mail, mail)))).toEqual(['Опис: free-text 3']);
    expect(told(await signsOf(['№', 'Опис'], some(TOLD[3] ?? '')))).toEqual(['Опис: free-text 1']);
  });
  it('leaves texts that tell of nobody, and names that are short', async () => {
    expect(
      told(
        await signsOf(
          ['№', 'Опис'],
          rowsOf(9, (n) => [String(n), at(QUIET, n)]),
        ),
      ),
    ).toEqual([]);
    expect(
      told(
        await signsOf(
          ['№', 'Примітка'],
          rowsOf(9, (n) => [String(n), at(PEOPLE, n)]),
        ),
      ),
    ).toEqual([]);
  });
});

describe('small groups', () => {
  it('cells of one to four people in a table of counts', async () => {
    const rows = rowsOf(12, (n) => [`Громада ${n}`, at(['чоловіки', 'жінки'], n), String(n), String(n * 100)]);
    const headers = ['Громада', 'Стать', 'Кількість осіб з інвалідністю', 'Площа, га'];
    expect(told(await signsOf(headers, rows))).toEqual(['Кількість осіб з інвалідністю: small-groups 4']);
  });
  it('posts, places and shares are no groups of people', async () => {
    const rows = rowsOf(12, (n) => [`Школа ${n}`, String(n), String(n), String(n)]);
    const headers = ['Заклад', 'Кількість посад', 'Кількість місць для дітей', 'Частка учнів, %'];
    expect(told(await signsOf(headers, rows))).toEqual([]);
  });
});
