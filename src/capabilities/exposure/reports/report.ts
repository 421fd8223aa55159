import type { Day } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/text.ts';

/** What was found when a report was looked into: mended, lawfully public, or nothing of the kind there. */
export const VERDICTS = ['mended', 'lawful', 'not-there'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A report that personal data are public. Its words may hold them: they are shown to those who answer and to nobody else. */
export interface Report {
  readonly id: string;
  readonly datasetId: string;
  readonly unitId: string;
  /** The table and column that were named from the list; null and '' where the place was told in words or not at all. */
  readonly resourceId: string | null;
  readonly columnName: string;
  /** Where: the title of the column as it was then, and what the reporter said of the place. */
  readonly place: string;
  readonly words: string;
  /** '' where none was given. */
  readonly email: string;
  readonly language: Language;
  /** The reporter opened the letter and said so: a person with an address. */
  readonly confirmedAt: Date | null;
  readonly dueOn: Day;
  readonly createdAt: Date;
  readonly verdict: Verdict | null;
  readonly answer: string;
  readonly answeredBy: string;
  readonly answeredAt: Date | null;
}

/** What a person sends. */
export interface NewReport {
  /** Slug or id of a published dataset. */
  readonly dataset: string;
  /** `<resource id>/<column name>` from the list; '' where none was chosen. */
  readonly column: string;
  readonly place: string;
  readonly words: string;
  readonly email: string;
  readonly language: Language;
  /** Scheme and host of the page it was sent from: letters lead there. */
  readonly origin: string;
}

/** Characters at most. */
export const REPORT_LIMITS = { place: 200, words: 2000, answer: 4000 } as const;
