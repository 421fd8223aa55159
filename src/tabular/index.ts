/**
 * Tables: bytes ↔ tables, knowing nothing of datasets. Reads files into text tables (Parquet, columns c0 … of text, in source order), looks
 * at every cell exactly, mends by recipes, writes typed Parquet. DuckDB is given by the caller.
 */

export { CHECK_CATALOGUE, checkEntry } from './checks/catalogue.ts';
export type { ChosenSeverities } from './checks/check-policy.ts';
export { exampleCells } from './checks/example.ts';
export { REFUSAL_CHECKS } from './checks/file/refusal-pages.ts';
export { isPersonalTitle } from './checks/header/header-personal.ts';
export type { ColumnKind, ColumnProfile, ColumnType, Notation } from './column.ts';
export { compareFiles, type FileChange } from './compare/compare-files.ts';
export { type FileFacts, factsOfInspection, gatherFacts } from './compare/file-facts.ts';
export { isWeighty, tellChange } from './compare/tell-change.ts';
export type { SaidKind } from './describe-columns.ts';
export { DETECTORS } from './detectors/detector-list.ts';
export { DETECTORS_FINGERPRINT } from './detectors/fingerprint.ts';
export { speaksOfPeople } from './detectors/names/name-headers.ts';
export {
  DETECTOR_CODES,
  type DetectorCode,
  type GroundHint,
  type PersonalSign,
  type SignGround,
  type Whose,
} from './detectors/sign.ts';
export { type Codifier, type CodifierOf, type ExpectedValues, TOGETHER } from './expected/expected-values.ts';
export type { InspectOptions } from './inspect-table.ts';
export { inspectTable, signsOfTable } from './inspect-table.ts';
export type { Inspection, MendOutcome, Recipe, RecipeStep } from './inspection.ts';
export { headerWords } from './kinds/header-words.ts';
export { fieldOfKind, kindOf, mayNamePerson } from './kinds/kind-of.ts';
export { lookForSigns } from './look-for-signs.ts';
export { type CarriedOut, type CarryOutOptions, carryOut } from './mending/carry-out.ts';
export type { MendOptions } from './mending/mend-table.ts';
export {
  type AskedRepair,
  askedRepairs,
  isSameShape,
  safeRecipe,
  stepKey,
} from './mending/recipe-rules.ts';
export { describeStep, faultOfStep, type RecipeSentence, readRecipe, shapeDeed } from './mending/recipe-words.ts';
export { findCompositeKey } from './numbering/find-key.ts';
export {
  keepNumbers,
  type NumberingOutcome,
  type NumberMemory,
} from './numbering/keep-numbers.ts';
export { digestOf, digestSql, giveKey } from './protecting/keyed-digest.ts';
export { faultOfProtection } from './protecting/protect-list.ts';
export { protectRows } from './protecting/protect-rows.ts';
export { describeProtection, smallestGroup, titlesOfProtection } from './protecting/protect-words.ts';
export type { Protected, Protection } from './protecting/protection.ts';
export { withoutValues } from './protecting/without-values.ts';
export {
  type CellsOutcome,
  type CellsRequest,
  type ReadRequest,
  readCells,
  readingSamples,
  readTable,
} from './reading/index.ts';
export { isSafe, type Risk } from './risk/risk.ts';
export { riskOf } from './risk/risk-of.ts';
export { type RiskWords, tellRisk } from './risk/risk-words.ts';
export { isOfPeople, tellingColumns } from './risk/telling-columns.ts';
export type { ShapedRelation } from './shaping/shape-step.ts';
export { composeShape, relationOf, type ShapeOutcome, shapeSteps } from './shaping/shape-table.ts';
export type {
  Dialect,
  Encoding,
  Progress,
  ReadingChoices,
  ReadOutcome,
  SheetInfo,
  TableFormat,
  TextTable,
} from './text-table.ts';
export { NAMED_COLUMNS, otherTables } from './text-table.ts';
export { STORED_AS } from './types/cast.ts';
export { foldTitle } from './types/tidy-text.ts';
export { type TypedTableInput, type TypedTableOutcome, writeTypedTable } from './writers/typed-parquet.ts';
