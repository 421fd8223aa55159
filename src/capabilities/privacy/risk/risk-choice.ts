import { z } from 'zod';

/** More columns taken together tell everybody from everybody. */
export const MOST_RISK_COLUMNS = 12;

/** Titles of the columns chosen; none: the system chooses by itself again. */
export const RiskWish = z.array(z.string().min(1).max(10_000)).max(MOST_RISK_COLUMNS);

/** The columns by which it is counted whether a person is told by a table without a name, as somebody chose them. */
export interface RiskChoice {
  readonly resourceId: string;
  readonly titles: readonly string[];
  readonly chosenBy: string;
  readonly chosenAt: Date;
}
