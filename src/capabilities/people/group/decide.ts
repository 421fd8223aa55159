import { personId } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/dates.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import { findPerson, permit } from '../../accounts/index.ts';
import { planDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { notify, settleNotices } from '../../notices/index.ts';
import { decisionClosed, noSuchThing, refuseFaults } from '../refusals.ts';
import { dayFaults, lineFaults, tidy } from '../typed.ts';
import type { Decision, DecisionWish, ListedDecision } from './group.ts';
import { lockSitting } from './keep-sittings.ts';
import { decisionsQuestion, putDecision, selectDecisions } from './sitting-store.ts';

const LINK = '/cabinet/city/group';

/** Notes what a session decided; with somebody of the cabinet it is their task, and they are told. Throws `forbidden`, `invalid` (text, dueOn). */
export function addDecision(ctx: Context, sittingId: string, typed: DecisionWish): Promise<Decision> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const sitting = await lockSitting(inner, sittingId);
    const text = tidy(typed.text);
    refuseFaults([...lineFaults('text', text, 1000), ...(typed.dueOn === null ? [] : dayFaults('dueOn', typed.dueOn))]);
    const person = typed.responsibleId === null ? null : await findPerson(inner, typed.responsibleId);
    const now = inner.clock.now();
    const decision: Decision = {
      id: newId(now.getTime()),
      sittingId,
      position: (await selectDecisions(inner.db, { sittingId })).length + 1,
      text,
      responsibleId: person?.id ?? null,
      responsibleName: person?.name ?? tidy(typed.responsibleName).slice(0, 300),
      dueOn: typed.dueOn,
      state: 'open',
      datasetId: null,
      closedAt: null,
      closedNote: '',
    };
    await putDecision(inner.db, decision, now);
    const { responsibleName: responsible, dueOn } = decision;
    const after = { session: sitting.number, responsible, dueOn };
    await record(inner, { deed: 'decision.made', subject: subjectOf(decision), after });
    if (person) {
      const facts = dueOn === null ? {} : { dueOn };
      const subject = subjectOf(decision);
      await notify(inner, { to: { people: [person.id] }, kind: 'group.decision', subject, link: LINK, facts });
    }
    return decision;
  });
}

/** Says that a decision was carried out, or that it no longer stands: by whoever is to do it, or who looks after the city. Throws `forbidden`, `conflict`. */
export function closeDecision(
  ctx: Context,
  id: string,
  how: { readonly state: 'done' | 'dropped'; readonly note: string },
): Promise<void> {
  return transaction(ctx, async (inner) => {
    const decision = await findDecision(inner, id);
    const own = decision.responsibleId !== null && decision.responsibleId === personId(inner.actor);
    await permit(inner, own ? 'dataset.view-internal' : 'city.manage', own ? undefined : null);
    if (how.state === 'dropped') refuseFaults(lineFaults('note', tidy(how.note), 1000));
    await close(inner, decision, { ...how, datasetId: null });
  });
}

/**
 * The decision becomes a planned dataset, promised to the public by its term, in one transaction: with that it is carried out, and the promise
 * stands in its place. Throws `forbidden`, `conflict`, `invalid` (what `planDataset` asks).
 */
export function planByDecision(
  ctx: Context,
  id: string,
  plan: { readonly unitId: string; readonly title: string; readonly dueOn: Day },
): Promise<string> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const decision = await findDecision(inner, id);
    const description = decision.text;
    const dataset = await planDataset(inner, { ...plan, title: tidy(plan.title), description, themes: [] });
    await close(inner, decision, { state: 'done', note: '', datasetId: dataset.id });
    const after = { dataset: dataset.passport.title, dueOn: plan.dueOn };
    await record(inner, { deed: 'decision.became-dataset', subject: subjectOf(decision), after });
    return dataset.id;
  });
}

/** Open decisions a person is to carry out, by term; for the desk, asked with other questions. */
export function ownDecisionsQuestion(responsibleId: string): Question<ListedDecision[]> {
  return decisionsQuestion({ responsibleId, open: true });
}

/** An open decision, its session nobody else's to change until the transaction ends: of two clicks the second finds it closed. */
async function findDecision(ctx: Context, id: string): Promise<ListedDecision> {
  const [known] = isId(id) ? await selectDecisions(ctx.db, { id }) : [];
  if (!known) throw noSuchThing();
  await lockSitting(ctx, known.sittingId);
  const [decision] = await selectDecisions(ctx.db, { id });
  if (decision?.state !== 'open') throw decisionClosed();
  return decision;
}

async function close(
  ctx: Context,
  decision: Decision,
  how: { readonly state: 'done' | 'dropped'; readonly note: string; readonly datasetId: string | null },
): Promise<void> {
  const now = ctx.clock.now();
  const { state, datasetId } = how;
  const closedNote = tidy(how.note).slice(0, 1000);
  await putDecision(ctx.db, { ...decision, state, datasetId, closedAt: now, closedNote }, now);
  await record(ctx, { deed: 'decision.closed', subject: subjectOf(decision), after: { state }, note: closedNote });
  await settleNotices(ctx, decision.id, ['group.decision', 'group.decision-due']);
}

const subjectOf = ({ id, text }: Pick<Decision, 'id' | 'text'>) => ({
  kind: 'decision',
  id,
  name: text.length > 120 ? `${text.slice(0, 117)}…` : text,
});
