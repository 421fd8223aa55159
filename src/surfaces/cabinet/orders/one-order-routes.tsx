import { Hono } from 'hono';
import { may } from '../../../capabilities/accounts/index.ts';
import { makeDocument } from '../../../capabilities/documents/index.ts';
import {
  changeOrder,
  checkCitations,
  draftDocument,
  dropEffect,
  endOrder,
  isOrderKind,
  listNorms,
  listOrders,
  mendCitations,
  moveToSigning,
  type OrderEffectKind,
  type OrderTie,
  openOrder,
  orderDraftRecipe,
  publishOrder,
  removeOrder,
  signOrder,
  tieOrder,
  undoSigning,
} from '../../../capabilities/orders/index.ts';
import { parseOrderLine } from '../../../language/citations/index.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { ownFile, type SurfaceEnv } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  readLists,
  show,
  signedInOnly,
} from '../accounts/posted-form.ts';
import { EditOrderPage } from './edit-page.tsx';
import { lineOfNorm } from './norm-words.ts';
import { faultOfLine, valuesOf, wishOf } from './order-form.tsx';
import { OrderPage, type OrderView } from './order-page.tsx';
import { HOME } from './order-words.ts';

const ONE = `${HOME}/:id`;

/** `/cabinet/city/orders/<id>`: a document and the deeds over it. */
export function oneOrderRoutes(kinds: readonly OrderEffectKind[]): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(ONE, signedInOnly, (c) => showOrder(c, kinds, {}));
  routes.get(`${ONE}/draft.docx`, signedInOnly, async (c) => {
    const file = await draftDocument(c.get('visit').ctx, c.req.param('id'), kinds);
    return ownFile(file, DOCX_TYPE, 'draft.docx');
  });
  routes.post(`${ONE}/document`, signedInOnly, async (c) => {
    const params = { orderId: c.req.param('id') };
    const kept = await makeDocument(c.get('visit').ctx, orderDraftRecipe(kinds), params);
    return goTo(c, `/cabinet/city/documents/${kept.id}?done=made`);
  });
  routes.get(`${ONE}/edit`, signedInOnly, (c) => showEdit(c, EMPTY_FORM));
  routes.post(`${ONE}/edit`, signedInOnly, async (c) => {
    const { values: typed, lists } = await readLists(c);
    const values = { ...typed, grounds: [typed.grounds ?? '', ...(lists.norm ?? [])].filter(Boolean).join('\n') };
    const outcome = await attempt(changeOrder(c.get('visit').ctx, c.req.param('id'), wishOf(values)));
    if (!outcome.done) return await showEdit(c, { values, error: outcome.error });
    return goTo(c, `${HOME}/${outcome.value.id}?done=saved`);
  });
  routes.post(`${ONE}/sign`, signedInOnly, (c) => sign(c, kinds));
  routes.post(`${ONE}/mend`, signedInOnly, async (c) => {
    await mend(c);
    return goTo(c, `${HOME}/${c.req.param('id')}?done=mended`);
  });
  routes.post(`${ONE}/end`, signedInOnly, async (c) => {
    const values = await readForm(c);
    const end = { day: values.endedOn ?? '', note: values.note ?? '' };
    const outcome = await attempt(endOrder(c.get('visit').ctx, c.req.param('id'), end, kinds));
    if (!outcome.done) return await showOrder(c, kinds, { form: { values, error: outcome.error }, posted: 'end' });
    return await showOrder(c, kinds, { left: outcome.value.left });
  });
  deeds(routes, kinds);
  return routes;
}

/** Deeds of one button, each back to the page. */
function deeds(routes: Hono<SurfaceEnv>, kinds: readonly OrderEffectKind[]): void {
  const deed = (path: string, done: string, act: (c: PageContext, id: string) => Promise<unknown>) =>
    routes.post(`${ONE}/${path}`, signedInOnly, async (c) => {
      const id = c.req.param('id') ?? '';
      const outcome = await attempt(act(c, id));
      if (!outcome.done) return await showOrder(c, kinds, { form: { values: {}, error: outcome.error } });
      return goTo(c, done === '' ? HOME : `${HOME}/${id}?done=${done}`);
    });
  const ctxOf = (c: PageContext) => c.get('visit').ctx;
  deed('to-sign', 'saved', (c, id) => moveToSigning(ctxOf(c), id, true));
  deed('back', 'saved', (c, id) => moveToSigning(ctxOf(c), id, false));
  deed('remove', '', (c, id) => removeOrder(ctxOf(c), id));
  deed('publish', 'published', (c, id) => publishOrder(ctxOf(c), id, true));
  deed('hide', 'hidden', (c, id) => publishOrder(ctxOf(c), id, false));
  deed('undo', 'undone', (c, id) => undoSigning(ctxOf(c), id, kinds));
  deed('effects/:effect/drop', 'saved', (c, id) => dropEffect(ctxOf(c), id, c.req.param('effect') ?? ''));
  deed('tie', 'saved', async (c, id) => {
    const { tie = '', other = '' } = await readForm(c);
    const ties: OrderTie[] = tie === 'supersedes' || tie === 'amends' ? [{ kind: tie, orderId: other }] : [];
    await tieOrder(ctxOf(c), id, ties);
  });
}

/** A line is read and shown; only what was looked over is signed. */
async function sign(c: PageContext, kinds: readonly OrderEffectKind[]): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const values = await readForm(c);
  const { ctx } = c.get('visit');
  if (values.confirmed !== '1') {
    const { order } = await openOrder(ctx, id);
    const form = { values: signedValues(values.line ?? '', valuesOf(order)), error: faultOfLine(values.line ?? '') };
    return await showOrder(c, kinds, { form, posted: 'sign' });
  }
  const kind = values.kind ?? '';
  const facts = { ...wishOf(values), kind: isOrderKind(kind) ? kind : ('mayor-order' as const) };
  const { issuer, title, number, date } = facts;
  const signed = { kind: facts.kind, issuer, title, number, date, withoutNumber: values.withoutNumber === '1' };
  const outcome = await attempt(signOrder(ctx, id, signed, kinds));
  if (!outcome.done) return await showOrder(c, kinds, { form: { values, error: outcome.error }, posted: 'sign' });
  return goTo(c, `${HOME}/${id}?done=signed`);
}

/** What the line says; where it is silent, what the draft says. */
function signedValues(line: string, draft: Posted): Posted {
  const read = parseOrderLine(line);
  return {
    ...draft,
    kind: read.kind ?? draft.kind ?? '',
    issuer: read.issuer || (draft.issuer ?? ''),
    title: read.title || (draft.title ?? ''),
    number: read.number || (draft.number ?? ''),
    date: read.date ?? draft.date ?? '',
  };
}

/** Title, grounds and clauses as one text: what a document cites in. */
function citedText({
  title,
  grounds,
  clauses,
}: {
  title: string;
  grounds: readonly string[];
  clauses: readonly string[];
}) {
  return [title, ...grounds, ...clauses].join('\n');
}

async function mend(c: PageContext): Promise<void> {
  const { ctx } = c.get('visit');
  const { order } = await openOrder(ctx, c.req.param('id') ?? '');
  const text = citedText(order);
  const [title = '', ...lines] = mendCitations(text, await checkCitations(ctx, text)).split('\n');
  const grounds = lines.slice(0, order.grounds.length);
  await changeOrder(ctx, order.id, { ...order, title, grounds, clauses: lines.slice(order.grounds.length) });
}

/** The page, after a deed with what came of it. */
export async function showOrder(
  c: PageContext,
  kinds: readonly OrderEffectKind[],
  shown: { form?: FormState; posted?: OrderView['posted']; left?: readonly string[] },
): Promise<Response> {
  const visit = c.get('visit');
  const { ctx } = visit;
  const opened = await openOrder(ctx, c.req.param('id') ?? '');
  const [keeps, mayReadHistory, citations] = await Promise.all([
    may(ctx, 'city.manage', null),
    may(ctx, 'history.view', null),
    checkCitations(ctx, citedText(opened.order)),
  ]);
  const effects = await Promise.all(
    opened.effects.flatMap((effect) => {
      const kind = kinds.find((one) => one.kind === effect.kind);
      return kind && keeps ? [kind.describe(ctx, effect).then((words) => ({ effect, words }))] : [];
    }),
  );
  const { form = EMPTY_FORM, posted = null, left = null } = shown;
  const view: OrderView = { opened, effects, citations, keeps, mayReadHistory, form, posted, left };
  return show(c, <OrderPage visit={visit} view={view} />, form.error);
}

async function showEdit(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const [{ order }, all] = await Promise.all([openOrder(visit.ctx, c.req.param('id') ?? ''), listNorms(visit.ctx)]);
  const shown = form.error ? form : { values: valuesOf(order), error: null };
  const citations = await checkCitations(visit.ctx, citedText(order));
  const inForce = { states: ['signed', 'published', 'amended'] } as const;
  const others = order.signedAt === null ? (await listOrders(visit.ctx, inForce, { page: 1, size: 100 })).orders : [];
  const norms = all.filter(({ replacedBy }) => replacedBy === null).map((norm) => ({ norm, line: lineOfNorm(norm) }));
  const offered = norms.filter(({ line }) => !order.grounds.includes(line));
  return show(
    c,
    <EditOrderPage visit={visit} order={order} form={shown} norms={offered} citations={citations} others={others} />,
    form.error,
  );
}
