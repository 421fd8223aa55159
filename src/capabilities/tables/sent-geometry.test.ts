import { expect, it } from 'vitest';
import { sentGeometry } from './sent-geometry.ts';

it('a sent geometry is kept in the form the map reads, whatever way it was written', () => {
  const kept = '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1.50],[0,0]]]}';
  expect(
    sentGeometry(' {"coordinates": [[[0, 0], [1, 1.50], [1, 0]]], "type": "Polygon", "bbox": [0, 0, 1, 1]} '),
  ).toBe(kept);
  expect(sentGeometry({ type: 'Point', coordinates: [23.5, 49.35] })).toBe(
    '{"type":"Point","coordinates":[23.5,49.35]}',
  );
  expect([sentGeometry(null), sentGeometry('')]).toEqual([null, null]);
  for (const wrong of ['POINT(1 2)', 12, { type: 'Point' }, '{"type":"Point","coordinates":[4681758,5471686]}'])
    expect(sentGeometry(wrong)).toHaveProperty('fault');
});
