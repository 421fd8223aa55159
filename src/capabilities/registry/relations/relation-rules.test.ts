import { expect, test } from 'vitest';
import { type RelatedEntry, relationsOf } from './relation-rules.ts';

const entry = (datasetId: string, title: string, more: Partial<RelatedEntry> = {}): RelatedEntry => ({
  ...{ datasetId, number: `№${datasetId}`, title, unitName: 'Управління', related: [], codeLists: [], successors: [] },
  ...more,
});

test('each relation is told once, with all it ties, and nothing is tied to what is not there', () => {
  const entries = [
    entry('a', 'Школи', { related: ['b', 'gone'], codeLists: ['streets'] }),
    entry('b', 'Учні', { related: ['a'], codeLists: ['streets', 'alone'] }),
    entry('c', 'школи'),
    entry('d', 'Старий перелік', { successors: ['№a', '№b'] }),
  ];
  const found = relationsOf(entries, {
    keys: [
      { name: 'school_code', title: 'Код школи', datasetIds: ['a', 'b', 'hidden'] },
      { name: 'street', title: 'street', datasetIds: ['a', 'hidden'] },
    ],
    codeLists: new Map([['streets', 'Вулиці']]),
  });
  expect(
    found.map(({ kind, name, entries: all }) => [kind, name, all.map(({ datasetId }) => datasetId).join('')]),
  ).toEqual([
    ['key', 'Код школи (school_code)', 'ab'],
    ['code-list', 'Вулиці', 'ab'],
    ['related', '', 'ba'],
    ['derived', '', 'dab'],
    ['duplicate', 'Школи', 'ac'],
  ]);
});
