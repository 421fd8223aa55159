import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { testDuckDb, textTableOf } from '../../testing/text-table-of.ts';
import type { PersonalSign } from '../sign.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

const PEOPLE = ['Коваленко Олена Петрівна', 'Мороз Іван Степанович', 'Гончар Ганна Іллівна', 'Савчук Петро Львович'];
const PHONES = ['+380671234501', '+380501234502', '+380631234503', '+380931234504'];

/** Signs of a table of columns, each given by its title and four cells. */
async function signsOf(columns: Readonly<Record<string, readonly string[]>>): Promise<readonly PersonalSign[]> {
  const rows = [0, 1, 2, 3].map((at) => Object.values(columns).map((cells) => cells[at] ?? null));
  const table = await textTableOf(parts, Object.keys(columns), rows);
  return (await inspectTable(parts.duckdb, table)).signs ?? [];
}

/** «code of whose, ground» of the column. */
function told(signs: readonly PersonalSign[], title: string): string {
  return signs
    .filter(({ columnTitle }) => columnTitle === title)
    .map(({ code, whose, grounds = [] }) => [`${code} of ${whose}`, ...grounds.map(({ hint }) => hint)].join(', '))
    .join('; ');
}

describe('whose a sign is', () => {
  it('tells a school from a parent by what the rows are of', async () => {
    const schoolCodes = ['04054228', '04052206', '22883141', '32855961'];
    const schools = await signsOf({
      'Назва закладу': ['Ліцей № 1', 'Ліцей № 2', 'Гімназія № 3', 'Ліцей № 4'],
      'Код ЄДРПОУ': schoolCodes,
      Директор: PEOPLE,
      'Кількість учнів': ['120', '340', '222', '90'],
      Телефон: PHONES,
    });
    expect(told(schools, 'Директор')).toBe('person-name of official, official-powers');
    expect(told(schools, 'Телефон')).toBe('phone of organization, organisation-contact');
    const counted = await signsOf({ 'Код ЄДРПОУ': schoolCodes, Учнів: ['120', '340', '222', '90'], Телефон: PHONES });
    expect(told(counted, 'Телефон')).toBe('phone of organization, organisation-contact');
    const named = await signsOf({ 'Код ЄДРПОУ': schoolCodes, Учнів: PEOPLE, Телефон: PHONES });
    expect(told(named, 'Телефон')).toBe('phone of person');
    const queue = await signsOf({ 'ПІБ одного з батьків': PEOPLE, Телефон: PHONES });
    expect(told(queue, 'ПІБ одного з батьків')).toBe('person-name of person');
    expect(told(queue, 'Телефон')).toBe('phone of person');
  });

  it('knows people in office by a post beside, and their own numbers by the title', async () => {
    const staff = await signsOf({
      'Прізвище, ім’я, по батькові': PEOPLE,
      Посада: ['начальник відділу', 'головний спеціаліст', 'секретар', 'інспектор'],
      'Прийом громадян': ['Пн 9–12', 'Вт 9–12', 'Ср 9–12', 'Чт 9–12'],
      'Службовий телефон': PHONES,
    });
    expect(told(staff, 'Прізвище, ім’я, по батькові')).toBe('person-name of official, official-powers');
    expect(told(staff, 'Службовий телефон')).toBe('phone of official, official-powers');
  });

  it('knows sole traders by words of cells and titles', async () => {
    const traders = await signsOf({ Перевізник: PEOPLE.map((name) => `ФОП ${name}`), Телефон: PHONES });
    expect(told(traders, 'Перевізник')).toBe('person-name of sole-trader, sole-trader-register');
    expect(told(traders, 'Телефон')).toBe('phone of sole-trader, sole-trader-register');
  });

  it('counts a mixed column by its cells and takes the most protected', async () => {
    const [sign] = await signsOf({
      Орендар: [`ФОП ${PEOPLE[0]}`, PEOPLE[1] ?? '', 'ТОВ «Явір»', PEOPLE[3] ?? ''],
      'Об’єкт оренди': ['приміщення 1', 'приміщення 2', 'приміщення 3', 'приміщення 4'],
    });
    expect(sign).toMatchObject({
      code: 'person-name',
      count: 3,
      whose: 'person',
      mixed: [
        { whose: 'person', count: 2 },
        { whose: 'sole-trader', count: 1 },
      ],
      grounds: [{ hint: 'public-property' }],
    });
  });

  it('proposes to publish who was paid by the community, but not who was helped in need', async () => {
    const amounts = ['1000', '2000', '3000', '4000'];
    expect(told(await signsOf({ Отримувач: PEOPLE, 'Сума виплати, грн': amounts }), 'Отримувач')).toBe(
      'person-name of person, public-money',
    );
    const helped = await signsOf({
      Отримувач: PEOPLE,
      'Сума матеріальної допомоги на лікування, грн': amounts,
    });
    expect(told(helped, 'Отримувач')).toBe('person-name of person');
  });

  it('sees the money of the community in «Допомоги, грн» beside people, not beside pupils or debtors', async () => {
    const amounts = ['1000', '2000', '3000', '4000'];
    const paid = await signsOf({ 'Прізвище, ініціали': PEOPLE, 'Допомоги, грн': amounts });
    expect(told(paid, 'Прізвище, ініціали')).toBe('person-name of person, public-money');
    const owing = await signsOf({ Боржник: PEOPLE, 'Сума компенсації, грн': amounts });
    expect(told(owing, 'Боржник')).toBe('person-name of person');
  });

  it('tells those who are treated or taught at an institution from the institution', async () => {
    const staff = { Заклад: ['Лікарня № 1', 'Лікарня № 1', 'Лікарня № 1', 'Лікарня № 1'], Телефон: PHONES };
    expect(told(await signsOf({ ПІБ: PEOPLE, ...staff }), 'Телефон')).toBe('phone of person');
    expect(told(await signsOf({ Вчитель: PEOPLE, ...staff }), 'Телефон')).toBe('phone of official, official-powers');
    const sued = await signsOf({ Позивач: PEOPLE, 'Представник ради': PEOPLE });
    expect(told(sued, 'Позивач')).toBe('person-name of person');
    const prizes = await signsOf({ 'Прізвище учня': PEOPLE, Учитель: PEOPLE });
    expect(told(prizes, 'Учитель')).toBe('person-name of official, official-powers');
    const beside = await signsOf({ Фігурант: PEOPLE, Секретар: PEOPLE });
    expect(told(beside, 'Фігурант')).toBe('person-name of unclear');
  });

  it('knows contractors for sole traders and agencies for organizations', async () => {
    expect(told(await signsOf({ contractor: PEOPLE, sum: ['1', '2', '3', '4'] }), 'contractor')).toContain(
      'person-name of sole-trader',
    );
    const agencies = await signsOf({ 'agency id': ['a1', 'a2', 'a3', 'a4'], phone: PHONES });
    expect(told(agencies, 'phone')).toBe('phone of organization, organisation-contact');
  });

  it('takes a name of anything for a person only where the cells are people', async () => {
    const of = async (name: readonly string[]) => told(await signsOf({ name, phone: PHONES }), 'phone');
    expect(await of(['КП «Тролейбус»', 'ПП «Лан»', 'ТОВ «Явір»', 'АТ «Рух»'])).toBe(
      'phone of organization, organisation-contact',
    );
    expect(await of(['Зелений', 'Синій', 'Лінія', 'Рух'])).toBe('phone of unclear');
    expect(await of(PEOPLE)).toBe('phone of person');
  });

  it('says why without a value', async () => {
    const signs = await signsOf({ Заявник: PEOPLE, Телефон: PHONES });
    expect(signs.map(({ whoseWhy }) => whoseWhy?.uk)).toEqual([
      'За назвою стовпця «Заявник».',
      'Рядки про людей: стовпець «Заявник».',
    ]);
    for (const value of [...PEOPLE, ...PHONES]) expect(JSON.stringify(signs)).not.toContain(value);
  });
});
