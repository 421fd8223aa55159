import { isGeometry } from '../geometry/shape-sql.ts';
import type { Predicate } from '../scan/predicate.ts';

export const GEOMETRY_FORMS: readonly Predicate[] = [
  {
    code: 'geometry',
    of: 'raw',
    sql: isGeometry,
    digits: 'blind',
    family: 'forms',
    guard: '^\\{"type":"[A-Z]',
  },
];
