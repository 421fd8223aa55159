/**
 * Structures that tables are expected to have: the recommended ones as data with their sources, how a table is recognised by its columns, how far
 * it keeps to a structure, and the steps that bring it there. Pure: knows profiles of columns, never a dataset.
 */

export { structureOfRecipe } from '../shaping/steps/order-columns.ts';
export { type Conformity, conformityOf, conformityOfNames } from './conformity.ts';
export type { ColumnMatch, MatchGround } from './match-columns.ts';
export type { MergedColumn, MergedKind } from './merged-columns.ts';
export { matchStandard, type Recognised, type RecogniseOptions, recogniseStructure } from './recognise.ts';
export { RECOMMENDED, recommendedStandard, STANDARDS_EDITION } from './recommended.ts';
export type { Standard, StandardField } from './standard.ts';
export {
  fieldsAfter,
  stepsToStandard,
  type ToStandard,
  withAnswers,
  withoutStandard,
} from './steps-to-standard.ts';
