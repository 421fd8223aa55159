import type { Database } from '../../platform/context.ts';
import type { Dataset } from './dataset.ts';
import { slugFollowsTitle } from './dataset-rules.ts';
import { takeSlug } from './number-store.ts';
import type { Passport } from './passport.ts';
import { selectPromise } from './promise-store.ts';

/** The slug a dataset has with this passport: a new one where the title changed and the public has not seen the address yet. */
export async function slugOfPassport(db: Database, dataset: Dataset, passport: Passport): Promise<string> {
  const promised = (await selectPromise(db, { id: dataset.id })) !== null;
  return slugFollowsTitle(dataset, passport, promised) ? takeSlug(db, passport.title, dataset.id) : dataset.slug;
}
