import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { writeWorkbook } from '../../../tabular/writers/index.ts';
import { runAnonymize } from './anonymize.ts';

const folder = mkdtempSync(join(tmpdir(), 'anonymize-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const path = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(path(name), 'utf8');

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

async function run(...args: string[]) {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    said.out += String(words);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    said.err += String(words);
    return true;
  });
  const code = await runAnonymize(args);
  vi.restoreAllMocks();
  return { code, ...said };
}

const MAIL = 'zynoviia.verbna@example.org';
const ROWS = Array.from(
  { length: 24 },
  (_, at) => `${at + 1};${at % 3 ? MAIL : `${at}${MAIL}`};${10 + at}.03.19${60 + (at % 2)};лист`,
);
const FILE = ['№;Пошта заявника;Дата народження;Примітка', ...ROWS, ''].join('\n');
const plan = (columns: object, more: object = {}) => JSON.stringify({ version: 1, tables: [{ columns, ...more }] });
const PSEUDONYM = { 'Пошта заявника': { step: 'protect-pseudonym' } };
const YEAR = { 'Дата народження': { step: 'protect-generalise-date', parameters: { to: 'year' } } };

it('proposes a plan, carries it out, looks again, and shows no value on the way', async () => {
  const file = put('листи.csv', FILE);
  const proposed = await run(file, '--propose', '--plan', path('план.json'));
  expect([proposed.code, proposed.err]).toEqual([0, '']);
  const { tables } = JSON.parse(text('план.json'));
  expect(tables[0].columns['Дата народження']).toMatchObject({
    step: 'protect-generalise-date',
    parameters: { to: 'year' },
  });
  expect(tables[0].columns['Пошта заявника'].found).toEqual(['Адреса електронної пошти: 24']);
  // a plan somebody may have worked on is not lost
  expect((await run(file, '--propose', '--plan', path('план.json'))).code).toBe(2);

  const done = await run(file, '--plan', path('план.json'), '--out', path('без.csv'));
  expect([done.code, done.err]).toEqual([0, '']);
  expect(done.out).toContain('«Пошта заявника»: стовпець вилучено (24)');
  expect(done.out).toContain('Повторна перевірка: персональних даних, яких не залишено планом, не знайдено.');
  expect(done.out).toContain('Чи впізнають людину без імені');
  expect(text('без.csv').split('\r\n').slice(0, 2)).toEqual(['№,Дата народження,Примітка', '1,1960,лист']);
  for (const said of [proposed.out, done.out, text('план.json'), text('без.csv')]) expect(said).not.toContain(MAIL);
});

it('makes a key only its owner may read, and gives the same person the same pseudonym in every file', async () => {
  const file = put('листи.csv', FILE);
  put('ключ-план.json', plan({ ...PSEUDONYM, ...YEAR }));
  const asked = [file, '--plan', path('ключ-план.json'), '--out', path('один.json')];
  const none = await run(...asked);
  expect([none.code, none.err.includes('--key-file')]).toEqual([2, true]);
  const first = await run(...asked, '--key-file', path('ключ'));
  expect(first.out).toContain('Створено ключ псевдонімів');
  expect(statSync(path('ключ')).mode & 0o777).toBe(0o600);
  expect(first.out).not.toContain(text('ключ').trim());
  const one = JSON.parse(text('один.json'));
  await run(...asked.slice(0, 4), path('два.json'), '--key-file', path('ключ'));
  expect(JSON.parse(text('два.json'))).toEqual(one);
  rmSync(path('ключ'));
  await run(...asked.slice(0, 4), path('три.json'), '--key-file', path('ключ'));
  expect(JSON.parse(text('три.json'))).not.toEqual(one);
  const open = put('відкритий', `${'k'.repeat(40)}\n`);
  expect((await run(...asked, '--key-file', open)).err).toContain('chmod 600');
});

it('tells what is still there, and writes nothing where a column of the plan did not come', async () => {
  const file = put('листи.csv', FILE);
  put('мало.json', plan({ ...YEAR, Примітка: { step: 'keep', reason: 'слово' } }));
  const left = await run(file, '--plan', path('мало.json'), '--out', path('ще.csv'));
  expect(left.code).toBe(1);
  expect(left.out).toContain('«Пошта заявника»: адреса електронної пошти (24)');
  expect(left.out).toContain('«Примітка»: залишено: слово');
  put('інше.json', plan({ 'E-mail': { step: 'protect-remove' } }));
  const missed = await run(file, '--plan', path('інше.json'), '--out', path('нема.csv'));
  expect([missed.code, missed.out.includes('«E-mail»: стовпець вилучено')]).toEqual([2, true]);
  expect(readdirSync(folder)).not.toContain('нема.csv');
});

it('never writes over the file, the plan or the key, and says what a plan has wrong', async () => {
  const file = put('листи.csv', FILE);
  put('план-2.json', plan(YEAR));
  linkSync(file, path('те-саме.csv'));
  for (const out of [file, path('те-саме.csv')])
    expect((await run(file, '--plan', path('план-2.json'), '--out', out)).code).toBe(2);
  expect(text('листи.csv')).toBe(FILE);
  put('хибний.json', plan({ Дата: { step: 'protect-generalise-date', parameters: { to: 'day' } } }));
  expect((await run(file, '--plan', path('хибний.json'), '--out', path('х.csv'))).err).toContain('План, «Дата»');
  expect((await run(file, '--plan', put('без.txt', 'ні'), '--out', path('х.csv'))).err).toContain('не JSON');
  expect((await run(file, '--plan', path('план-2.json'), '--out', path('х.doc'))).err).toContain('.parquet');
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('vidkryto-anonymize-'))).toEqual([]);
});

it('takes the sheets the plan names, and tells of those it does not', async () => {
  const sheet = (name: string, heading: string) => ({
    name,
    headings: ['Номер', heading],
    widths: [10, 30],
    rows: [
      ['1', MAIL],
      ['2', `a${MAIL}`],
      ['3', `b${MAIL}`],
    ],
  });
  const bytes: Uint8Array[] = [];
  for await (const piece of writeWorkbook([
    sheet('Січень', 'Пошта'),
    sheet('Лютий', 'Скринька'),
    sheet('Березень', 'Пошта'),
  ]))
    bytes.push(piece);
  const file = put('книга.xlsx', Buffer.concat(bytes));
  const tables = [
    { sheet: 'Січень', columns: { Пошта: { step: 'protect-mask' } } },
    { sheet: 'Лютий', columns: { Скринька: { step: 'protect-remove' } } },
  ];
  put('книга.json', JSON.stringify({ version: 1, tables }));
  const done = await run(file, '--plan', path('книга.json'), '--out', path('нова.xlsx'));
  expect([done.code, done.err]).toEqual([0, '']);
  expect(done.out).toContain('Не записано, бо плану для них немає: «Березень»');
  const book = read(readFileSync(path('нова.xlsx')));
  expect(book.SheetNames).toEqual(['Січень', 'Лютий']);
  const [january, february] = book.SheetNames.map((name) => utils.sheet_to_csv(book.Sheets[name] ?? {}));
  expect(january).toBe('Номер,Пошта\n1,приховано\n2,приховано\n3,приховано');
  expect(february).toBe('Номер\n1\n2\n3');
  await run(file, '--plan', path('книга.json'), '--out', path('нова.ods'));
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.ods'))
      .toSorted(),
  ).toEqual(['нова-Лютий.ods', 'нова-Січень.ods']);
});
