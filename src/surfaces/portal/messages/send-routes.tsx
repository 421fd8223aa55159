import { Hono, type Context as HonoContext } from 'hono';
import { listUnits } from '../../../capabilities/accounts/index.ts';
import { type Card, searchCards } from '../../../capabilities/catalog/index.ts';
import {
  ageOfFormStamp,
  communitySettings,
  judgeFormStamp,
  looksLikeRequest,
  messageFaults,
  type NewMessage,
  newFormStamp,
  sendMessage,
  similarProposals,
} from '../../../capabilities/community/index.ts';
import { concernsCommunity, listItems, searchItems } from '../../../capabilities/mandates/index.ts';
import { type FieldFault, isRequestError } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { messagesTexts } from '../../../locales/messages.ts';
import { href, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { ChoosePage, type Offers } from './choose-page.tsx';
import { MessageFormPage } from './message-form.tsx';
import { NO_REQUEST, RequestPage } from './request-page.tsx';
import type { SendingLimits } from './sending-limits.ts';
import { datasetMeant, type TypedMessage, typedMessage, wayOf } from './typed-message.ts';

const OFFERED = 3;

type PageContext = HonoContext<SurfaceEnv>;

/** What was refused: the status and why. */
interface Refused {
  readonly status: 400 | 409 | 429;
  readonly faults: readonly FieldFault[];
  readonly problem: Text | null;
  /** The words look like a request under the Law: its way is offered first. */
  readonly road?: boolean;
}

/** The form that asks first, and the request under the Law, of which nothing is kept. */
export function sendRoutes(limits: SendingLimits): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/messages/new', async (c) => {
    const visit = c.get('visit');
    const typed = typedMessage(visit.query, false);
    const card = typed.dataset === '' ? null : await datasetMeant(visit.ctx, typed.dataset);
    const way = wayOf(visit.query.get('kind'));
    if (way === 'request') return showRequest(c, { ...NO_REQUEST, what: typed.subject });
    if (way !== null) return showForm(c, typed, card, null);
    const unchosen = visit.query.has('asked');
    const settings = await communitySettings(visit.ctx);
    const page = <ChoosePage visit={visit} settings={settings} card={card} unchosen={unchosen} />;
    return renderPage(c, page, unchosen ? 400 : 200);
  });
  routes.post('/messages/new', async (c) =>
    send(c, limits, typedMessage(new URLSearchParams(await c.req.text()), true)),
  );
  routes.post('/messages/request', async (c) => {
    const sent = new URLSearchParams(await c.req.text());
    const text = (name: string) => (sent.get(name) ?? '').replaceAll('\r\n', '\n').trim();
    // from this page's own form, or from another form whose author found out that this is what they need
    const what = text('what') || [text('subject'), text('text')].filter(Boolean).join('\n');
    return showRequest(c, { who: text('who') || text('name'), contact: text('contact') || text('email'), what });
  });
  return routes;
}

async function showRequest(c: PageContext, typed: typeof NO_REQUEST): Promise<Response> {
  const visit = c.get('visit');
  c.header('cache-control', 'no-store');
  return renderPage(c, <RequestPage visit={visit} settings={await communitySettings(visit.ctx)} typed={typed} />);
}

/** What is near to the data asked for. */
async function offersFor(visit: Visit, q: string): Promise<Offers> {
  const [found, proposals, items] = await Promise.all([
    searchCards(visit.ctx, { q, page: 1, size: OFFERED }),
    similarProposals(visit.ctx, q, OFFERED),
    listItems(visit.ctx),
  ]);
  return {
    cards: found.matched === 'none' ? [] : found.items,
    // what only state administrations must publish is no duty of a community
    items: searchItems(items.filter(concernsCommunity), q, OFFERED),
    proposals: proposals.items,
  };
}

async function showForm(c: PageContext, typed: TypedMessage, card: Card | null, refused: Refused | null) {
  const visit = c.get('visit');
  const { ctx } = visit;
  const proposal = typed.kind === 'proposal';
  const judged = typed.stamp === '' ? 'too-old' : await judgeFormStamp(ctx, typed.stamp);
  const view = {
    typed,
    card,
    faults: refused?.faults ?? [],
    problem: refused?.problem ?? null,
    road: refused?.road ?? false,
    settings: await communitySettings(ctx),
    units: proposal ? await listUnits(ctx) : [],
    // the time a person has spent on the form is not counted anew after a fault
    stamp: judged === 'too-old' ? await newFormStamp(ctx) : typed.stamp,
    offers: proposal && (typed.subject !== '' || refused) ? await offersFor(visit, typed.subject) : null,
  };
  return renderPage(c, <MessageFormPage visit={visit} view={view} />, refused?.status ?? 200);
}

const both = (pick: (texts: (typeof messagesTexts)['uk']) => string): Text => ({
  uk: pick(messagesTexts.uk),
  en: pick(messagesTexts.en),
});

const tooMany = (minutes: number): Refused => ({
  status: 429,
  faults: [],
  problem: both(({ form }) => form.tooMany(minutes)),
});

/** Whether a person or a robot sends it; null: nothing against it. */
async function refusalOf(visit: Visit, limits: SendingLimits, typed: TypedMessage): Promise<Refused | null> {
  if (typed.trap !== '') {
    const fault = { field: 'website', text: both(({ form }) => form.trapFault) };
    return { status: 400, faults: [fault], problem: null };
  }
  const minutes = await limits.minutesToWait(visit.address ?? '');
  if (minutes > 0) return tooMany(minutes);
  const judged = await judgeFormStamp(visit.ctx, typed.stamp);
  if (judged === 'person') return null;
  const problem = both(({ form }) => (judged === 'too-fast' ? form.tooFast : form.tooOld));
  return { status: 400, faults: [], problem };
}

const UNKNOWN_DATASET: FieldFault = { field: 'dataset', text: both(({ form }) => form.datasetUnknown) };

/** The message as the capability takes it. */
function messageOf(visit: Visit, typed: TypedMessage, card: Card | null): NewMessage {
  const { kind, row, column, subject, text, name, email, consent, unit: unitId } = typed;
  return {
    ...{ kind, row, column, subject, text, name, email, consent, unitId },
    dataset: card && { id: card.datasetId, slug: card.slug, title: card.passport.title, unitId: card.unit.id },
    language: visit.language,
    origin: visit.origin,
    tookMs: ageOfFormStamp(visit.ctx, typed.stamp),
  };
}

async function send(c: PageContext, limits: SendingLimits, typed: TypedMessage): Promise<Response> {
  const visit = c.get('visit');
  const named = typed.dataset !== '' && typed.kind !== 'proposal';
  const card = named ? await datasetMeant(visit.ctx, typed.dataset) : null;
  const message = messageOf(visit, typed, card);
  const refused = await refusalOf(visit, limits, typed);
  if (refused) return showForm(c, typed, card, refused);
  const faults = [...(named && !card ? [UNKNOWN_DATASET] : []), ...messageFaults(message)];
  if (faults.length > 0) return showForm(c, typed, card, { status: 400, faults, problem: null });
  if (typed.kind !== 'proposal' && !typed.sure && looksLikeRequest(typed.text))
    return showForm(c, typed, card, { status: 409, faults: [], problem: null, road: true });
  try {
    const done = await limits.within(visit.address ?? '', () => sendMessage(visit.ctx, message));
    if ('minutes' in done) return showForm(c, typed, card, tooMany(done.minutes));
    const { number, key } = done.sent;
    c.header('cache-control', 'no-store');
    return c.redirect(href(visit, `/messages/${number}?key=${key}&sent=1`), 303);
  } catch (error) {
    if (!isRequestError(error) || error.fields.length === 0) throw error;
    return showForm(c, typed, card, { status: 400, faults: error.fields, problem: null });
  }
}
