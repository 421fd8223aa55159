import type { DetectorCode, Whose } from '../../../tabular/detectors/sign.ts';
import type { Decision, DecisionTerms } from '../decisions/decision.ts';
import type { Statement } from '../statements/statement.ts';

/** A sign as the report keeps it: counts and no value. */
export interface ReportSign {
  readonly code: DetectorCode;
  readonly whose: Whose;
  /** Cells. */
  readonly count: number;
}

/** A decision as the report keeps it: what, on what ground, by whom, when. */
export type ReportDecision = Pick<Decision, 'id' | 'state' | 'decidedBy' | keyof DecisionTerms> & {
  /** ISO 8601. */
  readonly decidedAt: string;
};

/** One column with what was found in it, what was decided, and what is still seen in the finished table. */
export interface ReportColumn {
  readonly title: string;
  readonly found: readonly ReportSign[];
  readonly decision: ReportDecision | null;
  readonly left: readonly ReportSign[];
}

/** One table of the dataset. */
export interface ReportTable {
  readonly resourceId: string;
  readonly title: string;
  readonly fileName: string;
  /** SHA-256 of the file the table was read from; null where it was not kept. */
  readonly fileSha256: string | null;
  readonly rows: number;
  /** All its columns, also those where nothing was found. */
  readonly columnCount: number;
  /** False: the file was read before there was a check. */
  readonly checked: boolean;
  /** Columns in which something was found, or on which somebody decided. */
  readonly columns: readonly ReportColumn[];
}

/** A resource that is no table: published as it is, looked at by people. */
export interface ReportFile {
  readonly resourceId: string;
  readonly title: string;
  readonly kind: string;
  /** What a person said of it; null: nobody has yet. Left out in reports made before that was asked. */
  readonly statement?: ReportStatement | null;
}

/** What somebody said of the personal data in a file, as the report keeps it. */
export type ReportStatement = Pick<Statement, 'sha256' | 'says' | 'groundCode' | 'act' | 'reason' | 'statedBy'> & {
  /** ISO 8601. */
  readonly statedAt: string;
};

/**
 * The check of personal data of one version (or of the draft that may become one): what was looked at, found, decided and left. Written once, with the
 * version, and never changed. Source: seed 003 п. 2.6, a check before publication.
 */
export interface PrivacyReport {
  readonly datasetId: string;
  readonly datasetTitle: string;
  readonly unitName: string;
  /** Null: of the draft, as it is now. */
  readonly version: number | null;
  /** ISO 8601. */
  readonly at: string;
  /** Who published it; '' of a draft. */
  readonly by: string;
  /** Titles of the detectors it was looked at with, by code. */
  readonly detectors: readonly DetectorCode[];
  readonly tables: readonly ReportTable[];
  readonly files: readonly ReportFile[];
}
