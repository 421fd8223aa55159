import type { Context } from '../../../platform/context.ts';
import { loadDataset } from '../../catalog/index.ts';
import { latestReadings } from '../../ingest/index.ts';
import { decide } from './decide.ts';
import { signsOfFile } from './file-rules.ts';
import { covers } from './proposal-rules.ts';
import { decisionsOf } from './read-decisions.ts';
import { undecidedSigns } from './sign-rules.ts';

const GROUND = 'official-powers';

/**
 * For tables the system writes of its own facts, where every contact is of an official in office: what that ground covers and nobody has decided on is kept on it.
 * Anything else found there waits for a person as everywhere. Needs `privacy.keep`.
 */
export async function keepOfficialContacts(ctx: Context, datasetId: string): Promise<void> {
  const { resources } = await loadDataset(ctx, datasetId);
  const decisions = await decisionsOf(ctx, datasetId);
  const readings = await latestReadings(
    ctx,
    resources.map(({ id }) => id),
  );
  for (const reading of readings) {
    const own = decisions.filter(({ resourceId }) => resourceId === reading.resourceId);
    const undecided = undecidedSigns((reading.inspection && signsOfFile(reading)) ?? [], own);
    const titles = [...new Set(undecided.map(({ columnTitle }) => columnTitle))].filter((title) =>
      undecided.every(({ code, columnTitle }) => columnTitle !== title || covers(GROUND, code)),
    );
    if (titles.length === 0) continue;
    await decide(
      ctx,
      reading.resourceId,
      titles.map((columnTitle) => ({ columnTitle, way: 'keep' as const, groundCode: GROUND })),
    );
  }
}
