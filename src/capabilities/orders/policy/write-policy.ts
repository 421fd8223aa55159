import { dayOf, isDay } from '../../../kernel/dates.ts';
import { refuseFaults } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { selectGrounds } from '../effects/effect-store.ts';
import { noSuchPolicy, wrongState } from '../refusals.ts';
import { POLICY_EFFECT, type Policy, type PolicyClause, type PolicyTerm, type PolicyVersion } from './policy.ts';
import { fillClause, numbered } from './policy-rules.ts';
import {
  deleteVersion,
  insertPolicy,
  insertVersion,
  selectPolicies,
  updatePolicy,
  updateVersion,
} from './policy-store.ts';
import template from './policy-template.json' with { type: 'json' };
import { loadVersion } from './read-policy.ts';

/** What the template asks: names as they stand in a sentence. */
export interface PolicyVariables {
  /** «Вербівська територіальна громада». */
  readonly community: string;
  /** Who coordinates: «відділ цифрового розвитку». */
  readonly coordinator: string;
  /** Address of the portal. */
  readonly portal: string;
}

interface TemplateClause {
  readonly text: string;
  readonly terms?: readonly string[];
}

/** Starts the regulation from the template, its terms filled from the settings, so that both agree. Needs `city.manage`. */
export function createPolicy(
  ctx: Context,
  variables: PolicyVariables,
  terms: readonly PolicyTerm[],
): Promise<PolicyVersion> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const days = new Map(await Promise.all(terms.map(async (term) => [term.code, await term.days(inner)] as const)));
    const named = {
      громада: variables.community.trim(),
      координатор: variables.coordinator.trim(),
      портал: variables.portal.trim(),
    };
    const now = inner.clock.now();
    const policy: Policy = { id: newId(now.getTime()), title: template.title, reviewOn: null };
    const clauses = template.sections.flatMap(({ title, clauses: inside }) => [
      clauseOf(title, true),
      ...inside.map((clause: TemplateClause) =>
        clauseOf(fillClause(clause.text, named, days), false, clause.terms ?? []),
      ),
    ]);
    const version = draftOf(policy.id, 1, numbered(clauses), now);
    await insertPolicy(inner.db, policy, now);
    await insertVersion(inner.db, version);
    await record(inner, { deed: 'policy.created', subject: subjectOf(policy) });
    return version;
  });
}

function clauseOf(text: string, heading: boolean, terms: readonly string[] = []): PolicyClause {
  return { id: newId(), number: '', text, heading, terms };
}

function draftOf(policyId: string, number: number, clauses: readonly PolicyClause[], madeAt: Date): PolicyVersion {
  return {
    id: newId(madeAt.getTime()),
    policyId,
    number,
    state: 'draft',
    clauses,
    madeAt,
    approvedOn: null,
    endedOn: null,
  };
}

/** Begins the next version with the text of the newest one. Needs `city.manage`. Throws `not-found`, `conflict` (a draft is there). */
export function nextVersion(ctx: Context, policyId: string): Promise<PolicyVersion> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const found = (await selectPolicies(inner.db)).find(({ policy }) => policy.id === policyId);
    const newest = found?.versions[0];
    if (!found || !newest) throw noSuchPolicy();
    if (newest.state === 'draft' || newest.state === 'ready') {
      throw wrongState({
        uk: 'Чернетка наступної версії вже є. Відкрийте її.',
        en: 'There is a draft of the next version already. Open it.',
      });
    }
    const version = draftOf(policyId, newest.number + 1, newest.clauses, inner.clock.now());
    await insertVersion(inner.db, version);
    await record(inner, {
      deed: 'policy.version-begun',
      subject: subjectOf(found.policy),
      note: String(version.number),
    });
    return version;
  });
}

/** A change of a draft: a clause rewritten, put after another, or taken out. */
export type ClauseChange =
  | { readonly kind: 'rewrite'; readonly clauseId: string; readonly text: string }
  | { readonly kind: 'insert'; readonly afterId: string; readonly text: string }
  | { readonly kind: 'remove'; readonly clauseId: string };

/** Changes one clause of a draft; numbers follow by themselves. Needs `city.manage`. Throws `conflict` for a text in force. */
export function changeClause(ctx: Context, versionId: string, change: ClauseChange): Promise<PolicyVersion> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await loadVersion(inner, versionId, true);
    if (before.state !== 'draft') throw notDraft();
    if (change.kind !== 'remove' && (change.text.trim() === '' || change.text.length > 10_000)) {
      const text = {
        uk: 'Напишіть текст пункту (до 10 000 знаків).',
        en: 'Write the text of the clause (up to 10,000 characters).',
      };
      refuseFaults([{ field: 'text', text }]);
    }
    const version = { ...before, clauses: numbered(changed(before.clauses, change)) };
    await updateVersion(inner.db, version);
    await recordVersion(inner, 'policy.changed', version);
    return version;
  });
}

function changed(clauses: readonly PolicyClause[], change: ClauseChange): PolicyClause[] {
  return clauses.flatMap((clause) => {
    if (change.kind === 'insert')
      return clause.id === change.afterId ? [clause, clauseOf(change.text.trim(), false)] : [clause];
    if (clause.id !== change.clauseId) return [clause];
    return change.kind === 'rewrite' ? [{ ...clause, text: change.text.trim() }] : [];
  });
}

/** Draft ↔ to be approved: an order may take it then. Needs `city.manage`. Throws `conflict` for a text that is or was in force. */
export function setVersionReady(ctx: Context, versionId: string, ready: boolean): Promise<PolicyVersion> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = await loadVersion(inner, versionId, true);
    if (before.state !== 'draft' && before.state !== 'ready') throw notDraft();
    const version: PolicyVersion = { ...before, state: ready ? 'ready' : 'draft' };
    await updateVersion(inner.db, version);
    await recordVersion(inner, ready ? 'policy.ready' : 'policy.back-to-draft', version);
    return version;
  });
}

/** Removes a draft. Needs `city.manage`. Throws `conflict` for a text that was ready, in force, or stands on a document. */
export function removeVersion(ctx: Context, versionId: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const version = await loadVersion(inner, versionId, true);
    if (version.state !== 'draft') throw notDraft();
    const grounds = await selectGrounds(inner.db, { kind: POLICY_EFFECT, subjectIds: [versionId] });
    if (grounds.get(POLICY_EFFECT)?.has(versionId)) throw onAnOrder();
    await recordVersion(inner, 'policy.draft-removed', version);
    await deleteVersion(inner.db, versionId);
  });
}

/** Sets the day the text is to be looked over again. Needs `city.manage`. */
export function setReviewDay(ctx: Context, policyId: string, day: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const found = (await selectPolicies(inner.db)).find(({ policy }) => policy.id === policyId);
    if (!found) throw noSuchPolicy();
    if (!isDay(day) || day < dayOf(inner.clock.now())) {
      const text = { uk: 'Вкажіть день, який ще не минув.', en: 'Give a day that has not passed.' };
      refuseFaults([{ field: 'reviewOn', text }]);
    }
    await updatePolicy(inner.db, { ...found.policy, reviewOn: day });
    const change = { before: { reviewOn: found.policy.reviewOn }, after: { reviewOn: day } };
    await record(inner, { deed: 'policy.review-set', subject: subjectOf(found.policy), ...change });
  });
}

const subjectOf = ({ id, title }: Policy) => ({ kind: 'policy', id, name: title });

/** A line of the history under the version's policy. */
export async function recordVersion(
  ctx: Context,
  deed: string,
  { policyId, number, state }: PolicyVersion,
): Promise<void> {
  await record(ctx, {
    deed,
    subject: { kind: 'policy', id: policyId, name: template.title },
    after: { version: number, state },
  });
}

const notDraft = () =>
  wrongState({
    uk: 'Цю версію вже не змінюють. Почніть наступну: вона візьме її текст.',
    en: 'This version is not changed any more. Begin the next one: it takes its text.',
  });

const onAnOrder = () =>
  wrongState({
    uk: 'Ця версія стоїть у документі, який її затверджує. Спершу приберіть її звідти.',
    en: 'This version stands on the document that approves it. Take it off there first.',
  });
