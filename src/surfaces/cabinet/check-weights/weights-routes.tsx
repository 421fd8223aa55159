import { Hono } from 'hono';
import { changeCheckWeights, checkWeights, permit } from '../../../capabilities/accounts/index.ts';
import { isRequestError, RequestError } from '../../../kernel/errors.ts';
import type { Severity } from '../../../kernel/finding.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { goTo, readForm, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { CHECK_WEIGHTS, WEIGHED_CHECKS, WeightsPage } from './weights-page.tsx';

/** The page of weights: shown, saved, and given back to what the policy says. */
export function checkWeightRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(CHECK_WEIGHTS, signedInOnly, async (c) => {
    const visit = c.get('visit');
    await permit(visit.ctx, 'settings.change');
    return show(c, <WeightsPage visit={visit} weights={await checkWeights(visit.ctx)} error={null} />);
  });
  routes.post(CHECK_WEIGHTS, signedInOnly, smallForms, async (c) => {
    const visit = c.get('visit');
    const form = await readForm(c);
    const before = await checkWeights(visit.ctx);
    try {
      await changeCheckWeights(visit.ctx, form.reset === '1' ? {} : weightsOf(form, before));
    } catch (error) {
      if (!isRequestError(error) || error.kind !== 'invalid') throw error;
      return show(c, <WeightsPage visit={visit} weights={before} error={error} />, error);
    }
    return goTo(c, `${CHECK_WEIGHTS}?done=saved`);
  });
  return routes;
}

/** What the form says of each check; what it does not name stays as it is. */
function weightsOf(form: Readonly<Record<string, string>>, before: Readonly<Record<string, Severity>>) {
  const named = WEIGHED_CHECKS.flatMap(({ code }) => {
    const weight = form[`weight.${code}`] ?? before[code];
    return weight === undefined ? [] : [[code, severity(weight)] as const];
  });
  return Object.fromEntries(named);
}

function severity(written: string): Severity {
  if (written === 'error' || written === 'warning' || written === 'advice') return written;
  throw new RequestError('invalid', 'no-such-weight', {
    uk: 'Такої ваги перевірки немає. Оновіть сторінку й виберіть ще раз.',
    en: 'A check cannot weigh that. Load the page again and choose once more.',
  });
}
