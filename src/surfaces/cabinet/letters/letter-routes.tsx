import { Hono } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import {
  acknowledgeLetter,
  addresseesOf,
  type LetterGroup,
  listLetters,
  openLetter,
  sendLetter,
} from '../../../capabilities/people/index.ts';
import { personsTexts } from '../../../locales/persons.ts';
import type { SurfaceEnv, Visit } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { CodesPage, HOME, LetterPage, LettersPage } from './letter-pages.tsx';

/** `/cabinet/city/letters`. */
export function letterRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showLetters(c, EMPTY_FORM));
  routes.post(HOME, signedInOnly, smallForms, send);
  routes.get(`${HOME}/:id`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    return show(c, <LetterPage visit={visit} view={await openLetter(visit.ctx, c.req.param('id'))} />);
  });
  routes.post(`${HOME}/:id/read`, signedInOnly, smallForms, async (c) => {
    await acknowledgeLetter(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `${HOME}/${c.req.param('id')}`);
  });
  return routes;
}

function groupOf(typed: string): LetterGroup {
  if (typed.startsWith('unit:')) return { kind: 'unit', unitId: typed.slice(5) };
  return { kind: typed === 'untrained' || typed === 'group' ? typed : 'responsible' };
}

async function audienceOf({ ctx, language }: Visit, group: LetterGroup): Promise<string> {
  if (group.kind !== 'unit') return personsTexts[language].letter.groups[group.kind];
  return (await listUnits(ctx)).find(({ id }) => id === group.unitId)?.name ?? '';
}

async function send(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const values = await readForm(c);
  const group = groupOf(values.to ?? '');
  const { subject = '', body = '' } = values;
  const sent = await attempt(
    (async () => {
      const to = await addresseesOf(visit.ctx, group);
      const audience = await audienceOf(visit, group);
      const asks = values.asks === 'yes';
      return await sendLetter(visit.ctx, { kind: 'letter', subject, body, asks, audience, to }, visit.origin);
    })(),
  );
  if (!sent.done) return await showLetters(c, { values, error: sent.error });
  if (sent.value.codes.length > 0) return show(c, <CodesPage visit={visit} sent={sent.value} back={HOME} />);
  return goTo(c, `${HOME}/${sent.value.letter.id}`);
}

async function showLetters(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const letters = await listLetters(visit.ctx);
  const units = await listUnits(visit.ctx);
  return show(c, <LettersPage visit={visit} letters={letters} units={units} form={form} />, form.error);
}
