import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { unitWithDescendants } from '../accounts/index.ts';
import { changePassport } from './change-passport.ts';
import type { Dataset } from './dataset.ts';
import type { Passport } from './passport.ts';
import { listDatasets, readDataset } from './read-datasets.ts';

const Person = z.object({ id: z.string(), name: z.string() });
const Replaced = z.object({
  unitId: z.string(),
  datasetIds: z.array(z.string()).nullable(),
  leaving: Person.extend({ emails: z.array(z.string()) }),
  coming: Person.extend({ email: z.string(), post: z.string(), phone: z.string() }),
});
type Replaced = z.infer<typeof Replaced>;

const PAGE = 200;

/**
 * After one person took over from another: working copies of passports that name the one who left (element 15) name the one who came; the
 * public sees it at the next publication. Repeating it is harmless.
 */
export const followPersonJob = defineJob({
  name: 'catalog.follow-person',
  data: Replaced,
  async handle(ctx, replaced) {
    for (const dataset of await datasetsOf(ctx, replaced)) {
      const passport = renamed(dataset.passport, replaced);
      if (passport !== null && dataset.state !== 'withdrawn') await changePassport(ctx, dataset.id, passport);
    }
  },
});

async function datasetsOf(ctx: Context, { unitId, datasetIds }: Replaced): Promise<Dataset[]> {
  if (datasetIds !== null) {
    const found = datasetIds.map((id) => readDataset(ctx, id).catch(() => null));
    return (await Promise.all(found)).filter((dataset) => dataset !== null);
  }
  const unitIds = await unitWithDescendants(ctx, unitId);
  const all: Dataset[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await listDatasets(ctx, { unitIds }, { page, size: PAGE });
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}

/** The passport with the new person; null where the one who left is not named in it. */
export function renamed(
  passport: Passport,
  { leaving, coming }: Omit<Replaced, 'unitId' | 'datasetIds'>,
): Passport | null {
  const email = passport.responsibleEmail.trim().toLowerCase();
  const named = leaving.emails.includes(email) || (email === '' && passport.responsibleName.trim() === leaving.name);
  if (!named) return null;
  const { responsiblePost: _post, responsiblePhone: _phone, ...rest } = passport;
  return {
    ...rest,
    responsibleName: coming.name,
    responsibleEmail: coming.email,
    ...(coming.post === '' ? {} : { responsiblePost: coming.post }),
    ...(coming.phone === '' ? {} : { responsiblePhone: coming.phone }),
  };
}
