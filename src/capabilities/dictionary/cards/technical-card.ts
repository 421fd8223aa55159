/** What is approved of one table: in which formats, by which identifiers and classifiers (seed: Положення, п. 2.4). */
export interface CardTable {
  readonly title: string;
  readonly formats: readonly string[];
  /** Columns that tell rows apart, then universal identifiers: «Код ЄДРПОУ (ЄДРПОУ)». */
  readonly identifiers: readonly string[];
  /** «Стан — довідник «Стани»», «Код вулиці — набір «Вулиці»». */
  readonly classifiers: readonly string[];
}

/** Technical card of a dataset (технічна картка набору): filled by the system, approved by the coordinator. */
export interface TechnicalCard {
  readonly tables: readonly CardTable[];
  /** What stands before a fraction in the table's CSV. */
  readonly decimalSign: 'dot' | 'comma';
}

/** An approval: the card as it was then. */
export interface CardApproval {
  readonly content: TechnicalCard;
  readonly note: string;
  readonly approvedBy: string;
  readonly approvedAt: Date;
}

/** `changed`: the dataset differs from what was approved. */
export type CardState = 'none' | 'approved' | 'changed';

export interface ListedCard {
  readonly datasetId: string;
  readonly title: string;
  readonly unitId: string;
  readonly present: TechnicalCard;
  readonly approval: CardApproval | null;
  readonly state: CardState;
}
