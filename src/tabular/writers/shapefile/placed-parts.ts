import { areaOf } from '../../geometry/wound-text.ts';
import type { Place, ShpKind } from './shp-file.ts';

/** A geometry as a shapefile has it: parts of positions of one kind. */
export interface PlacedParts {
  readonly kind: ShpKind;
  readonly parts: readonly (readonly Place[])[];
}

type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Place }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Place[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly Place[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Place[])[])[] }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly Geometry[] };

/** Outer rings run clockwise in a shapefile, holes the other way. */
const turned = (rings: readonly (readonly Place[])[]) =>
  rings.map((ring, at) => ((at === 0 ? areaOf(ring) > 0 : areaOf(ring) < 0) ? [...ring].reverse() : ring));

function partsOf(geometry: Geometry): PlacedParts[] {
  switch (geometry.type) {
    case 'Point':
      return [{ kind: 'points', parts: [[geometry.coordinates]] }];
    case 'MultiPoint':
      return [{ kind: 'multipoints', parts: [geometry.coordinates] }];
    case 'LineString':
      return [{ kind: 'lines', parts: [geometry.coordinates] }];
    case 'MultiLineString':
      return [{ kind: 'lines', parts: geometry.coordinates }];
    case 'Polygon':
      return [{ kind: 'areas', parts: turned(geometry.coordinates) }];
    case 'MultiPolygon':
      return [{ kind: 'areas', parts: geometry.coordinates.flatMap(turned) }];
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf);
  }
}

/** The parts of a geometry's text in the form of geometry columns; several where it is a collection. */
export function placedParts(text: string): PlacedParts[] {
  return partsOf(JSON.parse(text) as Geometry);
}
