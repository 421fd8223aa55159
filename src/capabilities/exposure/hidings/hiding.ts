/** A column hidden from everybody for at most one working day, or kept closed by a decision. Every one is told publicly. */
export interface Hiding {
  readonly id: string;
  readonly datasetId: string;
  readonly resourceId: string;
  readonly columnName: string;
  readonly columnTitle: string;
  /** Confirmed reporters it was hidden for; 0 where a person did it. */
  readonly reporters: number;
  /** A detector had seen personal data in it. */
  readonly detector: boolean;
  /** Who hid it by hand; '' where the city's rule did. */
  readonly by: string;
  readonly beganAt: Date;
  /** When it is shown again by itself; null: kept closed by a decision. */
  readonly until: Date | null;
  readonly keptBy: string;
  /** The ground of the decision, told publicly. */
  readonly keptReason: string;
  readonly endedAt: Date | null;
  /** `term`: by itself; `shown`: a person decided so. */
  readonly ending: 'term' | 'shown' | null;
}

/** A published column. */
export interface ColumnPlace {
  readonly resourceId: string;
  readonly columnName: string;
}
