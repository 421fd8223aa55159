import { actingAs, type Context } from '../../platform/context.ts';
import { actorOfPerson, findPerson, may } from '../accounts/index.ts';
import type { Dataset } from '../catalog/index.ts';
import type { Source } from './source.ts';

/** The context of the person the source acts for, or null where that person may publish the dataset no more. Asked anew each time. */
export async function actingForSource(ctx: Context, source: Source, dataset: Dataset): Promise<Context | null> {
  const person = await findPerson(ctx, source.setBy.id);
  if (!person?.active) return null;
  const own = actingAs(ctx, actorOfPerson(person));
  return (await may(own, 'dataset.publish', dataset)) && (await may(own, 'dataset.edit', dataset)) ? own : null;
}
