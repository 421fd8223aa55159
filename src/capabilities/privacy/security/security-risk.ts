import { z } from 'zod';
import { COLUMN_KINDS } from '../../../tabular/column.ts';
import facts from './facts/security-risks.json' with { type: 'json' };

const Words = z.object({ uk: z.string(), en: z.string() });

const DatasetRisk = z.object({
  code: z.string(),
  title: Words,
  harm: Words,
  /** Items of the list of resolution 835. */
  items: z.array(z.object({ section: z.string(), number: z.number().int() })),
  /** Any of these in a title: all words of one, in any form and order. */
  titles: z.array(z.string()),
  /** Columns that are looked at in such a dataset, by code. */
  columns: z.array(z.string()),
  /** It is flagged only where a table has one of these columns. */
  needs: z.array(z.string()).optional(),
  source: z.string(),
});
export type DatasetRisk = z.infer<typeof DatasetRisk>;

const ColumnRisk = z.object({
  code: z.string(),
  title: Words,
  harm: Words,
  kinds: z.array(z.enum(COLUMN_KINDS)).optional(),
  /** Regex found in `headerWords` of the title, and one that must not be. */
  words: z.string(),
  not: z.string(),
  /** Also in a dataset that is flagged by nothing else. */
  anywhere: z.boolean(),
  /** What is proposed for it. */
  way: z.enum(['remove', 'generalise']),
});
export type ColumnRisk = z.infer<typeof ColumnRisk>;

/** What asks for a security decision in time of war, as data with its source. */
export const SECURITY_RISKS = z
  .object({
    edition: z.string(),
    source: z.string(),
    datasets: z.array(DatasetRisk),
    columns: z.array(ColumnRisk),
  })
  .parse(facts);

const BY_CODE = new Map([...SECURITY_RISKS.datasets, ...SECURITY_RISKS.columns].map((risk) => [risk.code, risk]));

/** A risk of a dataset or of a column by its code; null where the list has it no more. */
export const findRisk = (code: string): DatasetRisk | ColumnRisk | null => BY_CODE.get(code) ?? null;
