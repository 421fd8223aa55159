import { Hono } from 'hono';
import {
  addCityWords,
  changeCityWords,
  forgetMissed,
  listCityWords,
  listMissed,
  removeCityWords,
} from '../../../capabilities/catalog/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { SearchWordsGroupPage, SearchWordsPage } from './search-words-page.tsx';

const HOME = '/cabinet/search-words';

/** `/cabinet/search-words`: the city's groups of words, each with a page of its own, and questions without an answer. */
export function searchWordsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showAll(c, EMPTY_FORM));
  routes.post(HOME, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const added = await attempt(addCityWords(c.get('visit').ctx, wordsOf(values)));
    if (!added.done) return await showAll(c, { values, error: added.error });
    return goTo(c, `${HOME}?done=added`);
  });
  routes.post(`${HOME}/forget`, signedInOnly, smallForms, async (c) => {
    const { question = '' } = await readForm(c);
    await forgetMissed(c.get('visit').ctx, question);
    return goTo(c, `${HOME}?done=forgotten`);
  });
  routes.get(`${HOME}/:id`, signedInOnly, (c) => showGroup(c, c.req.param('id'), EMPTY_FORM));
  routes.post(`${HOME}/:id`, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const changed = await attempt(changeCityWords(c.get('visit').ctx, c.req.param('id'), wordsOf(values)));
    if (!changed.done) return await showGroup(c, c.req.param('id'), { values, error: changed.error });
    return goTo(c, `${HOME}?done=saved`);
  });
  routes.post(`${HOME}/:id/remove`, signedInOnly, smallForms, async (c) => {
    await removeCityWords(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `${HOME}?done=removed`);
  });
  return routes;
}

const wordsOf = ({ everyday = '', official = '' }: Posted) => ({ everyday, official });

async function showAll(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const [groups, missed] = await Promise.all([listCityWords(visit.ctx), listMissed(visit.ctx)]);
  return show(c, <SearchWordsPage visit={visit} view={{ groups, missed, form }} />, form.error);
}

async function showGroup(c: PageContext, id: string, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const group = (await listCityWords(visit.ctx)).find((one) => one.id === id);
  if (!group) {
    throw new RequestError('not-found', 'no-such-search-words', {
      uk: 'Таких слів пошуку вже немає. Можливо, їх вилучив хтось інший.',
      en: 'These search words are no longer there. Somebody else may have removed them.',
    });
  }
  return show(c, <SearchWordsGroupPage visit={visit} group={group} form={form} />, form.error);
}
