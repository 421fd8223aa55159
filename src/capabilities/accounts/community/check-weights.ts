import { RequestError } from '../../../kernel/errors.ts';
import type { Severity } from '../../../kernel/finding.ts';
import { type Context, once, transaction } from '../../../platform/context.ts';
import { CHECK_CATALOGUE, type ChosenSeverities } from '../../../tabular/index.ts';
import { record } from '../../history/index.ts';
import { permit } from '../rights/permit.ts';
import { selectSetting, writeSetting } from './setting-store.ts';

const KEY = 'checks.weights';
const LIMITS = new Map(CHECK_CATALOGUE.map((check) => [check.code, check]));

/** What the community made of some checks; a choice that the policy no longer allows counts for nothing. One statement. */
export function checkWeights(ctx: Context): Promise<ChosenSeverities> {
  return once(ctx, 'accounts.check-weights', async () => {
    const written = await selectSetting(ctx.db, KEY);
    return written === null ? {} : allowed(JSON.parse(written) as Record<string, Severity>);
  });
}

/**
 * Weighs checks anew for files looked at from now on; what is published stays. Codes that are not named, or stand at their policy's own weight,
 * weigh what the policy says. Needs `settings.change`. Throws `invalid` (code `weight-not-allowed`) for a weight outside the policy's limits.
 */
export function changeCheckWeights(ctx: Context, wanted: ChosenSeverities): Promise<ChosenSeverities> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'settings.change', null);
    const after = allowed(wanted);
    for (const [code, severity] of Object.entries(wanted))
      if (after[code] !== severity && LIMITS.get(code)?.severity !== severity) throw notAllowed(code);
    const before = await checkWeights(tx);
    if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))) return after;
    await writeSetting(tx.db, KEY, JSON.stringify(after));
    await record(tx, {
      deed: 'checks.weighed',
      subject: { kind: 'community', id: tx.community.id, name: 'checks' },
      before,
      after,
    });
    return after;
  });
}

function allowed(wanted: ChosenSeverities): ChosenSeverities {
  return Object.fromEntries(
    Object.entries(wanted).filter(([code, severity]) => LIMITS.get(code)?.may?.includes(severity) === true),
  );
}

const sorted = (weights: ChosenSeverities) => Object.entries(weights).toSorted(([a], [b]) => (a < b ? -1 : 1));

function notAllowed(code: string): RequestError {
  const check = LIMITS.get(code);
  if (!check)
    return new RequestError('invalid', 'weight-not-allowed', {
      uk: `Перевірки «${code}» немає. Оновіть сторінку й виберіть ще раз.`,
      en: `There is no check “${code}”. Load the page again and choose once more.`,
    });
  return new RequestError('invalid', 'weight-not-allowed', {
    uk: `Вагу перевірки «${check.title.uk}» так змінити не можна: ${check.clause.uk}.`,
    en: `The check “${check.title.en}” cannot weigh that: ${check.clause.en}.`,
  });
}
