import { type Context, once } from '../../platform/context.ts';
import { askTogether } from '../../platform/database/ask-together.ts';
import {
  type Decision,
  decisionsQuestion,
  type SecurityDecision,
  type Statement,
  securityQuestion,
  statementsQuestion,
} from '../privacy/index.ts';
import type { PurgedPart } from './purging/purge-rules.ts';
import { purgedPartsQuestion } from './purging/purge-store.ts';
import { type Standing, standingQuestion } from './standing-store.ts';

/** How a dataset stands, with what was decided on the personal data of its files. */
export interface Present extends Standing {
  /** In force or waiting. */
  readonly decisions: readonly Decision[];
  /** What was said of files that are published as they are. */
  readonly statements: readonly Statement[];
  /** The security decision that stands. */
  readonly security: SecurityDecision | null;
  /** What the tables and files of versions that were taken away for good were made of. */
  readonly purged: readonly PurgedPart[];
}

/**
 * What the public has now, the pointer and the version it points to; what was asked for; what is said and decided of the draft. One statement.
 */
export function present(ctx: Context, datasetId: string): Promise<Present> {
  return once(ctx, `publishing.present ${datasetId}`, async () => {
    const { standing, ...beside } = await askTogether(ctx, {
      standing: standingQuestion(datasetId),
      decisions: decisionsQuestion(datasetId),
      purged: purgedPartsQuestion(datasetId),
      security: securityQuestion(datasetId),
      statements: statementsQuestion(datasetId),
    });
    return { ...standing, ...beside };
  });
}
