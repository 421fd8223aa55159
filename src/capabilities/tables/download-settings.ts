import { z } from 'zod';

/** How the files of tables are made; a person changes it, the whole city has one. */
export const DownloadSettings = z.object({
  /**
   * Decimal sign of plain CSV. A version keeps the one it was made with. The dictionaries of the recommended structures have a point, the
   * Drohobych regulation (п. 2.4) a comma; coordinates have a point in both.
   */
  decimalSign: z.enum(['dot', 'comma']),
  /** Whether tables are given as Parquet, a service for analysts beside the formats of the passport. */
  parquet: z.boolean(),
});
export type DownloadSettings = z.infer<typeof DownloadSettings>;
