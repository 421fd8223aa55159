import { RequestError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { communityProfile, findPerson, findUnit, permit, type Unit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { insertNewResource } from './change-resources.ts';
import type { Dataset, ResourceKind } from './dataset.ts';
import { stemsOf } from './dataset-rules.ts';
import { insertDataset } from './dataset-store.ts';
import { takeNumber, takeSlug } from './number-store.ts';
import { subjectOf } from './open-dataset.ts';
import { emptyPassport } from './passport-rules.ts';
import { readDataset } from './read-datasets.ts';

/** A resource to be. */
export interface NewResource {
  readonly kind: ResourceKind;
  readonly title: string;
  /** Links only. */
  readonly url?: string;
}

/** A dataset to be. */
export interface NewDataset {
  readonly unitId: string;
  readonly title: string;
  /** The first resource; more are added by `addResource`. */
  readonly resource?: NewResource;
  /** Promised to the public before there is a file. */
  readonly planned?: boolean;
}

/** The code before the number: the community's, which is one for all its units; the unit's where there is no community yet. */
async function holderOf(ctx: Context, unit: Unit): Promise<string> {
  const profile = await communityProfile(ctx);
  return profile?.edrpou || unit.shownEdrpou || '00000000';
}

async function newDraft(ctx: Context, unit: Unit, title: string, planned = false): Promise<Dataset> {
  const person = ctx.actor.kind === 'person' ? await findPerson(ctx, ctx.actor.id) : null;
  const now = ctx.clock.now();
  return {
    id: newId(now.getTime()),
    number: await takeNumber(ctx.db, await holderOf(ctx, unit)),
    nationalId: null,
    slug: await takeSlug(ctx.db, title, null),
    unitId: unit.id,
    state: planned ? 'planned' : 'draft',
    passport: emptyPassport(unit, person, title),
    resources: [],
    createdAt: now,
    changedAt: now,
  };
}

/**
 * Creates the passport of a dataset, as a draft, with its identification number and slug, and its first resource when one is given.
 * Throws `forbidden`, `invalid` (unknown unit; bad resource).
 */
export async function createDataset(ctx: Context, wanted: NewDataset): Promise<Dataset> {
  await permit(ctx, 'dataset.create', wanted.unitId);
  const unit = await findUnit(ctx, wanted.unitId);
  if (!unit)
    throw new RequestError('invalid', 'unit-unknown', {
      uk: 'Такого підрозділу немає. Виберіть підрозділ зі списку.',
      en: 'There is no such unit. Choose a unit from the list.',
    });
  return transaction(ctx, async (inner) => {
    const draft = await newDraft(inner, unit, wanted.title.trim(), wanted.planned);
    await insertDataset(inner.db, draft, stemsOf(draft.passport));
    await record(inner, {
      deed: 'dataset.created',
      subject: subjectOf(draft),
      after: draft.passport,
      note: draft.number,
    });
    if (wanted.resource) await insertNewResource(inner, draft, wanted.resource);
    return readDataset(inner, draft.id);
  });
}
