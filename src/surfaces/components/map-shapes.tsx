import type { ChartLook } from './chart.ts';
import { round } from './chart-bars.tsx';
import type { MapLayout } from './chart-map.tsx';

type Coordinates = readonly number[] | readonly Coordinates[];

/** Lines, areas and points as GeoJSON has them, longitude before latitude. */
export type DrawnShape =
  | { readonly type: string; readonly coordinates: Coordinates }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly DrawnShape[] };

interface Paths {
  areas: string;
  lines: string;
  readonly dots: (readonly [number, number])[];
}

/** Lines and areas on the drawing: areas are filled so that what lies under them is seen. */
export function MapShapes(props: { map: MapLayout; shapes: readonly DrawnShape[]; look: ChartLook }) {
  const { map, shapes, look } = props;
  return (
    <>
      {shapes.map((shape, at) => {
        const paths: Paths = { areas: '', lines: '', dots: [] };
        draw(shape, map, paths);
        return (
          <g key={at}>
            {paths.areas && <path d={paths.areas} fill-rule="evenodd" {...look('area', 0)} />}
            {paths.lines && <path d={paths.lines} {...look('line', 0)} />}
            {paths.dots.map(([x, y], dot) => (
              <circle key={dot} cx={x} cy={y} r="5" {...look('cluster', 0)} />
            ))}
          </g>
        );
      })}
    </>
  );
}

function draw(shape: DrawnShape, map: MapLayout, paths: Paths): void {
  if ('geometries' in shape) {
    for (const part of shape.geometries) draw(part, map, paths);
    return;
  }
  const areas = shape.type.endsWith('Polygon');
  const points = shape.type.endsWith('Point');
  for (const line of linesOf(shape.coordinates)) {
    if (points) for (const [x = 0, y = 0] of line) paths.dots.push([round(map.x(x)), round(map.y(y))]);
    else if (areas) paths.areas += pathOf(line, map, true);
    else paths.lines += pathOf(line, map, false);
  }
}

/** Lists of positions, however deep they lie. */
function linesOf(coordinates: Coordinates): (readonly (readonly number[])[])[] {
  const [first] = coordinates;
  if (typeof first === 'number') return [[coordinates as readonly number[]]];
  if (first === undefined) return [];
  if (typeof first[0] === 'number') return [coordinates as readonly (readonly number[])[]];
  return (coordinates as readonly Coordinates[]).flatMap(linesOf);
}

/** Positions that fall on one pixel are drawn once. */
function pathOf(line: readonly (readonly number[])[], map: MapLayout, closed: boolean): string {
  let path = '';
  let before: readonly [number, number] | null = null;
  for (const [at, [longitude = 0, latitude = 0]] of line.entries()) {
    const [x, y] = [round(map.x(longitude)), round(map.y(latitude))];
    if (before && at < line.length - 1 && Math.abs(before[0] - x) < 1 && Math.abs(before[1] - y) < 1) continue;
    path += `${before ? 'L' : 'M'}${x} ${y}`;
    before = [x, y];
  }
  return closed ? `${path}Z` : path;
}
