import { Hono } from 'hono';
import { may } from '../../../capabilities/accounts/index.ts';
import {
  approveCards,
  fillCardsAnnex,
  listCards,
  loadCard,
  takeApprovalBack,
} from '../../../capabilities/dictionary/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { ownFile, type SurfaceEnv } from '../../components/index.ts';
import { goTo, readForm, readLists, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';
import { CARDS, CardPage, CardsPage } from './cards-pages.tsx';

const SHOWN = 50;
/** Datasets of one annex. */
const WHOLE = { page: 1, size: 5000 };
const ONE = '/cabinet/datasets/:id/card';

/** Technical cards: all of them, one, and the annex to an order. */
export function cardsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(CARDS, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const asked = visit.query.get('page') ?? '1';
    const page = /^\d{1,4}$/.test(asked) ? Math.max(1, Number(asked)) : 1;
    const cards = await listCards(visit.ctx, { unitIds: null }, { page, size: SHOWN });
    const mayApprove = await may(visit.ctx, 'dataset.coordinate', null);
    return show(c, <CardsPage visit={visit} cards={cards} mayApprove={mayApprove} />);
  });
  routes.post(CARDS, signedInOnly, smallForms, async (c) => {
    const { lists } = await readLists(c);
    const approved = await approveCards(c.get('visit').ctx, (lists.dataset ?? []).slice(0, SHOWN));
    return goTo(c, `${CARDS}?approved=${approved}`);
  });
  routes.get(`${CARDS}/annex.docx`, signedInOnly, async (c) => {
    const { ctx } = c.get('visit');
    const { items } = await listCards(ctx, { unitIds: null }, WHOLE);
    const day = dayOf(ctx.clock.now());
    return ownFile(await fillCardsAnnex(ctx, items, dayInWords(day, 'uk')), DOCX_TYPE, `tekhnichni-kartky-${day}.docx`);
  });
  routes.get(ONE, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const card = await loadCard(visit.ctx, c.req.param('id'));
    return show(
      c,
      <CardPage visit={visit} card={card} mayApprove={await may(visit.ctx, 'dataset.coordinate', null)} />,
    );
  });
  routes.post(ONE, signedInOnly, smallForms, async (c) => {
    const { ctx } = c.get('visit');
    const { what, note = '' } = await readForm(c);
    const id = c.req.param('id');
    if (what === 'take-back') await takeApprovalBack(ctx, id);
    else await approveCards(ctx, [id], note);
    return goTo(c, `/cabinet/datasets/${id}/card`);
  });
  return routes;
}
