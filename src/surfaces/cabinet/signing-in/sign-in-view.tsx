import { openProviders } from '../../../capabilities/accounts/index.ts';
import { type FormState, type PageContext, show } from '../accounts/posted-form.ts';
import { SignInPage } from '../accounts/sign-in-page.tsx';

/** The sign-in page with all ways in; after a refusal with its reason. @param done what has just happened elsewhere */
export async function showSignIn(
  c: PageContext,
  form: FormState,
  next: string,
  done: string | null = null,
): Promise<Response> {
  const visit = c.get('visit');
  const services = await openProviders(visit.ctx);
  return show(c, <SignInPage visit={visit} form={form} next={next} done={done} services={services} />, form.error);
}
