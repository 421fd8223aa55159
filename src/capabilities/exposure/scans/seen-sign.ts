import type { DetectorCode, Whose } from '../../../tabular/index.ts';

/** Personal data seen in a column of a public table. No value of any cell is kept. */
export interface SeenSign {
  readonly tableId: string;
  readonly datasetId: string;
  readonly resourceId: string;
  readonly columnName: string;
  /** As the file has it: decisions are made by it. */
  readonly columnTitle: string;
  readonly code: DetectorCode;
  /** Cells. */
  readonly count: number;
  /** Of the filled cells, 0–1. */
  readonly share: number;
  readonly confidence: number;
  readonly whose: Whose;
  /** When it was seen in this table first. */
  readonly since: Date;
}
