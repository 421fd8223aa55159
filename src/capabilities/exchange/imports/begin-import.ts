import { personId } from '../../../kernel/actor.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { actorOfPerson, findPerson, may, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { portalOf, questionOf } from '../portal/portal-question.ts';
import { badPortal, badQuestion, noImport, wrongState } from '../refusals.ts';
import type { Import } from './import.ts';
import { changeImport, insertImport, selectImport } from './import-store.ts';

/** Who asks, to act in their name later. */
export function askerOf({ actor }: Context): Import['askedBy'] {
  return { id: personId(actor) ?? '', name: 'name' in actor ? actor.name : '' };
}

/**
 * The context of the person an import acts for, or null where that person keeps datasets no more. Asked anew each time.
 * One begun by the system itself (a command) goes on in its name.
 */
export async function actingForImport(ctx: Context, { askedBy }: Import): Promise<Context | null> {
  if (askedBy.id === '') return ctx;
  const person = await findPerson(ctx, askedBy.id);
  if (!person?.active) return null;
  const own = actingAs(ctx, actorOfPerson(person));
  return (await may(own, 'city.manage', null)) ? own : null;
}

/** What the history calls an import: what was asked for and where. */
export function subjectOf({ id, portal, question }: Pick<Import, 'id' | 'portal' | 'question'>) {
  return { kind: 'import', id, name: `${question} (${new URL(portal).host})` };
}

/**
 * Begins to look at what a portal has; the list comes in the background. Needs `city.manage`. Throws `invalid` (fields `question`, `portal`).
 * @param wish question: a ЄДРПОУ, a name, an address; portal: where, when the question is no address; empty: data.gov.ua
 */
export async function beginImport(
  ctx: Context,
  wish: { readonly question: string; readonly portal: string },
): Promise<Import> {
  await permit(ctx, 'city.manage', null);
  if (wish.portal.trim() !== '' && portalOf(wish.portal) === null) throw badPortal();
  const asked = wish.question.length > 500 ? null : questionOf(wish.question, wish.portal);
  if (!asked) throw badQuestion();
  const now = ctx.clock.now();
  const begun: Import = {
    id: newId(now.getTime()),
    portal: asked.portal,
    question: wish.question.trim(),
    wanted: asked.wanted,
    organizations: [],
    state: 'looking',
    looked: 0,
    expected: null,
    look: 1,
    mend: true,
    trouble: null,
    askedBy: askerOf(ctx),
    startedAt: now,
    changedAt: now,
    lookedAt: null,
  };
  await transaction(ctx, async (tx) => {
    await insertImport(tx.db, begun);
    await record(tx, { deed: 'exchange.looked', subject: subjectOf(begun), after: { portal: begun.portal } });
    await tx.emit(tx.db, { name: 'look-asked', importId: begun.id });
  });
  return begun;
}

/** The import for changing, locked, after asking the right. On the context's transaction. Throws `not-found`, `forbidden`. */
export async function openImportForChange(tx: Context, id: string): Promise<Import> {
  await permit(tx, 'city.manage', null);
  const found = isId(id) ? await selectImport(tx.db, id, true) : null;
  if (!found) throw noImport();
  return found;
}

/** Says which of the organizations that answer to the question is meant; the list is then read. Throws `conflict`, `not-found`. */
export function chooseOrganization(ctx: Context, id: string, organizationId: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const found = await openImportForChange(tx, id);
    const chosen = found.organizations.find((one) => one.id === organizationId);
    if (found.state !== 'which' || !chosen) throw wrongState();
    await changeImport(tx.db, id, { state: 'looking', organizations: [chosen] }, tx.clock.now());
    await tx.emit(tx.db, { name: 'look-asked', importId: id });
  });
}

/** Looks at the portal again: what is new there, what has changed, what is gone. Nothing of ours changes. Throws `conflict`, `not-found`. */
export function lookAgain(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const found = await openImportForChange(tx, id);
    if (!['found', 'done', 'failed'].includes(found.state)) throw wrongState();
    const again = { state: 'looking', look: found.look + 1, looked: 0, expected: null, trouble: null } as const;
    await changeImport(tx.db, id, { ...again, askedBy: askerOf(tx) }, tx.clock.now());
    await record(tx, { deed: 'exchange.looked', subject: subjectOf(found) });
    await tx.emit(tx.db, { name: 'look-asked', importId: id });
  });
}
