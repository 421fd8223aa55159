import { expect, it } from 'vitest';
import { screenShape } from './screen-shape.ts';

const line = (count: number) =>
  JSON.stringify({
    type: 'LineString',
    coordinates: Array.from({ length: count }, (_, at) => [23 + at / 1e6, 49, 200]),
  });

it('leaves out what a screen does not show, and keeps the ends', () => {
  const screened = screenShape(line(10_000), 0.001);
  expect([screened?.cut, screened?.size]).toEqual([true, 11]);
  const { coordinates } = JSON.parse(JSON.stringify(screened?.shape ?? {})) as { coordinates: number[][] };
  expect([coordinates[0], coordinates.at(-1)?.[1]]).toEqual([[23, 49], 49]);
  expect(screenShape(line(3), 1e-7)).toMatchObject({ cut: false, size: 3 });
});

it('a small area stays visible, holes that are too small do not', () => {
  const ring = (size: number) => [
    [23, 49],
    [23 + size, 49],
    [23 + size, 49 + size],
    [23, 49 + size],
    [23, 49],
  ];
  const small = screenShape(JSON.stringify({ type: 'Polygon', coordinates: [ring(1e-5)] }), 0.001);
  expect(small).toMatchObject({
    cut: true,
    shape: {
      coordinates: [
        [
          [23, 49],
          [23.001, 49],
          [23.001, 49.001],
          [23, 49],
        ],
      ],
    },
  });
  const pierced = screenShape(JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring(1), ring(1e-5)]] }), 0.001);
  expect(pierced).toMatchObject({ shape: { coordinates: [[ring(1)]] } });
  expect(screenShape('{"type":"Point","coordinates":"де"}', 1)).toBeNull();
  expect(screenShape('не геометрія', 1)).toBeNull();
});
