import type { Hono } from 'hono';
import {
  inCases,
  listWordings,
  removeWording,
  setWording,
  type WordingKind,
} from '../../../capabilities/documents/index.ts';
import { CASES, type Cases } from '../../../language/cases/grammatical-case.ts';
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
import { WORDINGS } from './paths.ts';
import { WordingsPage } from './wordings-page.tsx';

/** `/cabinet/city/documents/wordings`: how names, posts and units are declined, and what is written by hand. */
export function addWordingRoutes(routes: Hono<SurfaceEnv>): void {
  routes.get(WORDINGS, signedInOnly, async (c) => {
    const { query, ctx } = c.get('visit');
    const [kind, words] = [kindOf(query.get('kind')), (query.get('words') ?? '').trim().slice(0, 300)];
    if (words === '') return await showAll(c, EMPTY_FORM);
    return await showAll(c, { values: { kind, words, ...(await inCases(ctx, kind, words)) }, error: null });
  });
  routes.post(WORDINGS, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const wish = { kind: kindOf(values.kind), words: values.words ?? '', cases: casesOf(values) };
    const saved = await attempt(setWording(c.get('visit').ctx, wish));
    if (!saved.done) return await showAll(c, { values, error: saved.error });
    return goTo(c, `${WORDINGS}?done=saved`);
  });
  routes.post(`${WORDINGS}/remove`, signedInOnly, smallForms, async (c) => {
    const { kind, words = '' } = await readForm(c);
    await removeWording(c.get('visit').ctx, kindOf(kind), words);
    return goTo(c, `${WORDINGS}?done=removed`);
  });
}

function kindOf(typed: string | null | undefined): WordingKind {
  return typed === 'name' || typed === 'unit' ? typed : 'post';
}

function casesOf(values: Posted): Cases {
  const [genitive = '', dative = '', accusative = '', ablative = ''] = CASES.map((one) => values[one] ?? '');
  return { genitive, dative, accusative, ablative };
}

async function showAll(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  return show(c, <WordingsPage visit={visit} wordings={await listWordings(visit.ctx)} form={form} />, form.error);
}
