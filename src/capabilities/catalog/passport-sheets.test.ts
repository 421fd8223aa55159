import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { setUpCommunity } from '../../../tests/support/publish-file.ts';
import type { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { type FilledSheet, writeWorkbook } from '../../tabular/writers/index.ts';
import { actorOfPerson, createPerson } from '../accounts/index.ts';
import {
  applySheet,
  changePassport,
  createDataset,
  type Dataset,
  exportPassports,
  listDatasets,
  loadDataset,
  loadSheet,
  type Passport,
  receiveSheet,
  undoSheet,
} from './index.ts';

let test: TestContext;
let ctx: Context;
let unitId: string;
let folder: string;

beforeAll(async () => {
  test = await makeTestContext();
  unitId = await setUpCommunity(test);
  const person = { name: 'Марія Гай', email: 'm@rada.example.ua', password: 'вербові сережки цвітуть рясно' };
  ctx = test.as(actorOfPerson(await createPerson(test.ctx, { ...person, role: 'coordinator', unitId })));
  folder = await ctx.objects.workFolder();
});
afterAll(() => test.close());

const FURTHER: Partial<Passport> = {
  description: '=Дерева;\n"парку"',
  purpose: 'Облік',
  frequency: 'once a month',
  keywords: ['дерева', 'парки'],
  themes: ['ekolohiia'],
  ground: { kind: 'local-list', item: 'пункт 5' },
  withheld: [{ what: 'прізвища; імена', kind: 'service' }],
  spatial: ['Центр'],
  temporal: { from: '2025-01-01', to: null },
  documents: [{ title: 'Порядок', url: 'https://rada.example.ua/p' }],
  contacts: [{ name: 'Ірина Гай', post: '', email: 'haj@rada.example.ua', phone: '+380 44 123' }],
  dataAsOf: '2026-01-15T10:30:00+02:00',
};

async function draft(title: string, further: Partial<Passport> = {}): Promise<Dataset> {
  const made = await createDataset(ctx, { unitId, title });
  return changePassport(ctx, made.id, { ...made.passport, ...further });
}

async function given(sheets: readonly FilledSheet[], name = 'таблиця.xlsx') {
  const path = join(folder, name);
  const pieces: Uint8Array[] = [];
  for await (const piece of writeWorkbook(sheets)) pieces.push(piece);
  await writeFile(path, Buffer.concat(pieces));
  return receiveSheet(ctx, path, name);
}

/** The table as it was taken, with some cells written anew, by number of the dataset and heading. */
async function edited(changes: Record<string, Record<string, string>>, added: Record<string, string>[] = []) {
  const [passports, allowed] = await exportPassports(ctx, 'uk', {});
  if (!passports || !allowed) throw new Error('no table');
  const cell = (values: Record<string, string>, old: readonly string[]) =>
    passports.headings.map((heading, at) => values[heading] ?? old[at] ?? '');
  const rows = passports.rows.map((row) => cell(changes[row[0] ?? ''] ?? {}, row));
  return [{ ...passports, rows: [...rows, ...added.map((values) => cell(values, []))] }, allowed] as const;
}

const codeOf = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: RequestError) => error.code,
  );

describe('passports as a table', () => {
  it('what was taken and given back unchanged changes nothing, in either language', async () => {
    await draft('Дерева парку', FURTHER);
    await draft('Порожній');
    for (const language of ['uk', 'en'] as const) {
      const sheet = await given(await exportPassports(ctx, language, {}));
      expect(sheet).toMatchObject({ rows: [], same: 2, unknown: [] });
    }
  });

  it('shows the difference field by field, writes it, and takes it back', async () => {
    const before = await draft('Зупинки', FURTHER);
    const cells = {
      Назва: 'Зупинки транспорту',
      'Періодичність оновлення': 'Щороку',
      'Теми (через ;)': 'Навколишнє середовище; Фінанси',
      'Дані до': '31.12.2025',
      'Що не оприлюднюється (що | вид)': '',
    };
    const { id, rows } = await given(await edited({ [before.number]: cells }));
    expect(rows.map(({ kind, number, changes }) => [kind, number, changes.map(({ field }) => field)])).toEqual([
      ['changed', before.number, ['title', 'frequency', 'themes', 'withheld', 'temporal']],
    ]);
    await applySheet(ctx, id, [rows[0]?.row ?? 0]);
    const { passport, slug } = await loadDataset(ctx, before.id);
    expect(passport).toMatchObject({
      title: 'Зупинки транспорту',
      frequency: 'once a year',
      themes: ['ekolohiia', 'finansy'],
      temporal: { from: '2025-01-01', to: '2025-12-31' },
      dataAsOf: FURTHER.dataAsOf,
    });
    expect(passport.withheld).toBeUndefined();
    expect(slug).toBe('zupynky-transportu');
    expect(await codeOf(applySheet(ctx, id, []))).toBe('sheet-applied');
    await changePassport(ctx, before.id, { ...passport, title: 'Інше' });
    expect(await undoSheet(ctx, id)).toEqual({ changed: 1, removed: 0, left: ['Інше'] });
    expect((await loadDataset(ctx, before.id)).passport).toEqual({ ...before.passport, title: 'Інше' });
    expect(await codeOf(undoSheet(ctx, id))).toBe('sheet-not-applied');
  });

  it('new rows become drafts and promised datasets; drafts go when the table is taken back', async () => {
    const year = String(new Date().getFullYear() + 1);
    const unit = { Розпорядник: 'управління  ОСВІТИ' };
    const { id, rows } = await given(
      await edited({}, [
        { ...unit, Назва: 'Школи', Опис: 'Школи громади' },
        { ...unit, Назва: 'Садки', Опис: 'Черга в садки', 'Буде оприлюднено до': `01.03.${year}` },
      ]),
    );
    expect(rows.map(({ kind, title, plannedOn }) => [kind, title, plannedOn])).toEqual([
      ['new', 'Школи', null],
      ['new', 'Садки', `${year}-03-01`],
    ]);
    await applySheet(
      ctx,
      id,
      rows.map(({ row }) => row),
    );
    const found = await listDatasets(ctx, { unitIds: [unitId], q: 'школи' }, { page: 1, size: 5 });
    const { passport } = await createDataset(ctx, { unitId, title: 'Звичайний' });
    expect(found.items[0]).toMatchObject({ state: 'draft', passport: { description: 'Школи громади' } });
    expect(found.items[0]?.passport.responsibleName).toBe(passport.responsibleName);
    const planned = await listDatasets(ctx, { unitIds: [unitId], q: 'садки' }, { page: 1, size: 5 });
    expect(planned.items[0]?.state).toBe('planned');
    expect(await undoSheet(ctx, id)).toEqual({ changed: 0, removed: 1, left: ['Садки'] });
  });

  it('faults are told by row and column, and are not written', async () => {
    const one = await draft('Мости');
    const [passports, allowed] = await edited({
      [one.number]: {
        'Періодичність оновлення': 'коли треба',
        'Дані від': '31.02.2025',
        'Документи (назва | адреса)': 'x | y',
      },
    });
    const at = passports.rows.findIndex((row) => row[0] === one.number);
    const twice = passports.rows[at] ?? [];
    const alien = ['99999999-000001', ...twice.slice(1)];
    const headings = [...passports.headings, 'Примітка'];
    const { rows, unknown } = await given([
      {
        ...passports,
        headings,
        widths: [...passports.widths, 20],
        rows: [...passports.rows, twice, alien, ['', '', '', '', 'Нічий']],
      },
      allowed,
    ]);
    expect(unknown).toEqual(['Примітка']);
    const told = rows.map(({ row, kind, faults }) => [row, kind, faults.map(({ column }) => column?.uk)]);
    const last = passports.rows.length + 1;
    const wrong = ['Періодичність оновлення', 'Дані від', 'Документи (назва | адреса)'];
    expect(told).toEqual([
      [at + 2, 'faulty', wrong],
      [last + 1, 'faulty', ['Номер', ...wrong]],
      [last + 2, 'faulty', ['Номер']],
      [last + 3, 'faulty', ['Розпорядник']],
    ]);
    expect(rows[1]?.faults[0]?.text.uk).toContain(`уже є в рядку ${at + 2}`);
  });

  it('a change made meanwhile is told at the difference, and stops the writing', async () => {
    const one = await draft('Парковки', FURTHER);
    const sheets = await edited({ [one.number]: { Опис: 'з таблиці' } });
    await changePassport(ctx, one.id, { ...one.passport, purpose: 'Інша людина' });
    const { id, rows } = await given(sheets);
    expect(rows[0]).toMatchObject({ meanwhile: true, kind: 'changed' });
    await changePassport(ctx, one.id, { ...one.passport, description: 'Інша людина' });
    expect(
      await codeOf(
        applySheet(
          ctx,
          id,
          rows.map(({ row }) => row),
        ),
      ),
    ).toBe('sheet-overtaken');
    expect((await loadDataset(ctx, one.id)).passport.description).toBe('Інша людина');
    expect(await codeOf(loadSheet(test.ctx, id))).toBe('sheet-not-found');
  });

  it('CSV with some columns only changes those; a table of something else is refused', async () => {
    const one = await draft('Клумби', FURTHER);
    const path = join(folder, 'part.csv');
    await writeFile(path, `\ufeffНомер;Назва;Норма\r\n${one.number};Клумби міста;'=Рішення\r\n`);
    const { id, rows } = await receiveSheet(ctx, path, 'part.csv');
    expect(rows[0]?.changes.map(({ field }) => field)).toEqual(['title', 'norm']);
    await applySheet(ctx, id, [2]);
    expect((await loadDataset(ctx, one.id)).passport).toEqual({
      ...one.passport,
      title: 'Клумби міста',
      norm: '=Рішення',
    });
    await writeFile(path, 'x;y\r\n1;2\r\n');
    expect(await codeOf(receiveSheet(ctx, path, 'part.csv'))).toBe('sheet-of-something-else');
  });
});
