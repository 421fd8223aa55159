import { z } from 'zod';
import { Act } from '../decisions/decision.ts';

/** What somebody says of the personal data in a file that is published as it is. */
export const StatementWish = z.object({
  says: z.enum(['none', 'kept']),
  /** SHA-256 of the file they looked at. */
  sha256: z.string().max(100),
  groundCode: z.string().max(100).nullable().default(null),
  act: Act.nullable().default(null),
  reason: z.string().trim().max(2000).default(''),
});
export type StatementWish = z.input<typeof StatementWish>;
export type ReadStatementWish = z.output<typeof StatementWish>;

/** A statement that stands: of one file by its SHA-256, so that another file asks anew. */
export interface Statement {
  readonly id: string;
  readonly datasetId: string;
  readonly resourceId: string;
  readonly sha256: string;
  /** `none`: a person looked and saw no personal data; `kept`: there are, and they are published on a ground. */
  readonly says: ReadStatementWish['says'];
  readonly groundCode: string | null;
  readonly act: ReadStatementWish['act'];
  readonly reason: string;
  readonly statedBy: string;
  readonly statedAt: Date;
}
