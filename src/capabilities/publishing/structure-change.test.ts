import { describe, expect, it } from 'vitest';
import type { StructureField } from '../catalog/index.ts';
import { isBreaking, resourceChanges } from './resource-change-rules.ts';
import { structureChanges } from './structure-change-rules.ts';

const FIELD: StructureField = {
  ...{ name: 'amount', title: 'Сума', type: 'decimal', format: '', unit: 'грн', purpose: 'Плата за рік' },
  ...{ required: true, identifier: false, sensitivity: 'open', geometry: null, sourceColumn: 2 },
};

type Case = [what: string, before: Partial<StructureField>, after: Partial<StructureField>, told: [string, boolean][]];

const CASES: Case[] = [
  ['nothing', {}, {}, []],
  ['a name for programs changed', {}, { name: 'sum' }, [['renamed', true]]],
  [
    'a name and a title changed: another column',
    {},
    { name: 'sum', title: 'Разом' },
    [
      ['added', false],
      ['removed', true],
    ],
  ],
  [
    'a name and a place changed: another column',
    {},
    { name: 'sum', sourceColumn: 5 },
    [
      ['added', false],
      ['removed', true],
    ],
  ],
  ['a wider type', { type: 'integer' }, { type: 'decimal' }, [['type', true]]],
  ['a narrower type', { type: 'decimal' }, { type: 'integer' }, [['type', false]]],
  ['a text became a date', { type: 'text' }, { type: 'date' }, [['type', true]]],
  ['a date became a text', { type: 'date' }, { type: 'text' }, [['type', true]]],
  ['newly required', { required: false }, { required: true }, [['required', false]]],
  ['required no more', { required: true }, { required: false }, [['required', true]]],
  ['became a part of the identifier', {}, { identifier: true }, [['identifier', true]]],
  ['no longer a part of the identifier', { identifier: true }, {}, [['identifier', true]]],
  ['another unit', {}, { unit: 'тис. грн' }, [['unit', true]]],
  ['a unit said for the first time', { unit: '' }, {}, [['unit', false]]],
  ['another form of values', { format: 'YYYY' }, { format: 'YYYY-MM' }, [['format', true]]],
  ['allowed values grew', { allowed: ['1'] }, { allowed: ['1', '2'] }, [['values', false]]],
  ['another code list', { codeList: 'a' }, { codeList: 'b' }, [['values', true]]],
  ['another title', {}, { title: 'Сума за рік' }, [['meaning', false]]],
  ['another purpose', {}, { purpose: 'Для обліку' }, [['meaning', false]]],
  ['closed', {}, { sensitivity: 'restricted' }, [['closed', true]]],
  ['closed before and now', { sensitivity: 'restricted' }, { sensitivity: 'restricted' }, [['added-closed', false]]],
  ['opened', { sensitivity: 'restricted' }, {}, [['added', false]]],
  [
    'several at once',
    { type: 'integer' },
    { required: false },
    [
      ['type', true],
      ['required', true],
    ],
  ],
  ['another unit of another type', { type: 'integer' }, { unit: 'тис. грн' }, [['type', true]]],
];

describe('a field of a structure', () => {
  it.each(CASES)('%s', (_, before, after, told) => {
    const changes = structureChanges([{ ...FIELD, ...before }], [{ ...FIELD, ...after }]);
    expect(changes.map(({ kind, breaking }) => [kind, breaking])).toEqual(told);
    for (const { why } of changes) expect(why.uk && why.en).toBeTruthy();
  });

  it('two that changed names are paired by the file', () => {
    const [a, b] = [FIELD, { ...FIELD, name: 'year', title: 'Рік', sourceColumn: 3 }];
    const changes = structureChanges(
      [a, b],
      [
        { ...b, name: 'god' },
        { ...a, name: 'suma' },
      ],
    );
    expect(changes.map(({ before, after }) => [before.en, after.en])).toEqual([
      ['year', 'god'],
      ['amount', 'suma'],
    ]);
  });
});

describe('resources', () => {
  const table = { ...{ id: 'a', kind: 'table' as const, title: 'Таблиця', url: null }, fields: [FIELD] };

  it('come, go and change', () => {
    expect(isBreaking(resourceChanges([table], [table]))).toBe(false);
    expect(isBreaking(resourceChanges([table], [table, { ...table, id: 'b' }]))).toBe(false);
    expect(isBreaking(resourceChanges([table, { ...table, id: 'b' }], [table]))).toBe(true);
    expect(resourceChanges([table], [{ ...table, decimalSign: 'comma' }])[0]?.structure[0]?.kind).toBe('decimal-sign');
    const link = { ...{ id: 'l', kind: 'link' as const, title: 'API', fields: [] }, url: 'https://a.example/api' };
    expect(resourceChanges([link], [{ ...link, url: 'https://b.example/api' }])[0]?.structure[0]).toMatchObject({
      ...{ kind: 'place', breaking: true },
    });
  });
});
