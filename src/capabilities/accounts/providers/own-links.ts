import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { confirmPerson } from '../factors/confirm-person.ts';
import { deleteLinkOf, selectLinksOf, selectProvider } from './provider-store.ts';

/** Ids of the services a person can sign in by; for their own page. Asks no permission. */
export async function linksOf(ctx: Context, personId: string): Promise<string[]> {
  return await selectLinksOf(ctx.db, personId);
}

/** Removes a service from one's own account. Throws as `confirmPerson`. */
export async function unlinkProvider(
  ctx: Context,
  headers: Headers,
  input: { providerId: string; password: string },
): Promise<void> {
  const person = await confirmPerson(ctx, headers, input.password);
  await transaction(ctx, async (inner) => {
    if (!(await deleteLinkOf(inner.db, person.id, input.providerId))) return;
    const provider = await selectProvider(inner.db, input.providerId);
    const subject = { kind: 'person', id: person.id, name: person.name };
    await record(inner, { deed: 'person.provider-unlinked', subject, before: { service: provider?.name ?? '' } });
  });
}
