import { Hono, type Context as HonoContext } from 'hono';
import { type Card, loadCard, publicAddresses, publicTitles } from '../../../capabilities/catalog/index.ts';
import { judgeFormStamp, newFormStamp } from '../../../capabilities/community/index.ts';
import {
  confirmReport,
  exposureSettings,
  faultsOfReport,
  listHidings,
  type NewReport,
  reportOfKey,
  sendReport,
} from '../../../capabilities/exposure/index.ts';
import { closedData } from '../../../capabilities/publishing/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { exposureTexts } from '../../../locales/exposure.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { SendingLimits } from '../messages/sending-limits.ts';
import { HiddenPage } from './hidden-page.tsx';
import { ConfirmPage, ReportPage, ReportSentPage, type ReportView, type TypedReport } from './report-page.tsx';

type Asked = HonoContext<SurfaceEnv>;
/** Why a report was not taken. */
type Refused = Pick<ReportView, 'faults' | 'problem'> & { readonly status: 400 | 429 };

const FORM = '/datasets/:slug/personal-data';

/** Reporting personal data, confirming a report, and the list of hidden columns. */
export function exposureRoutes(): Hono<SurfaceEnv> {
  const limits = new SendingLimits();
  return new Hono<SurfaceEnv>()
    .get(FORM, async (c) => {
      const visit = c.get('visit');
      const column = visit.query.get('column') ?? '';
      return show(c, await cardOf(c), { column, place: '', words: '', email: '', stamp: '', trap: '' }, null);
    })
    .post(FORM, (c) => send(c, limits))
    .get('/personal-data/confirm/:key{[\\w-]{20,60}}', async (c) => {
      const key = c.req.param('key');
      const report = await reportOfKey(c.get('visit').ctx, key);
      if (!report) throw noSuchKey();
      c.header('cache-control', 'no-store');
      return renderPage(c, <ConfirmPage visit={c.get('visit')} code={key} done={report.confirmedAt !== null} />);
    })
    .post('/personal-data/confirm/:key{[\\w-]{20,60}}', async (c) => {
      const key = c.req.param('key');
      await confirmReport(c.get('visit').ctx, key);
      c.header('cache-control', 'no-store');
      return renderPage(c, <ConfirmPage visit={c.get('visit')} code={key} done />);
    })
    .get('/hidden-columns', async (c) => {
      const visit = c.get('visit');
      const hidings = await listHidings(visit.ctx);
      const ids = [...new Set(hidings.map(({ datasetId }) => datasetId))];
      const [titles, addresses] = [await publicTitles(visit.ctx, ids), await publicAddresses(visit.ctx, ids)];
      const names = new Map(
        [...titles].map(([id, title]) => [id, { title, address: addresses.get(id) ?? '/datasets' }] as const),
      );
      return renderPage(c, <HiddenPage visit={visit} hidings={hidings} names={names} />);
    });
}

async function cardOf(c: Asked): Promise<Card> {
  const card = await loadCard(c.get('visit').ctx, c.req.param('slug') ?? '');
  if (card.state !== 'published') throw closedData(card.state, card.closure);
  return card;
}

async function show(c: Asked, card: Card, typed: TypedReport, refused: Refused | null): Promise<Response> {
  const visit = c.get('visit');
  const judged = typed.stamp === '' ? 'too-old' : await judgeFormStamp(visit.ctx, typed.stamp);
  const stamp = judged === 'too-old' ? await newFormStamp(visit.ctx) : typed.stamp;
  const view: ReportView = {
    card,
    typed: { ...typed, stamp },
    faults: refused?.faults ?? [],
    problem: refused?.problem ?? null,
    answerDays: (await exposureSettings(visit.ctx)).answerDays,
  };
  c.header('cache-control', 'no-store');
  return renderPage(c, <ReportPage visit={visit} view={view} />, refused?.status ?? 200);
}

const both = (pick: (texts: (typeof exposureTexts)['uk']['report']) => string): Text => ({
  uk: pick(exposureTexts.uk.report),
  en: pick(exposureTexts.en.report),
});

/** Whether a person or a robot sends it; null: nothing against it. */
async function refusalOf(visit: Visit, limits: SendingLimits, typed: TypedReport): Promise<Refused | null> {
  if (typed.trap !== '') return { status: 400, faults: [], problem: both((texts) => texts.trapFault) };
  const minutes = await limits.minutesToWait(visit.address ?? '');
  if (minutes > 0) return { status: 429, faults: [], problem: both((texts) => texts.tooMany(minutes)) };
  const judged = await judgeFormStamp(visit.ctx, typed.stamp);
  if (judged === 'person') return null;
  const problem = both((texts) => (judged === 'too-fast' ? texts.tooFast : texts.tooOld));
  return { status: 400, faults: [], problem };
}

async function send(c: Asked, limits: SendingLimits): Promise<Response> {
  const visit = c.get('visit');
  const card = await cardOf(c);
  const sent = new URLSearchParams(await c.req.text());
  const text = (name: string) => (sent.get(name) ?? '').trim();
  const typed: TypedReport = {
    ...{ column: text('column'), place: text('place'), words: text('words'), email: text('email') },
    ...{ stamp: text('stamp'), trap: text('website') },
  };
  const refused = await refusalOf(visit, limits, typed);
  if (refused) return show(c, card, typed, refused);
  const { column, place, words, email } = typed;
  const report: NewReport = {
    ...{ dataset: card.datasetId, column, place, words, email, language: visit.language, origin: visit.origin },
  };
  const faults = faultsOfReport(report);
  if (faults.length > 0) return show(c, card, typed, { status: 400, faults, problem: null });
  const done = await limits.within(visit.address ?? '', () => sendReport(visit.ctx, report));
  if ('minutes' in done) {
    return show(c, card, typed, { status: 429, faults: [], problem: both((texts) => texts.tooMany(done.minutes)) });
  }
  const day = dayInWords(done.sent.dueOn, visit.language);
  c.header('cache-control', 'no-store');
  const letter = email !== '' && visit.ctx.mail.leaves;
  return renderPage(c, <ReportSentPage visit={visit} card={card} day={day} letter={letter} />);
}

function noSuchKey(): RequestError {
  return new RequestError('not-found', 'no-such-report', {
    uk: exposureTexts.uk.confirm.unknown,
    en: exposureTexts.en.confirm.unknown,
  });
}
