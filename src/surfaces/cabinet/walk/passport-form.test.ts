import { expect, test } from 'vitest';
import { emptyPassport } from '../../../capabilities/catalog/index.ts';
import { kindOfWish, titleOfFile } from '../../../capabilities/drafts/index.ts';
import type { FormValues } from './form-values.ts';
import { instantOfLocal, localOfInstant } from './passport-answers.ts';
import { filledCount } from './passport-fields.ts';
import { passportOfForm } from './passport-form.ts';

function sent(values: [string, string][]): FormValues {
  const form = new URLSearchParams(values);
  return {
    has: (name) => form.has(name),
    text: (name) => form.get(name) ?? '',
    raw: (name) => form.get(name) ?? '',
    all: (name) => form.getAll(name),
    raws: (name) => form.getAll(name),
  };
}

test('local time in Ukraine, winter and summer', () => {
  expect(instantOfLocal('2026-01-15T12:00')).toBe('2026-01-15T12:00:00+02:00');
  expect(instantOfLocal('2026-07-15T12:00')).toBe('2026-07-15T12:00:00+03:00');
  expect(instantOfLocal('')).toBeNull();
  expect(instantOfLocal('учора')).toBe('учора');
  expect(localOfInstant('2026-07-15T09:00:00Z')).toBe('2026-07-15T12:00');
});

test('only what was shown is read; the rest stays', () => {
  const before = { ...emptyPassport(null, { name: 'Олена', email: 'o@misto.gov.ua' }, 'Дерева'), description: 'Опис' };
  const { passport, faults } = passportOfForm(
    sent([
      ['shown', 'keywords'],
      ['keywords', 'дерева, сквери; парки'],
      ['description', 'інше'],
    ]),
    before,
  );
  expect(faults).toEqual([]);
  expect(passport).toEqual({ ...before, keywords: ['дерева', 'сквери', 'парки'] });
});

test('a wrong date is told and shown again as it was typed', () => {
  const before = emptyPassport(null, null, 'Дерева');
  const { passport, faults } = passportOfForm(
    sent([
      ['shown', 'dataAsOf'],
      ['dataAsOf', 'учора'],
    ]),
    before,
  );
  expect(faults.map(({ field }) => field)).toEqual(['dataAsOf']);
  expect(passport.dataAsOf).toBe('учора');
});

test('repeated questions are read row by row, empty rows are none, themes that follow from others are not written', () => {
  const before = { ...emptyPassport(null, null, 'Дерева'), themes: ['transport'] };
  const shown = ['withheld', 'documents', 'contacts', 'spatial', 'temporal', 'euThemes', 'themes', 'norm'];
  const { passport, faults } = passportOfForm(
    sent([
      ...shown.map((field): [string, string] => ['shown', field]),
      ['withheld.0.what', 'прізвища орендарів'],
      ['withheld.0.kind', 'confidential'],
      ['withheld.1.what', ''],
      ['documents.0.title', 'Порядок'],
      ['documents.0.url', 'https://rada.gov.ua/poriadok'],
      ['contacts.1.name', 'Ірина Гай'],
      ['spatial', 'Центр\nUA46060370010083384'],
      ['temporal.from', '2025-01-01'],
      ['themes', 'ekolohiia'],
      ['euThemes', 'TRAN'],
    ]),
    before,
  );
  expect(faults).toEqual([]);
  expect(passport).toMatchObject({
    withheld: [{ what: 'прізвища орендарів', kind: 'confidential' }],
    documents: [{ title: 'Порядок', url: 'https://rada.gov.ua/poriadok' }],
    contacts: [{ name: 'Ірина Гай', post: '', email: '', phone: '' }],
    spatial: ['Центр', 'UA46060370010083384'],
    temporal: { from: '2025-01-01', to: null },
    themes: ['ekolohiia'],
  });
  expect(passport.euThemes).toBeUndefined();
});

test('the bar counts what the law asks', () => {
  const { done, all } = filledCount(emptyPassport(null, { name: 'Олена', email: 'o@misto.gov.ua' }, 'Дерева'));
  expect(all).toBe(9);
  expect(done).toBe(6);
});

test('titles and kinds from names', () => {
  expect(titleOfFile('dogovory_orendy-2025.xlsx')).toBe('Dogovory orendy 2025');
  expect(titleOfFile('.csv')).toBe('Набір даних');
  expect(kindOfWish({ kind: 'document', fileName: 'межі.geojson' })).toBe('geo');
  expect(kindOfWish({ kind: 'document', fileName: 'дані.csv' })).toBe('document');
  expect(kindOfWish({ kind: 'table', fileName: 'дані.pdf' })).toBe('table');
});
