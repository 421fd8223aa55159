/**
 * What may be wrong with a geometry. `broken`: it cannot be drawn and its cell stays empty; `mended`: we put it right without losing
 * anything; `told`: it is kept as it is, or only what is no part of a geometry was left out.
 */
export const GEOMETRY_FAULTS = {
  'geometry-not-object': 'broken',
  'geometry-no-type': 'broken',
  'geometry-unknown-type': 'broken',
  'geometry-no-coordinates': 'broken',
  'geometry-nesting': 'broken',
  'geometry-not-number': 'broken',
  'geometry-short-position': 'broken',
  'geometry-short-line': 'broken',
  'geometry-short-ring': 'broken',
  'geometry-type-case': 'mended',
  'geometry-open-ring': 'mended',
  'geometry-winding': 'mended',
  'geometry-long-position': 'told',
  'geometry-nested-collection': 'told',
  'geometry-single-collection': 'told',
  'geometry-foreign-member': 'told',
  'geometry-bbox': 'told',
} as const satisfies Record<string, 'broken' | 'mended' | 'told'>;

export type GeometryFault = keyof typeof GEOMETRY_FAULTS;

/** Told of a fault with the piece of the file it stands in. */
export type TellFault = (fault: GeometryFault, value: string) => void;
