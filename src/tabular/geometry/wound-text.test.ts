import { expect, it } from 'vitest';
import { rightHandedText } from './wound-text.ts';

it('polygons run by the right-hand rule in a text of whatever else, digits as they were', () => {
  const wrong = '{"type":"Polygon","coordinates":[[[0,0],[0,1.0],[1,1.0],[0,0]]]}';
  const right = '{"type":"Polygon","coordinates":[[[0,0],[1,1.0],[0,1.0],[0,0]]]}';
  const line = '{"type":"LineString","coordinates":[[0,0],[0,1]]}';
  expect(rightHandedText(`[${wrong},${line},{"geometries":[${wrong}]}]`)).toBe(
    `[${right},${line},{"geometries":[${right}]}]`,
  );
  expect(rightHandedText(right)).toBe(right);
  const multi = (ring: string) => `{"type":"MultiPolygon","coordinates":[${ring}]}`;
  expect(rightHandedText(multi('[[[0,0],[0,1],[1,1],[0,0]]]'))).toBe(multi('[[[0,0],[1,1],[0,1],[0,0]]]'));
  expect(rightHandedText('{"type":"Polygon","coordinates":[1]}')).toBe('{"type":"Polygon","coordinates":[1]}');
});
