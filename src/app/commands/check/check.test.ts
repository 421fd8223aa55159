import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { runCheck } from './check.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

function put(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(...args: string[]) {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  const code = await runCheck(args);
  vi.restoreAllMocks();
  return { code, ...said };
}

const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('vidkryto-check-'));

const CLEAN = 'id,назва,дата\n1,Парк,2024-01-05\n2,Сквер,2024-02-06\n3,Ліс,2024-03-07\n';
const MESSY = 'id;назва;дата;площа\n1; Парк;05.01.2024;1,5\n2;Сквер;06.02.2024;2,25\n3;Ліс;07.03.2024;3\n';

it('prints JSON of the promised shape', async () => {
  const { code, out } = await run(put('clean.csv', CLEAN), '--json');
  const report = JSON.parse(out);
  expect(Object.keys(report)).toEqual([
    'file',
    'encoding',
    'dialect',
    'sheet',
    'rows',
    'columns',
    'findings',
    'structure',
    'personalData',
    'security',
    'seconds',
  ]);
  expect(report).toMatchObject({ file: 'clean.csv', encoding: 'utf-8', sheet: null, rows: 3 });
  expect(Object.keys(report.columns[0])).toEqual(['name', 'title', 'type', 'expected', 'kind', 'blanks', 'distinct']);
  expect(report.columns.map((column: { type: string }) => column.type)).toEqual(['integer', 'text', 'date']);
  expect(code).toBe(report.findings.some((finding: { severity: string }) => finding.severity === 'error') ? 1 : 0);
});

it('tells which recommended structure the file looks like, and of a column of dates which are none', async () => {
  const path = put(
    'майно.csv',
    [
      'id,Назва об’єкта,Балансоутримувач,ЄДРПОУ балансоутримувача,Загальна площа,Дата рішення',
      '1,Будівля ліцею,Управління освіти,04054228,1250.5,2026-01-05',
      '2,Склад,Управління культури,32855961,80.2,2026-02-31',
      '3,Гараж,Управління освіти,04054228,20.4,2026-03-07',
    ].join('\n'),
  );
  const told = await run(path);
  expect(told.out).toMatch(/Це схоже на «Об’єкти комунальної власності»: \d з 35 полів\./);
  expect(told.out).toContain('дата, де виправити (поки текст)');
  const { structure, columns } = JSON.parse((await run(path, '--json')).out);
  expect(structure).toMatchObject({ of: 35, columns: { id: expect.any(String) } });
  expect(columns.at(-1)).toMatchObject({ type: 'text', expected: 'date' });
  expect(JSON.parse((await run(put('clean.csv', CLEAN), '--json')).out).structure).toBeNull();
});

it('tells people what was found, and writes the mended table where it is asked to', async () => {
  const target = join(folder, 'out');
  const { out } = await run(put('messy.csv', MESSY), '--out', target);
  expect(out).toContain('3 рядки, 4 стовпці');
  expect(readdirSync(target).sort()).toEqual([
    'messy.csv',
    'messy.parquet',
    'messy.passport.json',
    'messy.structure.json',
  ]);
  const csv = readFileSync(join(target, 'messy.csv'), 'utf8');
  expect(csv).toContain('2024-01-05');
  expect(csv).toContain('Парк');
  expect(csv).not.toContain(' Парк');
  expect(JSON.parse(readFileSync(join(target, 'messy.passport.json'), 'utf8'))).toMatchObject({ title: 'messy' });
  const structure = JSON.parse(readFileSync(join(target, 'messy.structure.json'), 'utf8'));
  expect(structure.fields).toHaveLength(4);
  expect(csv.split('\n')[0]?.trim()).toBe(structure.fields.map((field: { name: string }) => field.name).join(','));
});

const PEOPLE = `№;Заявник;Телефон;Пошта;Тема
1;Вигаданчук Остап Панасович;067 123 45 67;ostap@example.com;дорога
2;Неіснуюча Килина Гнатівна;050 765 43 21;kylyna@example.com;світло
2;  Прикладенко Зорян Кузьмич;093 111 22 33;zorian@example.com;двір
`;
const OF_PEOPLE = /Вигаданчук|Килина|Прикладенко|Зорян|067|7654321|765 43|093|example/;

it('says what personal data stand where and what stops publication, and never what stands there', async () => {
  const path = put('people.csv', PEOPLE);
  const text = await run(path);
  expect(text.out).toContain('«Телефон»');
  expect(text.out).toMatch(/Публікація зупиниться, доки не вирішено про \d стовпці\./);
  expect(text.out).not.toMatch(OF_PEOPLE);
  const { code, out } = await run(path, '--json');
  expect(out).not.toMatch(OF_PEOPLE);
  const { personalData } = JSON.parse(out);
  expect(personalData.stopsPublication).toBe(true);
  expect(personalData.columns).toContainEqual({
    name: expect.any(String),
    title: 'Телефон',
    needsDecision: true,
    proposal: { way: 'remove', step: { code: 'protect-remove' }, ground: null },
    signs: [
      {
        code: 'phone',
        title: { uk: expect.any(String), en: expect.any(String) },
        count: 3,
        share: 1,
        confidence: expect.any(Number),
        whose: expect.stringMatching(/^(person|unclear)$/),
        whoseWhy: expect.toBeOneOf([null, { uk: expect.any(String), en: expect.any(String) }]),
        mixed: [],
        grounds: expect.any(Array),
        why: { uk: expect.any(String), en: expect.any(String) },
        rows: [1, 2, 3],
      },
    ],
  });
  expect(code).toBe(3);
});

it('reminds below a mended file that personal data are still in it, and not below one without', async () => {
  const said = 'Персональні дані в записаному лишилися';
  expect((await run(put('fix-people.csv', PEOPLE), '--fix')).out).toContain(said);
  expect((await run(put('fix-trees.csv', 'Номер;Порода\n1; Липа\n2;Клен \n3;Дуб\n'), '--fix')).out).not.toContain(said);
});

it('does not tell a title that is somebody’s data itself', async () => {
  const rows = PEOPLE.split('\n')
    .slice(1, 4)
    .map((line) => line.split(';').slice(1, 3).join(';'));
  const { out } = await run(put('bare.csv', `${rows.join('\n')}\n`), '--json');
  expect(JSON.parse(out).personalData.columns.map(({ title }: { title: string }) => title)).toContain('Стовпець 2');
  expect(out).not.toMatch(OF_PEOPLE);
});

it('gives 2 and one line for what it cannot read, with the page of the guide where there is one', async () => {
  for (const args of [
    [put('a.pdf', '%PDF-1.7')],
    [join(folder, 'none.csv')],
    ['--nonsense'],
    [put('b.csv', CLEAN), '--encoding', 'x'],
  ]) {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    const [line, ...guide] = err.trim().split('\n');
    expect(line).not.toBe('');
    expect(guide).toEqual(args[0]?.endsWith('.pdf') ? ['  /guide/checks/file-pdf'] : []);
  }
});

it('does not write over the file it reads', async () => {
  mkdirSync(join(folder, 'same'));
  const path = put('same/a.csv', CLEAN);
  expect((await run(path, '--out', join(folder, 'same'))).code).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe(CLEAN);
});

it('stops at Ctrl-C and leaves nothing behind', async () => {
  const before = leftBehind();
  const path = put('long.csv', `a,b\n${'1,"текст"\n'.repeat(300_000)}`);
  const running = run(path);
  setTimeout(() => process.emit('SIGINT'), 60);
  expect((await running).code).toBe(130);
  expect(leftBehind().filter((name) => !before.includes(name))).toEqual([]);
});
