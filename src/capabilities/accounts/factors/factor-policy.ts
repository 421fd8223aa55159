import { z } from 'zod';
import { faultyField } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import type { Role } from '../appointments/appointment.ts';
import { selectSetting, writeSetting } from '../community/setting-store.ts';
import { ROLES } from '../rights/permission-rules.ts';
import { permit } from '../rights/permit.ts';
import type { Person } from '../units/unit.ts';

/** Of whom the second step is asked. */
export interface FactorPolicy {
  readonly roles: readonly Role[];
  /** Days a person may still work without it. */
  readonly graceDays: number;
  /** When the roles were last widened: days are counted from then. */
  readonly since: Date;
}

const KEY = 'second-factor';
const MOST_DAYS = 90;
const Stored = z.object({ roles: z.array(z.string()), graceDays: z.number(), since: z.coerce.date() });

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** Nobody, until an administrator says so. */
export async function factorPolicy(ctx: Context): Promise<FactorPolicy> {
  const text = await selectSetting(ctx.db, KEY);
  if (text === null) return { roles: [], graceDays: 7, since: ctx.clock.now() };
  const { roles, graceDays, since } = Stored.parse(JSON.parse(text));
  return { roles: roles.filter(isRole), graceDays, since };
}

/** Says of which roles the second step is asked, and how soon. Throws `invalid` with the faulty field `graceDays`. */
export async function changeFactorPolicy(
  ctx: Context,
  change: { roles: readonly string[]; graceDays: number },
): Promise<FactorPolicy> {
  return await transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    const { graceDays } = change;
    if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > MOST_DAYS) throw faultyField('graceDays', DAYS);
    const before = await factorPolicy(inner);
    const roles = ROLES.filter((role) => change.roles.includes(role));
    const isWider = roles.some((role) => !before.roles.includes(role));
    const after = { roles, graceDays, since: isWider ? inner.clock.now() : before.since };
    await writeSetting(inner.db, KEY, JSON.stringify(after));
    await record(inner, {
      deed: 'second-step.policy-changed',
      subject: { kind: 'settings', id: KEY, name: '' },
      before: { roles: before.roles, graceDays: before.graceDays },
      after: { roles, graceDays },
    });
    return after;
  });
}

const DAYS: Text = {
  uk: `Вкажіть, скільки днів дати на налаштування: від 0 до ${MOST_DAYS}.`,
  en: `Give the days for setting it up: from 0 to ${MOST_DAYS}.`,
};

/**
 * When a person has to have the second step; null: it is not asked of them, or they have it.
 * @param hasFactor they have it
 * @param createdAt when the person was added: who comes later has the same days
 */
export function factorDueAt(
  policy: FactorPolicy,
  person: Pick<Person, 'appointments'>,
  { hasFactor, createdAt }: { hasFactor: boolean; createdAt: Date },
): Date | null {
  if (hasFactor || !person.appointments.some(({ role }) => policy.roles.includes(role))) return null;
  const from = Math.max(policy.since.getTime(), createdAt.getTime());
  return new Date(from + policy.graceDays * 86_400_000);
}
