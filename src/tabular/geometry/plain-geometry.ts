import { compactJson } from '../reading/json-record.ts';
import { readGeometry } from './read-geometry.ts';
import { shapeText, spotsOf } from './shape.ts';

/**
 * A geometry somebody wrote as GeoJSON, in the one form of geometry columns: rings closed and wound, digits as they are.
 * @returns null where it is none, or lies off the globe
 */
export function plainGeometry(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const shape = readGeometry(compactJson(text), () => {});
  if (shape === null) return null;
  for (const { x, y } of spotsOf(shape)) if (Math.abs(x) > 180 || Math.abs(y) > 90) return null;
  return shapeText(shape);
}
