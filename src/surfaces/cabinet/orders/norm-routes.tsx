import { Hono } from 'hono';
import { may, permit } from '../../../capabilities/accounts/index.ts';
import {
  addNorm,
  changeNorm,
  checkCitations,
  listNorms,
  mendCitations,
  type Norm,
  type NormWish,
  removeNorm,
  textOfDocx,
} from '../../../capabilities/orders/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { LAW_KINDS, ORDER_KINDS } from '../../../language/citations/index.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
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
} from '../accounts/posted-form.ts';
import { NORMS, NormPage, NormsPage, type NormsView } from './norm-pages.tsx';

/** Largest text or DOCX to be checked, bytes. */
const CHECK_LIMIT = 10 * 1024 * 1024;

/** `/cabinet/city/norms`: laws, the community's own documents, a check of citations. */
export function normRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(NORMS, signedInOnly, (c) => showNorms(c, EMPTY_FORM, null));
  routes.post(NORMS, signedInOnly, async (c) => {
    const values = await readForm(c);
    const outcome = await attempt(addNorm(c.get('visit').ctx, wishOf(values)));
    if (!outcome.done) return await showNorms(c, { values, error: outcome.error }, null);
    return goTo(c, `${NORMS}?done=saved`);
  });
  routes.post(`${NORMS}/check`, signedInOnly, async (c) => {
    const text = await givenText(c);
    const findings = await checkCitations(c.get('visit').ctx, text);
    return await showNorms(c, EMPTY_FORM, { text, findings, mended: mendCitations(text, findings) });
  });
  routes.get(`${NORMS}/:code`, signedInOnly, (c) => showNorm(c, null));
  routes.post(`${NORMS}/:code`, signedInOnly, async (c) => {
    const values = await readForm(c);
    const outcome = await attempt(changeNorm(c.get('visit').ctx, c.req.param('code'), wishOf(values)));
    if (!outcome.done) return await showNorm(c, { values, error: outcome.error });
    return goTo(c, `${NORMS}?done=saved`);
  });
  routes.post(`${NORMS}/:code/remove`, signedInOnly, async (c) => {
    await removeNorm(c.get('visit').ctx, c.req.param('code'));
    return goTo(c, `${NORMS}?done=saved`);
  });
  return routes;
}

async function givenText(c: PageContext): Promise<string> {
  c.req.raw = await limitBody(c.req.raw, CHECK_LIMIT, tooLarge);
  const body = await c.req.parseBody();
  if (body.file instanceof File && body.file.size > 0) return textOfDocx(new Uint8Array(await body.file.arrayBuffer()));
  return typeof body.text === 'string' ? body.text.replaceAll('\r\n', '\n') : '';
}

function tooLarge(): RequestError {
  return new RequestError('too-large', 'citations-too-large', {
    uk: 'Текст завеликий: перевіряємо до 10 МБ. Поділіть його на частини.',
    en: 'The text is too large: up to 10 MB are checked. Part it.',
  });
}

const KINDS: readonly Norm['kind'][] = [...LAW_KINDS, ...ORDER_KINDS];

function wishOf(values: Posted): NormWish {
  const text = (name: string) => values[name] ?? '';
  return {
    kind: KINDS.find((kind) => kind === text('kind')) ?? 'council-decision',
    issuer: text('issuer'),
    title: text('title'),
    date: text('date') || null,
    number: text('number'),
    address: text('address'),
    edition: text('edition'),
    articles: text('articles')
      .split(/\r?\n/)
      .map((line) => {
        const [article = '', ...about] = line.split(':');
        return { article, about: about.join(':') };
      }),
    public: values.public === '1',
    replacedBy: text('replacedBy') || null,
  };
}

function valuesOf(norm: Norm): Posted {
  const { kind, issuer, title, number, address, edition } = norm;
  const articles = norm.articles
    .map(({ article, about }) => (about === '' ? article : `${article}: ${about}`))
    .join('\n');
  const rest = { date: norm.date ?? '', replacedBy: norm.replacedBy ?? '', public: norm.public ? '1' : '' };
  return { kind, issuer, title, number, address, edition, articles, ...rest };
}

async function showNorms(c: PageContext, form: FormState, checked: NormsView['checked']): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'dataset.view-internal');
  const [norms, keeps] = await Promise.all([listNorms(visit.ctx), may(visit.ctx, 'city.manage', null)]);
  const shown = form.error ? form : { values: { kind: 'council-decision', public: '1' }, error: null };
  return show(c, <NormsPage visit={visit} view={{ norms, keeps, form: shown, checked }} />, form.error);
}

async function showNorm(c: PageContext, form: FormState | null): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'city.manage', null);
  const norms = await listNorms(visit.ctx);
  const norm = norms.find(({ code, local }) => local && code === c.req.param('code'));
  if (!norm) {
    throw new RequestError('not-found', 'no-such-norm', {
      uk: 'Такої норми у списку громади немає.',
      en: 'The community’s list has no such norm.',
    });
  }
  const shown = form ?? { values: valuesOf(norm), error: null };
  return show(c, <NormPage visit={visit} norm={norm} norms={norms} form={shown} />, shown.error);
}
