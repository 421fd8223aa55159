import { describe, expect, it } from 'vitest';
import { FIELDS, shelters, stops } from '../../../../../tests/support/invented-records.ts';
import type { Card, StructureField } from '../../../../capabilities/catalog/index.ts';
import type { ColumnFacts } from '../../../../capabilities/tables/index.ts';
import { pngOf } from '../../../components/index.ts';
import { drawPicture } from './draw-picture.ts';
import { type PictureData, tellingColumn } from './picture-data.ts';

const field = (name: string, type: StructureField['type'], rest: Partial<StructureField> = {}): StructureField => ({
  ...{ name, title: name, type, format: '', unit: '', purpose: '', required: false, identifier: false },
  ...{ sensitivity: 'open', geometry: null, sourceColumn: 0 },
  ...rest,
});
const held = (name: string, distinct: number, blanks = 0): ColumnFacts => ({
  ...{ name, blanks, distinct, exact: true, least: null, most: null },
});
const told = (fields: StructureField[], facts: ColumnFacts[], rows = 100) =>
  tellingColumn(fields, new Map(facts.map((one) => [one.name, one])), rows);

describe('the column that tells most', () => {
  it('is a dozen of groups rather than time, time rather than numbers', () => {
    const fields = [field('n', 'decimal'), field('day', 'date'), field('district', 'text')];
    const facts = [held('n', 90), held('day', 60), held('district', 8)];
    expect(told(fields, facts)).toEqual({ name: 'district', kind: 'bars' });
    expect(told(fields.slice(0, 2), facts)).toEqual({ name: 'day', kind: 'time' });
    expect(told(fields.slice(0, 1), facts)).toEqual({ name: 'n', kind: 'spread' });
  });

  it('is never an identifier, a restricted column, a place, names that all differ, or a column half blank', () => {
    const none = [
      told([field('id', 'text', { identifier: true })], [held('id', 8)]),
      told([field('phone', 'text', { sensitivity: 'restricted' })], [held('phone', 8)]),
      told([field('lat', 'decimal', { geometry: 'latitude' })], [held('lat', 90)]),
      told([field('name', 'text')], [held('name', 99)]),
      told([field('note', 'text')], [held('note', 5, 80)]),
      told([field('one', 'text')], [held('one', 1)]),
      told([field('district', 'text')], [held('district', 2)], 2),
      told([field('unknown', 'text')], []),
    ];
    expect(none).toEqual(none.map(() => null));
  });
});

const bars: PictureData = {
  kind: 'bars',
  column: 'Район',
  values: [
    { value: 'Центральний & <старий>', count: 1200 },
    { value: null, count: 4 },
  ],
};
const KINDS: Record<string, PictureData> = {
  bars,
  none: { kind: 'none' },
  time: {
    kind: 'time',
    column: 'Дата',
    bins: [2023, 2024].map((y) => ({ from: `${y}-01-01`, to: `${y + 1}-01-01`, count: y })),
  },
  spread: { kind: 'spread', column: 'Площа', bins: [0, 10, 20].map((from) => ({ from, to: from + 10, count: from })) },
  map: {
    kind: 'map',
    places: {
      points: [
        { latitude: 49.3, longitude: 23.5, rows: 1, row: null },
        { latitude: 49.4, longitude: 23.6, rows: 40, row: null },
      ],
      total: 41,
      shapes: [],
      simplified: false,
      withoutPlace: 0,
      bounds: [23.5, 49.3, 23.6, 49.4],
    },
  },
  'one place': {
    kind: 'map',
    places: {
      points: [{ latitude: 49, longitude: 23, rows: 3, row: null }],
      total: 3,
      shapes: [],
      simplified: false,
      withoutPlace: 0,
      bounds: [23, 49, 23, 49],
    },
  },
};
const LONG =
  'Перелік об’єктів комунальної власності територіальної громади, що передані в оренду або інше право користування, із зазначенням умов, строків та розміру плати';
const facts = (card: Card, data: PictureData, language: 'uk' | 'en' = 'uk') => ({
  ...{ card, resource: card.resources[0] ?? null, city: 'Вигадівська громада', colour: '#7a1f5c', language, data },
});

describe('the picture of a dataset', () => {
  for (const [name, data] of Object.entries(KINDS)) {
    it(`is drawn with ${name}: nothing outside the frame, no number that is none`, async () => {
      const card = { ...stops, passport: { ...stops.passport, title: LONG } };
      const svg = drawPicture(facts(card, data));
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      for (const [, x] of svg.matchAll(/<(?:circle c|text |rect )x="([-\d.]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(1200);
      }
      const png = await pngOf(svg);
      expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(1200);
    });
  }

  it('says city, title, size, day and publisher, escaped, in the language asked for', () => {
    const svg = drawPicture(facts(stops, bars));
    for (const words of [
      'Вигадівська громада',
      '1 284'.replace(' ', '\u202f'),
      'Станом на',
      'Центральний &amp; &lt;старий&gt;',
      'не вказано',
    ]) {
      expect(svg).toContain(words);
    }
    expect(drawPicture(facts(stops, bars, 'en'))).toContain('As of');
    expect(drawPicture(facts(shelters, KINDS.none ?? bars))).toContain('Доступ тимчасово призупинено');
    expect(FIELDS.some((one) => one.sensitivity === 'restricted')).toBe(true);
    expect(svg).toContain('10 стовпців');
  });
});
