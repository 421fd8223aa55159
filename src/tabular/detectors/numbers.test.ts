import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../inspect-table.ts';
import { testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { DETECTORS } from './detector-list.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

const OF_NUMBERS: ReadonlySet<string> = new Set(
  DETECTORS.filter(({ group }) => group === 'identifier' || group === 'contact').map(({ code }) => code),
);

/** Ten-digit numbers of invented people: a birth day, four digits, a sum. */
function taxNumber(seed: number): string {
  const nine = String(15_000 + ((seed * 7_919) % 25_000)) + String(1_000 + ((seed * 613) % 9_000));
  const sum = [-1, 5, 7, 9, 4, 6, 10, 5, 7].reduce((all, weight, at) => all + weight * Number(nine[at]), 0);
  return `${nine}${(sum % 11) % 10}`;
}

function cardNumber(seed: number): string {
  const digits = `4149${String(10_000_000_000 + seed * 7_654_321).slice(0, 11)}`;
  const sum = [...digits].reduce((all, digit, at) => {
    const twice = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function unzr(seed: number): string {
  const twelve = `19${60 + (seed % 39)}0${1 + (seed % 9)}${10 + (seed % 18)}${1000 + seed * 7}`;
  const sum = [...twelve].reduce((all, digit, at) => all + Number(digit) * ([7, 3, 1][at % 3] ?? 0), 0);
  return `${twelve.slice(0, 8)}-${twelve.slice(8)}${sum % 10}`;
}

const ROWS = 24;
const column = (value: (row: number) => string) => Array.from({ length: ROWS }, (_, row) => value(row));
const four = (row: number) => String(1_234 + row * 37);
const texts = ['Прошу полагодити дорогу', 'Не працює ліфт у під’їзді', 'Дякую за ремонт двору'];
const sometimes = (told: string) => column((row) => (row === 7 || row === 15 ? told : `${texts[row % 3]} ${row}`));

const PEOPLE = column(
  (row) => `${['Коваль', 'Бондар', 'Гнатюк', 'Ткач'][row % 4]} Ірина ${['Петрівна', 'Іванівна'][row % 2]}`,
);

type Column = readonly [header: string, values: readonly string[], signs: readonly string[]];

const PERSONAL: readonly Column[] = [
  ['РНОКПП', column(taxNumber), ['tax-number']],
  ['Код', column(taxNumber), ['tax-number']],
  ['ІПН заявника', column((row) => (row === 0 ? '123456789' : taxNumber(row))), ['tax-number']],
  ['Код ЄДРПОУ/РНОКПП', column((row) => (row % 3 === 0 ? taxNumber(row) : '04054228')), ['tax-number']],
  ['Зміст', sometimes(`Звернулася Гнатюк І. П., РНОКПП ${taxNumber(3)}`), ['tax-number']],
  ['Кому', column((row) => `ФОП Ткач І. П. ${taxNumber(row)}`), ['tax-number']],
  ['Паспорт', column((row) => `КН ${123_456 + row}`), ['passport-book']],
  ['Серія та номер паспорта', column((row) => `BC${123_456 + row}`), ['passport-book']],
  ['Документ', column((row) => `СР № ${223_456 + row}`), ['passport-book']],
  ['Пояснення', sometimes('паспорт серії КН № 123456, виданий у 2005 році'), ['passport-book']],
  ['Номер паспорта', column((row) => `00${1_234_567 + row}`), ['passport-card']],
  ['Опис', sometimes('надано ID-картку № 001234567'), ['passport-card']],
  ['Закордонний паспорт', column((row) => `FA${123_456 + row}`), ['foreign-passport']],
  ['УНЗР', column(unzr), ['unzr']],
  ['Номер запису', column(unzr), ['unzr']],
  ['Дата народження', column((row) => `${10 + (row % 18)}.0${1 + (row % 9)}.19${60 + (row % 39)}`), ['birth-date']],
  ['Рік народження', column((row) => String(1_950 + row)), ['birth-date']],
  ['Вік', column((row) => String(20 + row)), ['birth-date']],
  ['Відомості', sometimes('Ткач Ірина, 12.05.1980 р. н., живе сама'), ['birth-date']],
  ['Телефон', column((row) => `+38050${1_234_567 + row}`), ['phone']],
  ['Тел.', column((row) => `${2 + (row % 7)}-${10 + row}-${70 - row}`), ['phone']],
  ['Контактний номер', column((row) => `(0332) ${72 + (row % 7)}-${10 + row}-${70 - row}`), ['phone']],
  ['Стовпець', column((row) => `066 ${123 + row} ${10 + row} ${70 - row}`), ['phone']],
  ['Зв’язок', column((row) => `0${671_234_567 + row}; 050-123-45-${10 + row}`), ['phone']],
  ['Звернення', sometimes('Телефонуйте мені 067 123-45-67 увечері'), ['phone']],
  ['Зауваги', sometimes('довідки за тел. 2.34.56'), ['phone']],
  ['Скарга', sometimes('мій номер 0671234567'), ['phone']],
  ['Пояснення', sometimes('тел.:0671234567;'), ['phone']],
  ['Додаток', sometimes('067\u200b1234567'), ['phone']],
  ['Нотатка', sometimes('дзвоніть тел. 2-34-56'), ['phone']],
  [
    'Контакт заявника',
    column((row) => (row % 2 ? `0671${234_567 + row}` : `i.tkach${row}@example.com`)),
    ['phone', 'email'],
  ],
  ['Пошта', column((row) => `i.tkach${row}@example.com`), ['email']],
  ['Коментар', sometimes('пишіть на i.tkach@example.com'), ['email']],
  ['Рахунок', column((row) => `UA${21_322_313 + row}0000026007233566001`), ['iban']],
  ['Реквізити', sometimes('р/р UA21 3223 1300 0002 6007 2335 6600 1 у банку'), ['iban']],
  ['Номер картки', column(cardNumber), ['bank-card']],
  ['Виплата', column((row) => cardNumber(row).replace(/(\d{4})(?=\d)/gu, '$1 ')), ['bank-card']],
  ['Номерний знак', column((row) => `АС${four(row)}ВК`), ['plate']],
  ['Порушення', sometimes('стояло авто AC 1234 BK на тротуарі'), ['plate']],
  ['Держномер авто', column((row) => `${100 + row}-${10 + row} ВК`), ['plate']],
  ['VIN', column((row) => `WVWZZZ1KZ7W00${four(row)}`), ['vin']],
  ['IP', column((row) => `192.168.1.${row + 1}`), ['ip-address']],
  ['Звідки', column((row) => `93.17${row % 10}.201.${row + 1}`), ['ip-address']],
  ['Адреса входу', column((row) => `2001:db8::${row + 1}:8a2e:370:7334`), ['ip-address']],
];

const TRAPS: readonly Column[] = [
  ['Код КОАТУУ', column((row) => `05${20_600_000 + row * 137}`), []],
  ['КОАТУУ', column((row) => `72${10_100_000 + row * 1_370}`), []],
  ['Код території', column((row) => `05${10_100_000 + row * 1_000}`), []],
  ['Код ЄДРПОУ', column(() => '04054228'), []],
  ['Особовий рахунок', column((row) => String(2_530_400_000 + row * 13)), []],
  ['Інвентарний номер', column((row) => String(1_013_100_001 + row)), []],
  ['Номер', column((row) => String(3_000_000_000 + row)), []],
  ['Номер договору', column((row) => `АВ ${123_456 + row}`), []],
  ['Ліцензія', column((row) => `АЕ № ${123_456 + row}`), []],
  ['Технічний паспорт', column((row) => `АЕ ${123_456 + row}`), []],
  ['Паспорт бюджетної програми', column((row) => String(100_110_150 + row)), []],
  ['Реєстраційний номер', column((row) => `2024${10 + (row % 3)}15-${10_001 + row}`), []],
  ['Версія', column((row) => `1.2.${row}.4`), []],
  ['Посилання', column((row) => `http://192.168.14.${100 + row}:8080/datasets/${row}`), []],
  ['Пункт', column((row) => `10.2.${row}.14`), []],
  ['Номер рядка', column((row) => String(row + 1)), []],
  ['Дата рішення', column((row) => `${10 + (row % 18)}.0${1 + (row % 9)}.2019`), []],
  ['Дата заснування', column((row) => `${10 + (row % 18)}.0${1 + (row % 9)}.1965`), []],
  ['ageFrom', column((row) => String(3 + row)), []],
  ['Вік до', column((row) => String(18 + row)), []],
  ['Місце народження', column((row) => `місто ${row}`), []],
  ['Сума', column((row) => `${100 + row} ${200 + row},${10 + row}`), []],
  ['Штрих-код', column((row) => String(4_820_000_000_000_000n + BigInt(row * 7))), []],
  ['Кадастровий номер', column((row) => `0520680203:0${1 + (row % 9)}:001:${four(row)}`), []],
  ['Час', column((row) => `2024-01-${10 + (row % 18)} 10:${10 + row}:00`), []],
  ['Ліміт', column((row) => `${30 + row}.${123_456 + row}`), []],
  ['КАТОТТГ', column((row) => `UA710200100000${37_786 + row}`), []],
  ['Закупівля', column((row) => `UA-2023-01-30-0${16_406 + row}-a`), []],
  ['Сторінка', column((row) => `https://example.com/page/0671234567?id=${row}`), []],
  ['Запис', sometimes('надати слово т. Гнатюку від 20.12.16 12:25'), []],
  ['Вивезення', sometimes('вивезено 5 т. 20.12.24'), []],
  ['ДК 021', column((row) => `45${230_000 + row}-8`), []],
];

async function signsOf(columns: readonly Column[]): Promise<Map<string, string[]>> {
  const rows = Array.from({ length: ROWS }, (_, row) => columns.map(([, values]) => values[row] ?? null));
  const table = await textTableOf(
    parts,
    columns.map(([header]) => header),
    rows,
  );
  const { signs = [] } = await inspectTable(parts.duckdb, table);
  const numbered = signs.filter(({ code }) => OF_NUMBERS.has(code));
  return new Map(
    columns.map(([header], index) => [header, numbered.filter((one) => one.column === index).map(({ code }) => code)]),
  );
}

const BESIDE: Column = ['ПІБ', PEOPLE, []];
const wanted = (columns: readonly Column[]) => new Map(columns.map(([header, , signs]) => [header, signs]));

describe('numbers that name or reach a person', () => {
  it('are told in columns of them and in the text of any column', async () => {
    const columns = [BESIDE, ...PERSONAL];
    expect(await signsOf(columns)).toEqual(wanted(columns));
  });

  it('are not seen in codes, accounts, dates and versions, beside people or not', async () => {
    expect(await signsOf(TRAPS)).toEqual(wanted(TRAPS));
    const columns = [BESIDE, ...TRAPS];
    expect(await signsOf(columns)).toEqual(wanted(columns));
  });
});
