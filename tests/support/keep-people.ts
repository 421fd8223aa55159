import { latestReading } from '../../src/capabilities/ingest/index.ts';
import { decide, decisionsOf, signsOfFile, undecidedSigns } from '../../src/capabilities/privacy/index.ts';
import type { Context } from '../../src/platform/context.ts';

/** Decides that all people found in the newest file of a resource are invented, so that tests of other things can publish them. */
export async function keepInventedPeople(ctx: Context, datasetId: string, resourceId: string): Promise<void> {
  const reading = await latestReading(ctx, resourceId);
  const signs = (reading?.inspection && signsOfFile(reading)) ?? [];
  const decisions = (await decisionsOf(ctx, datasetId)).filter((one) => one.resourceId === resourceId);
  const titles = new Set(undecidedSigns(signs, decisions).map(({ columnTitle }) => columnTitle));
  const wishes = [...titles].map((columnTitle) => ({
    ...{ columnTitle, way: 'keep' as const, groundCode: 'not-personal', reason: 'Люди вигадані' },
  }));
  if (wishes.length > 0) await decide(ctx, resourceId, wishes);
}
