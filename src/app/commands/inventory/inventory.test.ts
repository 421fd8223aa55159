import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, expect, it, vi } from 'vitest';
import { speaksOfPeople } from '../../../tabular/index.ts';
import { writeWorkbook } from '../../../tabular/writers/index.ts';
import { runInventory } from './inventory.ts';

const folder = mkdtempSync(join(tmpdir(), 'inventory-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PEOPLE = [
  'ПІБ;Телефон;Посада',
  'Вигаданий Петро Іванович;067 123 45 67;інспектор',
  'Неіснуюча Олена Петрівна;050 765 43 21;спеціаліст',
  'Приклад Ганна Юріївна;093 111 22 33;керівник',
];
/** Whoever made this file forgot the names of columns. */
const BARE = PEOPLE.slice(1).map((line) => line.split(';').slice(0, 2).join(';'));

async function workbook(path: string): Promise<void> {
  const pieces: Uint8Array[] = [];
  const sheet = (name: string, heading: string) => ({
    name,
    headings: ['Код', heading],
    widths: [10, 10],
    rows: [
      ['11', 'Липа'],
      ['12', 'Клен'],
      ['13', 'Дуб'],
    ],
  });
  for await (const piece of writeWorkbook([sheet('Дерева', 'Порода'), sheet('Кущі', 'Назва куща')])) pieces.push(piece);
  writeFileSync(path, Buffer.concat(pieces));
}

async function inventory(root: string): Promise<{ rows: Record<string, string>[]; everything: string; said: string }> {
  const out = join(root, 'картки.xlsx');
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    expect(await runInventory([root, '--out', out])).toBe(0);
  } finally {
    vi.restoreAllMocks();
  }
  const book = read(readFileSync(out));
  const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { defval: '' });
  return { rows, everything: JSON.stringify(rows), said };
}

it('lists every table with its columns and signs, and no value of any', async () => {
  const root = join(folder, 'disk');
  mkdirSync(join(root, 'копії'), { recursive: true });
  writeFileSync(join(root, 'люди.csv'), `${PEOPLE.join('\n')}\n`);
  writeFileSync(join(root, 'копії', 'люди (1).csv'), `${PEOPLE.join('\n')}\n`);
  writeFileSync(join(root, 'без назв.csv'), `${BARE.join('\n')}\n`);
  await workbook(join(root, 'зелене.xlsx'));
  writeFileSync(join(root, 'зламаний.xlsx'), Buffer.from('504b0304140000000800', 'hex'));
  writeFileSync(join(root, 'лист.pdf'), '%PDF-1.7');
  symlinkSync(root, join(root, 'копії', 'коло'));
  const { rows, everything, said } = await inventory(root);
  expect(rows.map((row) => [row.Файл, row['Аркуш або частина']])).toEqual([
    ['без назв.csv', ''],
    ['зелене.xlsx', 'Дерева'],
    ['зелене.xlsx', 'Кущі'],
    ['зламаний.xlsx', ''],
    ['копії/люди (1).csv', ''],
    ['люди.csv', ''],
  ]);
  const people = rows.at(-1);
  expect(people).toMatchObject({ Рядків: '3', Стовпців: '3', 'Назви стовпців': 'ПІБ; Телефон; Посада' });
  expect(people?.['Ознаки персональних даних']).toContain('ПІБ');
  expect(people?.['Ознаки персональних даних']).toContain('Телефон');
  expect(people?.['Схоже на копію']).toBe('той самий файл: копії/люди (1).csv');
  expect(rows[3]?.['Чому не прочитано']).not.toBe('');
  expect(said).toContain('документів і зображень: 1');
  for (const value of ['Петро', 'Олена', 'Ганна', '067', '7654321', 'інспектор', 'Липа', 'Клен'])
    expect(everything).not.toContain(value);
});

it('tells titles that are words for people, and no title that could be a name', async () => {
  const root = join(folder, 'titles');
  mkdirSync(root);
  const rows = [
    '1-А;Барвінок Остап Маркович;Волошка Марія Ігорівна',
    '1-Б;Калина Петро Олегович;Деревій Ганна Степанівна',
  ];
  writeFileSync(join(root, 'a.csv'), `Клас;Учень;Мати\n${rows.join('\n')}\n`);
  const told = (await inventory(root)).rows.map((row) => row['Назви стовпців']);
  expect(told).toEqual(['Клас; Учень; Мати']);
  const titles = ['Отримувач', 'Прізвище', 'Секретарюк', 'Автор Ганна', 'Барвінок'];
  expect(titles.map(speaksOfPeople)).toEqual([true, true, false, false, false]);
});

it('asks for a folder and a workbook to write', async () => {
  let err = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  expect(await runInventory([folder])).toBe(2);
  expect(await runInventory([join(folder, 'none'), '--out', 'x.xlsx'])).toBe(2);
  vi.restoreAllMocks();
  expect(err.trim().split('\n')).toHaveLength(2);
});
