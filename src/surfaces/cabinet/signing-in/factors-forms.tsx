import { factorsOf, linksOf, listPasskeys, openProviders } from '../../../capabilities/accounts/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { attempt, type FormState, type PageContext, type Posted, readForm, show } from '../accounts/posted-form.ts';
import { FactorsPage } from './factors-page.tsx';
import { RecoveryCodesPage } from './totp-page.tsx';

/** The page of one's own second step. */
export async function showFactors(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const personId = visit.person?.id ?? '';
  const [factors, passkeys, services, linked] = await Promise.all([
    factorsOf(visit.ctx, personId),
    listPasskeys(visit.ctx, personId),
    openProviders(visit.ctx),
    linksOf(visit.ctx, personId),
  ]);
  const done = visit.query.get('done');
  return show(
    c,
    <FactorsPage
      visit={visit}
      factors={factors}
      passkeys={passkeys}
      services={services}
      linked={linked}
      form={form}
      done={done}
    />,
    form.error,
  );
}

/** The fault of the password stands at the form that asked it. */
function atForm(error: RequestError, deed: string): RequestError {
  const fields = error.fields.map((fault) =>
    fault.field === 'password' ? { ...fault, field: `password-${deed}` } : fault,
  );
  return new RequestError(error.kind, error.code, error.text, fields);
}

/**
 * Does what the password was asked for; shows the page again where it was not right.
 * @param deed the end of the password field's name
 */
export async function withPassword<T>(
  c: PageContext,
  deed: string,
  doIt: (password: string, values: Posted) => Promise<T>,
  then: (value: T) => Response | Promise<Response>,
): Promise<Response> {
  const values = await readForm(c);
  const done = await attempt(doIt(values[`password-${deed}`] ?? '', values));
  if (done.done) return await then(done.value);
  return await showFactors(c, { values: { name: values.name ?? '' }, error: atForm(done.error, deed) });
}

/** The one time recovery codes are shown. */
export function showCodes(c: PageContext, codes: readonly string[], happened: string | null): Response {
  return show(c, <RecoveryCodesPage visit={c.get('visit')} codes={codes} happened={happened} />);
}
