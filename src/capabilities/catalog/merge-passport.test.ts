import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { VISITOR } from '../../kernel/actor.ts';
import type { Context } from '../../platform/context.ts';
import { setUp } from '../accounts/index.ts';
import { listHistory } from '../history/index.ts';
import {
  changePassport,
  createDataset,
  type Dataset,
  fieldMark,
  loadDataset,
  mergePassport,
  type Passport,
  passportFaults,
} from './index.ts';
import { euThemesOf, fullDescription, tidyPassport } from './passport-more-rules.ts';

let test: TestContext;
let ctx: Context;
let unitId: string;

beforeAll(async () => {
  test = await makeTestContext();
  ctx = test.ctx;
  const { root } = await setUp(test.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  unitId = root.id;
});
afterAll(() => test.close());

const draft = (title: string) => createDataset(ctx, { unitId, title });
const seen = ({ passport }: Dataset, ...fields: (keyof Passport)[]) =>
  Object.fromEntries(fields.map((field) => [field, fieldMark(passport, field)]));
const entriesOf = async (id: string) =>
  (await listHistory(ctx, { subjectId: id }, { page: 1, size: 50 })).items.filter(
    ({ deed }) => deed === 'passport.changed',
  );

describe('two people in one passport', () => {
  it('different fields are both kept; the untouched field stays as the other one made it', async () => {
    const before = await draft('Дерева');
    const marks = seen(before, 'description', 'purpose', 'title');
    const one = await mergePassport(ctx, before.id, { description: 'Перша', title: 'Дерева парку' }, marks);
    expect(one.conflicts).toEqual([]);
    const two = await mergePassport(ctx, before.id, { purpose: 'Облік', title: 'Дерева' }, marks);
    expect(two.taken).toEqual(['title']);
    expect(two.dataset.passport).toMatchObject({ title: 'Дерева парку', description: 'Перша', purpose: 'Облік' });
  });

  it('one field: the first stays until a choice is made, who and when are told, nothing else is lost', async () => {
    const before = await draft('Сквери');
    const marks = seen(before, 'description', 'purpose');
    await mergePassport(ctx, before.id, { description: 'Перша' }, marks);
    const late = await mergePassport(ctx, before.id, { description: 'Друга', purpose: 'Облік' }, marks);
    expect(late.conflicts).toEqual([{ field: 'description', by: { name: 'test', at: expect.any(Date) } }]);
    expect(late.dataset.passport).toMatchObject({ description: 'Перша', purpose: 'Облік' });
    const chosen = await mergePassport(
      ctx,
      before.id,
      { description: 'Друга' },
      seen(await loadDataset(ctx, before.id), 'description'),
    );
    expect(chosen.conflicts).toEqual([]);
    expect(chosen.dataset.passport.description).toBe('Друга');
  });

  it('the same text from both is no conflict; saving what is there writes nothing', async () => {
    const before = await draft('Парки');
    const marks = seen(before, 'keywords');
    const keywords = ['парки', 'дерева'];
    await mergePassport(ctx, before.id, { keywords }, marks);
    const again = await mergePassport(ctx, before.id, { keywords }, marks);
    expect(again.conflicts).toEqual([]);
    expect(await entriesOf(before.id)).toHaveLength(1);
    expect((await entriesOf(before.id))[0]?.after).toEqual({ keywords });
  });

  it('both at the same moment: one is first, the other is told', async () => {
    const before = await draft('Клумби');
    const marks = seen(before, 'purpose');
    const results = await Promise.all(
      ['Перша', 'Друга'].map((purpose) => mergePassport(ctx, before.id, { purpose }, marks)),
    );
    expect(results.map(({ conflicts }) => conflicts.length).sort()).toEqual([0, 1]);
  });
});

describe('further elements', () => {
  const PASSPORT: Passport = {
    title: 'Договори',
    description: 'Договори оренди.',
    purpose: 'Облік',
    language: 'uk',
    frequency: 'once a month',
    keywords: ['договори'],
    themes: ['podatky'],
    ground: { kind: 'own-initiative' },
    responsibleName: 'Олена Коваль',
    responsibleEmail: 'olena@misto.gov.ua',
    dataAsOf: null,
  };

  it('what is withheld becomes a sentence of the description', () => {
    const withheld = [
      { what: 'прізвища орендарів', kind: 'confidential' as const },
      { what: 'плани сховищ', kind: 'service' as const },
    ];
    expect(fullDescription({ ...PASSPORT, withheld })).toBe(
      'Договори оренди.\n\nНе оприлюднюється через обмежений доступ: прізвища орендарів (конфіденційна інформація); плани сховищ (службова інформація).',
    );
    const long = passportFaults({ ...PASSPORT, description: 'а'.repeat(3950), withheld });
    expect(long.map(({ field }) => field)).toEqual(['description']);
  });

  it('European themes follow the national ones until others are chosen; empty elements are not written', async () => {
    expect(euThemesOf(PASSPORT)).toEqual(['GOVE', 'ECON']);
    const empty = { euThemes: ['GOVE', 'ECON'] as const, spatial: [], norm: '', temporal: { from: null, to: null } };
    expect(tidyPassport({ ...PASSPORT, ...empty, euThemes: [...empty.euThemes] })).toEqual(PASSPORT);
    const dataset = await draft('Договори');
    await changePassport(ctx, dataset.id, { ...PASSPORT, euThemes: ['REGI'], contacts: [] });
    expect((await loadDataset(ctx, dataset.id)).passport).toEqual({ ...PASSPORT, euThemes: ['REGI'] });
  });

  it('faults say where: codes, days, addresses', () => {
    const faults = passportFaults({
      ...PASSPORT,
      spatial: ['UA123'],
      temporal: { from: '2026-02-01', to: '2026-01-01' },
      documents: [{ title: 'Порядок', url: 'rada.gov.ua/doc' }],
      contacts: [{ name: 'Ірина', post: '', email: 'ірина', phone: '' }],
      previousUrl: 'javascript:alert(1)',
    });
    expect(faults.map(({ field }) => field)).toEqual(['spatial', 'temporal', 'documents', 'contacts', 'previousUrl']);
  });
});
