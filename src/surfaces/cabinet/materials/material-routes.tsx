import { Hono } from 'hono';
import { findPerson, may, permit } from '../../../capabilities/accounts/index.ts';
import {
  acknowledgeMaterial,
  guidance,
  type Material,
  type MaterialKind,
  type MaterialStep,
  type MaterialWish,
  openMaterial,
  saveMaterial,
  useMaterial,
} from '../../../capabilities/people/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { materialsTexts } from '../../../locales/materials.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  goTo,
  type PageContext,
  type Posted,
  type PostedLists,
  readLists,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { type MaterialForm, MaterialFormPage } from './material-form.tsx';
import { HOME, MaterialPage, MaterialsPage } from './material-pages.tsx';

/** Bytes: 40,000 Cyrillic letters as a form sends them. */
const FORM_LIMIT = 512 * 1024;
/** Readers whose names are shown. */
const MOST_READERS = 100;

/** `/cabinet/city/materials`. */
export function materialRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const lines = await guidance(visit.ctx);
    return show(c, <MaterialsPage visit={visit} lines={lines} mayKeep={await may(visit.ctx, 'city.manage', null)} />);
  });
  routes.get(`${HOME}/new`, signedInOnly, newMaterial);
  routes.post(HOME, signedInOnly, (c) => save(c, null));
  routes.get(`${HOME}/:id`, signedInOnly, (c) => showMaterial(c, c.req.param('id')));
  routes.get(`${HOME}/:id/change`, signedInOnly, async (c) => {
    const { material } = await openMaterial(c.get('visit').ctx, c.req.param('id'));
    return showForm(c, material.id, formOf(material));
  });
  routes.post(`${HOME}/:id`, signedInOnly, (c) => save(c, c.req.param('id')));
  routes.post(`${HOME}/:id/read`, signedInOnly, smallForms, async (c) => {
    await acknowledgeMaterial(c.get('visit').ctx, c.req.param('id'));
    return goTo(c, `${HOME}/${c.req.param('id')}?done=read`);
  });
  routes.post(`${HOME}/:id/use`, signedInOnly, smallForms, async (c) => {
    const { values } = await readLists(c);
    await useMaterial(c.get('visit').ctx, c.req.param('id'), values.use === 'yes');
    return goTo(c, `${HOME}/${c.req.param('id')}`);
  });
  return routes;
}

async function showMaterial(c: PageContext, id: string): Promise<Response> {
  const visit = c.get('visit');
  const opened = await openMaterial(visit.ctx, id);
  const mayKeep = await may(visit.ctx, 'city.manage', null);
  const names = new Map<string, string>();
  if (mayKeep) {
    for (const { personId } of opened.readings.slice(0, MOST_READERS)) {
      if (!names.has(personId)) names.set(personId, (await findPerson(visit.ctx, personId))?.name ?? '');
    }
  }
  const view = { ...opened, mayKeep, names, done: visit.query.get('done') };
  return show(c, <MaterialPage visit={visit} view={view} />);
}

/** A new one, or an adaptation of another begun with its facts. */
async function newMaterial(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const adapts = visit.query.get('adapts');
  const empty = { values: { language: 'uk', kind: 'method', shown: 'yes' }, lists: {}, error: null };
  if (!adapts) return await showForm(c, null, empty);
  const { material } = await openMaterial(visit.ctx, adapts);
  const begun = formOf(material);
  const values = {
    ...begun.values,
    title: materialsTexts[visit.language].adaptation(material.title).slice(0, 300),
    source: visit.profile?.name ?? '',
    edition: '',
    address: '',
    adaptsId: material.id,
  };
  return await showForm(c, null, { ...begun, values });
}

async function save(c: PageContext, id: string | null): Promise<Response> {
  c.req.raw = await limitBody(c.req.raw, FORM_LIMIT, tooLarge);
  const { values, lists } = await readLists(c);
  const saved = await attempt(saveMaterial(c.get('visit').ctx, id, wishOf(values, lists)));
  if (saved.done) return goTo(c, `${HOME}/${saved.value.id}?done=saved`);
  return await showForm(c, id, { values, lists, error: saved.error });
}

async function showForm(c: PageContext, id: string | null, form: MaterialForm): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'city.manage', null);
  const texts = materialsTexts[visit.language];
  const originals = (await guidance(visit.ctx)).filter((one) => one.adaptsId === null && one.id !== id);
  const title = id === null ? texts.add : texts.changeTitle(form.values.title ?? '');
  const action = id === null ? HOME : `${HOME}/${id}`;
  return show(c, <MaterialFormPage {...{ visit, title, action, originals, form }} />, form.error);
}

function formOf(material: Material): MaterialForm {
  const { title, source, edition, kind, address, body, adaptsId, language, shown, steps } = material;
  const texts = { title, source, edition, kind, address, body, language };
  return {
    values: { ...texts, adaptsId: adaptsId ?? '', shown: shown ? 'yes' : '' },
    lists: { steps },
    error: null,
  };
}

function wishOf(values: Posted, lists: PostedLists): MaterialWish {
  const text = (name: string) => values[name] ?? '';
  return {
    title: text('title'),
    source: text('source'),
    edition: text('edition'),
    kind: text('kind') as MaterialKind,
    steps: (lists.steps ?? []) as readonly MaterialStep[],
    address: text('address'),
    body: text('body'),
    adaptsId: values.adaptsId ? values.adaptsId : null,
    language: values.language === 'en' ? 'en' : 'uk',
    shown: values.shown === 'yes',
  };
}

function tooLarge(): RequestError {
  return new RequestError('too-large', 'material-too-large', {
    uk: 'Текст завеликий: вміщується 40 000 знаків. Лишіть витяг і додайте адресу повного тексту.',
    en: 'The text is too large: 40,000 characters fit. Leave an extract and give the address of the whole.',
  });
}
