import type { Context } from '../../../platform/context.ts';
import type { PersonalSign } from '../../../tabular/index.ts';
import { answerTo, type Decision, decisionsOfDatasets, needsDecision } from '../../privacy/index.ts';
import type { SeenSign } from './seen-sign.ts';

/**
 * Those of the signs that are public without anybody having decided that they may be. A decision to mask or remove does not answer them: what is
 * seen here is in the public table still.
 */
export async function undecidedOf(ctx: Context, signs: readonly SeenSign[]): Promise<SeenSign[]> {
  if (signs.length === 0) return [];
  const decisions = await decisionsOfDatasets(ctx, [...new Set(signs.map(({ datasetId }) => datasetId))]);
  const byResource = Map.groupBy(decisions, ({ resourceId }) => resourceId);
  return signs.filter((sign) => isUndecided(sign, byResource.get(sign.resourceId) ?? []));
}

function isUndecided(sign: SeenSign, decisions: readonly Decision[]): boolean {
  return needsDecision(sign) && answerTo(asFound(sign), decisions)?.way !== 'keep';
}

/** The sign as detectors tell it; rows and reasons are not kept. */
function asFound({ code, columnTitle, count, share, confidence, whose }: SeenSign): PersonalSign {
  return { code, column: 0, columnTitle, count, share, confidence, whose, why: { uk: '', en: '' }, rows: [] };
}
