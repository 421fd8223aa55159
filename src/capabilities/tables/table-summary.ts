/** What an open column holds, told in a line of the structure. */
export interface ColumnFacts {
  readonly name: string;
  readonly blanks: number;
  /** Different values; about so many where `exact` is false. */
  readonly distinct: number;
  readonly exact: boolean;
  /** Numbers, dates and times: as the row API gives them; null for the rest and where every value is blank. */
  readonly least: string | null;
  readonly most: string | null;
}
