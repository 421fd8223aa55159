import { Hono } from 'hono';
import {
  countSessionsOf,
  endSessionsOf,
  type FactorsView,
  factorsOf,
  findPerson,
  type Person,
  permit,
  resetFactors,
} from '../../../capabilities/accounts/index.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { Button, CabinetPage, href, KeyValues, Notice, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { goTo, type PageContext, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';

/** `/cabinet/people/…/sign-in`: somebody's second step and sessions, for those who manage people. */
export function personSignInRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  const page = '/cabinet/people/:id/sign-in';
  routes.get(page, signedInOnly, showPerson);
  routes.post(`${page}/reset`, signedInOnly, smallForms, async (c) => {
    const { id } = await resetFactors(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `/cabinet/people/${id}/sign-in?done=reset`);
  });
  routes.post(`${page}/end`, signedInOnly, smallForms, async (c) => {
    await endSessionsOf(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `/cabinet/people/${c.req.param('id')}/sign-in?done=ended`);
  });
  return routes;
}

async function showPerson(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const id = c.req.param('id') ?? '';
  await permit(visit.ctx, 'people.manage', null);
  const sessions = await countSessionsOf(visit.ctx, id);
  const person = await findPerson(visit.ctx, id);
  if (person === null) return goTo(c, '/cabinet/people');
  const factors = await factorsOf(visit.ctx, id);
  return show(c, <PersonSignInPage visit={visit} person={person} factors={factors} sessions={sessions} />);
}

function PersonSignInPage(props: { visit: Visit; person: Person; factors: FactorsView; sessions: number }) {
  const { visit, person, factors, sessions } = props;
  const { person: texts } = signingInTexts[visit.language];
  const own = `/cabinet/people/${person.id}`;
  const happened = { reset: texts.resetDone, ended: texts.endDone }[visit.query.get('done') ?? ''];
  return (
    <CabinetPage visit={visit} title={texts.title(person.name)}>
      <div class="stack-l narrow">
        <h1>{texts.title(person.name)}</h1>
        {happened !== undefined && <Notice kind="good" title={happened} language={visit.language} live />}
        <KeyValues
          items={[
            [texts.codes, factors.totp ? texts.on : texts.off],
            [texts.passkeys, factors.passkeys > 0 ? String(factors.passkeys) : texts.off],
            [texts.sessions, String(sessions)],
          ]}
        />
        {(factors.totp || factors.passkeys > 0) && (
          <form class="stack" method="post" action={href(visit, `${own}/sign-in/reset`)}>
            <p>{texts.resetLead}</p>
            <Button kind="danger">{texts.reset}</Button>
          </form>
        )}
        {sessions > 0 && (
          <form method="post" action={href(visit, `${own}/sign-in/end`)}>
            <Button kind="secondary">{texts.end}</Button>
          </form>
        )}
        <p>
          <a href={href(visit, own)}>{texts.back}</a>
        </p>
      </div>
    </CabinetPage>
  );
}
