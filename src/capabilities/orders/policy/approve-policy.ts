import type { Day } from '../../../kernel/dates.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import type { OrderEffectKind } from '../effects/effect.ts';
import { noSuchPolicy, wrongState } from '../refusals.ts';
import { POLICY_EFFECT, type PolicyVersion } from './policy.ts';
import { selectPolicies, updatePolicy, updateVersion } from './policy-store.ts';
import { loadVersion } from './read-policy.ts';
import { recordVersion } from './write-policy.ts';

/** A year later, the last day of February for the 29th. */
function yearLater(day: Day): Day {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace('-29', '-28') : next;
}

/** What stood before an approval: the version it took the place of and the day of review. */
interface Before {
  readonly endedId: string | null;
  readonly reviewOn: Day | null;
}

const isBefore = (kept: unknown): kept is Before =>
  typeof kept === 'object' && kept !== null && 'endedId' in kept && 'reviewOn' in kept;

/** An order approves a version of the policy: it is in force, the one before it ends, the next review is a year later. */
export const policyEffect: OrderEffectKind = {
  kind: POLICY_EFFECT,
  title: { uk: 'Затвердження Положення', en: 'Approval of the policy' },
  async describe(ctx, { subjectIds }) {
    const all = await selectPolicies(ctx.db);
    const found = all.find(({ versions }) => versions.some(({ id }) => id === subjectIds[0]));
    const version = found?.versions.find(({ id }) => id === subjectIds[0]);
    if (!found || !version) throw noSuchPolicy();
    const { title } = found.policy;
    return {
      title: {
        uk: `Затвердити: ${title}, версія ${version.number}`,
        en: `Approve: ${title}, version ${version.number}`,
      },
      clause: `Затвердити ${title} згідно з додатком.`,
      annex: { title, heading: ['Пункт', 'Текст'], rows: version.clauses.map(({ number, text }) => [number, text]) },
    };
  },
  makeLawful: (ctx, { subjectIds }, order) =>
    transaction(ctx, async (inner) => {
      await permit(inner, 'city.manage', null);
      const version = await loadVersion(inner, subjectIds[0] ?? '', true);
      if (version.state === 'draft') throw notReady();
      const found = (await selectPolicies(inner.db)).find(({ policy }) => policy.id === version.policyId);
      const day = order.date ?? version.madeAt.toISOString().slice(0, 10);
      const old = found?.versions.find(({ state }) => state === 'approved');
      if (old) await updateVersion(inner.db, { ...old, state: 'ended', endedOn: day });
      await updateVersion(inner.db, { ...version, state: 'approved', approvedOn: day });
      if (found) await updatePolicy(inner.db, { ...found.policy, reviewOn: yearLater(day) });
      await recordVersion(inner, 'policy.approved', { ...version, state: 'approved' });
      return { endedId: old?.id ?? null, reviewOn: found?.policy.reviewOn ?? null } satisfies Before;
    }),
  takeBack: (ctx, { subjectIds, kept }) =>
    transaction(ctx, async (inner) => {
      await permit(inner, 'city.manage', null);
      const version = await loadVersion(inner, subjectIds[0] ?? '', true);
      await updateVersion(inner.db, { ...version, state: 'ready', approvedOn: null });
      await recordVersion(inner, 'policy.approval-taken-back', { ...version, state: 'ready' });
      if (!isBefore(kept)) return;
      const found = (await selectPolicies(inner.db)).find(({ policy }) => policy.id === version.policyId);
      if (found) await updatePolicy(inner.db, { ...found.policy, reviewOn: kept.reviewOn });
      const old = found?.versions.find(({ id }) => id === kept.endedId);
      if (old) await updateVersion(inner.db, { ...old, state: 'approved', endedOn: null });
    }),
  endForce: (ctx, { subjectIds }, day) =>
    transaction(ctx, async (inner) => {
      await permit(inner, 'city.manage', null);
      const version = await loadVersion(inner, subjectIds[0] ?? '', true);
      if (version.state !== 'approved') return [];
      await updateVersion(inner.db, { ...version, state: 'ended', endedOn: day });
      await recordVersion(inner, 'policy.ended', { ...version, state: 'ended' });
      return [`${await titleOf(inner, version)}: чинної версії немає`];
    }),
  async waiting(ctx) {
    await permit(ctx, 'city.manage', null);
    return (await selectPolicies(ctx.db)).flatMap(({ policy, versions }) =>
      versions
        .filter(({ state }) => state === 'ready')
        .map(({ id, number }) => ({ subjectId: id, title: `${policy.title}, версія ${number}`, due: null, named: '' })),
    );
  },
};

async function titleOf(ctx: Context, { policyId }: PolicyVersion): Promise<string> {
  return (await selectPolicies(ctx.db)).find(({ policy }) => policy.id === policyId)?.policy.title ?? '';
}

const notReady = () =>
  wrongState({
    uk: 'Версію Положення повернули до чернетки, її текст могли змінити. Позначте її готовою до затвердження й перевірте проєкт документа.',
    en: 'The version of the policy went back to a draft, its text may have changed. Mark it ready to be approved and check the draft of the document.',
  });
