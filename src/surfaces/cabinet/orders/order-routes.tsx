import { Hono } from 'hono';
import { may, permit } from '../../../capabilities/accounts/index.ts';
import {
  checkCitations,
  createOrder,
  draftOrder,
  enterSignedOrder,
  isOrderKind,
  listOrders,
  ORDER_STATES,
  type OrderEffectKind,
  yearsOfOrders,
} from '../../../capabilities/orders/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { parseOrderLine } from '../../../language/citations/index.ts';
import type { SurfaceEnv } from '../../components/index.ts';
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
import { OrderListPage } from './list-page.tsx';
import { NewOrderPage } from './new-page.tsx';
import { faultOfLine, wishOf } from './order-form.tsx';
import { HOME } from './order-words.ts';
import { WaitingPage } from './waiting-page.tsx';

const SIZE = 50;

/** `/cabinet/city/orders`: the list, one line or a draft to begin, and what waits for an order. */
export function orderListRoutes(kinds: readonly OrderEffectKind[]): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showList(c));
  routes.post(HOME, signedInOnly, async (c) => {
    const values = await readForm(c);
    const { ctx } = c.get('visit');
    const wish = wishOf(values);
    const signed = values.status === 'signed';
    const made = await attempt(
      signed ? enterSignedOrder(ctx, wish, values.withoutNumber === '1') : createOrder(ctx, wish),
    );
    if (!made.done) return await showNew(c, { values, error: made.error }, '');
    return goTo(c, `${HOME}/${made.value.id}?done=${signed ? 'signed' : 'saved'}`);
  });
  routes.get(`${HOME}/new`, signedInOnly, async (c) => {
    const { ctx, query } = c.get('visit');
    await permit(ctx, 'city.manage', null);
    const line = (query.get('line') ?? '').slice(0, 1000);
    return showNew(c, { values: valuesOfLine(line), error: faultOfLine(line) }, line.trim());
  });
  routes.get(`${HOME}/waiting`, signedInOnly, (c) => showWaiting(c, kinds, EMPTY_FORM));
  routes.post(`${HOME}/waiting`, signedInOnly, async (c) => {
    const { values, lists } = await readLists(c);
    const outcome = await attempt(prepare(c, kinds, lists.subject ?? [], values.into ?? ''));
    if (!outcome.done) return await showWaiting(c, kinds, { values, error: outcome.error });
    return goTo(c, `${HOME}/${outcome.value}?done=saved`);
  });
  return routes;
}

/** The fields of a pasted line; a line with a number and a date is of a signed document. */
function valuesOfLine(line: string): Posted {
  if (line.trim() === '') return { kind: 'mayor-order', issuer: 'міського голови', status: 'draft' };
  const { kind, issuer, number, date, title } = parseOrderLine(line);
  const status = date !== null ? 'signed' : 'draft';
  return { kind: kind ?? 'mayor-order', issuer, number, date: date ?? '', title, status };
}

async function showList(c: PageContext): Promise<Response> {
  const visit = c.get('visit');
  const { query, ctx } = visit;
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  const kind = query.get('kind') ?? '';
  const state = ORDER_STATES.find((one) => one === query.get('state'));
  const year = Number(/^\d{4}$/.exec(query.get('year') ?? '')?.[0]) || null;
  const question = {
    ...(isOrderKind(kind) ? { kind } : {}),
    ...(state ? { states: [state] } : {}),
    ...(year && Number.isInteger(year) ? { year } : {}),
    words: (query.get('q') ?? '').trim().slice(0, 100),
  };
  const [found, years, keeps] = await Promise.all([
    listOrders(ctx, question, { page, size: SIZE }),
    yearsOfOrders(ctx),
    may(ctx, 'city.manage', null),
  ]);
  return show(c, <OrderListPage visit={visit} view={{ ...found, years, page, size: SIZE, keeps }} />);
}

async function waitingFacts(c: PageContext, kinds: readonly OrderEffectKind[]) {
  const { ctx } = c.get('visit');
  return await Promise.all(kinds.map(async (kind) => ({ kind, facts: kind.waiting ? await kind.waiting(ctx) : [] })));
}

async function showNew(c: PageContext, form: FormState, line: string): Promise<Response> {
  const visit = c.get('visit');
  const text = [form.values.title ?? '', form.values.grounds ?? ''].join('\n');
  const citations = await checkCitations(visit.ctx, text);
  return show(c, <NewOrderPage visit={visit} view={{ form, line, citations }} />, form.error);
}

async function showWaiting(c: PageContext, kinds: readonly OrderEffectKind[], form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const groups = await waitingFacts(c, kinds);
  const today = dayOf(visit.ctx.clock.now());
  const into = form.values.into ?? visit.query.get('into') ?? '';
  return show(c, <WaitingPage visit={visit} view={{ groups, into, today, form }} />, form.error);
}

/** Ticked facts go on a draft, a new one where none was chosen. @returns its id */
function prepare(
  c: PageContext,
  kinds: readonly OrderEffectKind[],
  subjects: readonly string[],
  into: string,
): Promise<string> {
  const effects = kinds.map(({ kind }) => {
    const own = subjects.filter((one) => one.startsWith(`${kind}:`));
    return { kind, subjectIds: own.map((one) => one.slice(kind.length + 1)), terms: {} };
  });
  const draft = {
    ...wishOf({ kind: 'mayor-order', issuer: 'міського голови' }),
    title: 'Про роботу з відкритими даними',
  };
  const ticked = effects.filter(({ subjectIds }) => subjectIds.length > 0);
  return draftOrder(c.get('visit').ctx, into === '' ? draft : into, ticked);
}
