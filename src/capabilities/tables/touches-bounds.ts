import { latitudesOf, longitudesOf } from '../../tabular/writers/index.ts';

/** SQL, true where a geometry's box touches bounds; four values are bound: west, east, south, north. */
export function touchesBounds(text: string): string {
  const [longitudes, latitudes] = [longitudesOf(text), latitudesOf(text)];
  const bound = 'CAST(? AS DOUBLE)';
  return `(list_max(${longitudes}) >= ${bound} AND list_min(${longitudes}) <= ${bound} AND list_max(${latitudes}) >= ${bound} AND list_min(${latitudes}) <= ${bound})`;
}
