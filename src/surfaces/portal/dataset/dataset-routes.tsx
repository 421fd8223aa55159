import { createHash } from 'node:crypto';
import { Hono, type Context as HonoContext } from 'hono';
import { type Card, findCard, loadCard } from '../../../capabilities/catalog/index.ts';
import { listPublicMessages } from '../../../capabilities/community/index.ts';
import { listVersions } from '../../../capabilities/publishing/index.ts';
import type { DownloadOffer } from '../../../capabilities/tables/index.ts';
import { HTTP_STATUS, RequestError } from '../../../kernel/errors.ts';
import { href, pageText, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import type { RowMemory } from '../explorer/load-explorer.ts';
import { QUESTIONS_ON_PAGE } from '../messages/messages-part.tsx';
import { promisePage } from '../promises/promise-routes.tsx';
import { RecentAnswers } from '../recent-answers.ts';
import { codeListRoutes } from './code-list-routes.tsx';
import { sendDataPackage } from './data-package.ts';
import { DatasetPage, DatasetPartPage, hasPart } from './dataset-page.tsx';
import { DATASET_PARTS, type DatasetPart, type DatasetView } from './dataset-view.ts';
import { cardDownloads } from './download-list.ts';
import { KeptPage } from './kept-page.ts';
import { loadDatasetView, type PortalMemory } from './load-dataset-view.ts';
import { pageMark } from './page-mark.ts';
import { passportAsData } from './passport-elements.ts';
import { sendPassportDocument } from './passport-file.ts';
import { PassportPage } from './passport-page.tsx';
import { DatasetPictures } from './picture/pictures.ts';
import { STRUCTURE_FORMS, sendStructure } from './structure-file.ts';
import { TableFacts } from './table-facts.ts';
import { TombstonePage } from './tombstone-page.tsx';

const OFFERS_KEPT = 2000;
const RELATED_KEPT = 400;
/** A page is 50 to 150 kB. */
const PAGES_KEPT = 150;

/** A dataset's page and its parts, its files for programs, and its picture: each with an address of its own. */
export function datasetRoutes(rows: RowMemory): Hono<SurfaceEnv> {
  const memory: PortalMemory = {
    rows,
    offers: new RecentAnswers<DownloadOffer>(OFFERS_KEPT),
    facts: new TableFacts(),
    related: new RecentAnswers<Card[]>(RELATED_KEPT),
    pages: new RecentAnswers<KeptPage>(PAGES_KEPT, (page) => page.weight),
  };
  return new Hono<SurfaceEnv>()
    .route('/', pagesOf(memory))
    .route('/', pictureRoute(new DatasetPictures(memory.facts)))
    .route('/', passportFiles())
    .route('/', structureFiles())
    .route('/', codeListRoutes());
}

/** The page as it is now, its parts alone, and earlier versions. */
function pagesOf(memory: PortalMemory): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/datasets/:slug', async (c) => {
    const visit = c.get('visit');
    const found = await findCard(visit.ctx, c.req.param('slug'));
    const promised = found ? null : await promisePage(c, c.req.param('slug'));
    if (promised) return promised;
    const card = found ?? (await cardAsked(c));
    const tidy = tidiedAddress(visit, card);
    if (tidy && card.state !== 'withdrawn') return c.redirect(tidy, 302);
    return datasetPage(c, memory, card, { oldNumber: null, part: null });
  });
  for (const part of DATASET_PARTS) {
    if (!hasPart(part)) continue;
    routes.get(`/datasets/:slug/${part}`, async (c) =>
      datasetPage(c, memory, await cardAsked(c), { oldNumber: null, part }),
    );
  }
  routes.get('/datasets/:slug/versions/:number{[0-9]{1,9}}', async (c) =>
    datasetPage(c, memory, await cardAsked(c), { oldNumber: Number(c.req.param('number')), part: null }),
  );
  routes.get('/datasets/:slug/versions/:number{[0-9]{1,9}}/passport', async (c) =>
    datasetPage(c, memory, await cardAsked(c), { oldNumber: Number(c.req.param('number')), part: 'passport' }),
  );
  return routes;
}

/** The picture networks show beside a link. */
function pictureRoute(pictures: DatasetPictures): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>().get('/datasets/:slug/picture.png', async (c) => {
    const visit = c.get('visit');
    const card = await cardStanding(c);
    const etag = `"${createHash('sha1')
      .update(JSON.stringify([card, visit.profile, visit.language]))
      .digest('base64url')}"`;
    const headers = { etag, 'cache-control': PICTURE_KEPT, 'cross-origin-resource-policy': 'cross-origin' };
    if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers);
    const png = await pictures.of(visit, card);
    return c.body(new Uint8Array(png), 200, { ...headers, 'content-type': 'image/png' });
  });
}

/** The passport and the whole dataset as files: for programs, and as a document. */
function passportFiles(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/datasets/:slug/passport.json', async (c) => {
      const visit = c.get('visit');
      const card = await cardAsked(c);
      const versions = await listVersions(visit.ctx, card.datasetId);
      const downloads = await cardDownloads(visit.ctx, card, visit.origin);
      return c.json(
        passportAsData(card, versions, visit.origin, downloads, visit.profile?.name ?? ''),
        card.state === 'withdrawn' ? 410 : 200,
        OPEN,
      );
    })
    .get('/datasets/:slug/datapackage.json', async (c) => {
      const card = await cardAsked(c);
      if (card.state !== 'published') throw noSuchStructure(card);
      return sendDataPackage(c, card);
    })
    .get('/datasets/:slug/passport.docx', async (c) => sendPassportDocument(c, await cardStanding(c)));
}

/** Structures of tables in the forms programs read. */
function structureFiles(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/datasets/:slug/structure/:file{[0-9a-f-]+\\.(json|csv|xsd)}', async (c) => {
      const card = await cardStanding(c);
      const [id, extension] = c.req.param('file').split('.');
      return sendStructure(c, card, resourceOf(card, id), STRUCTURE_FORMS.find((form) => form === extension) ?? 'json');
    })
    .get('/datasets/:slug/structure/:id{[0-9a-f-]+}/csv-metadata.json', async (c) => {
      const card = await cardStanding(c);
      return sendStructure(c, card, resourceOf(card, c.req.param('id')), 'csvw');
    });
}

/** Which page of a dataset: as it is now, an earlier version, or one part alone. */
interface Asked {
  readonly oldNumber: number | null;
  readonly part: DatasetPart | null;
}

/** A page of a dataset. Nothing of it is rendered twice while it is remembered. */
async function datasetPage(
  c: HonoContext<SurfaceEnv>,
  memory: PortalMemory,
  card: Card,
  asked: Asked,
): Promise<Response> {
  const visit = c.get('visit');
  if (card.state === 'withdrawn') return renderPage(c, <TombstonePage visit={visit} card={card} />, 410);
  const messages = await listPublicMessages(
    visit.ctx,
    { datasetId: card.datasetId },
    { page: 1, size: QUESTIONS_ON_PAGE },
  );
  c.set('use', { datasetId: card.datasetId, kind: 'view' });
  const mark = pageMark(visit, card, messages);
  const etag = `W/"${mark}"`;
  if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, { etag });
  const known = memory.pages.known(mark);
  if (known !== undefined) return known.answer(c, etag);
  const view = await loadDatasetView(visit, memory, card, asked.oldNumber, messages);
  const page = pageOf(visit, view, asked.part);
  if (view.table?.kind === 'refused') return renderPage(c, page, HTTP_STATUS[view.table.error.kind]);
  // sizes come a little later than the version: until then the page is not yet what it will be
  if (view.offer && !view.offer.complete) return renderPage(c, page);
  if (view.facts === null || isCounting(view)) return renderPage(c, page);
  const kept = new KeptPage(pageText(page));
  memory.pages.remember(mark, kept);
  return kept.answer(c, etag);
}

/** The sum of the newest version's CSV comes a little later than the version. */
function isCounting({ versions }: DatasetView): boolean {
  return Object.values(versions[0]?.checksums ?? {}).includes(null);
}

function pageOf(visit: Visit, view: DatasetView, part: DatasetPart | null) {
  if (part === 'passport') return <PassportPage visit={visit} view={view} />;
  return part ? <DatasetPartPage visit={visit} view={view} part={part} /> : <DatasetPage visit={visit} view={view} />;
}

/** A network that shows the picture asks again after a day. */
const PICTURE_KEPT = 'public, max-age=86400';

/** Anybody's page may read public facts. */
const OPEN = { 'access-control-allow-origin': '*' };

/** The card of the address, whatever its state. */
function cardAsked(c: HonoContext<SurfaceEnv>): Promise<Card> {
  return loadCard(c.get('visit').ctx, c.req.param('slug') ?? '');
}

/** The card of the address; refused where the dataset is withdrawn. */
async function cardStanding(c: HonoContext<SurfaceEnv>): Promise<Card> {
  const card = await cardAsked(c);
  if (card.state === 'withdrawn') throw noSuchStructure(card);
  return card;
}

function resourceOf(card: Card, id: string | undefined): Card['resources'][number] {
  const resource = card.resources.find((one) => one.id === id);
  if (!resource) throw noSuchStructure(card);
  return resource;
}

function noSuchStructure(card: Card): RequestError {
  if (card.state === 'withdrawn') {
    return new RequestError('gone', 'dataset-withdrawn', { uk: 'Набір вилучено.', en: 'The dataset was withdrawn.' });
  }
  return new RequestError('not-found', 'no-such-resource', {
    uk: 'У цьому наборі немає такого ресурсу.',
    en: 'This dataset has no such resource.',
  });
}

/** A form without scripts sends its empty fields too; the address bar should hold only what was said. Null where it is tidy. */
function tidiedAddress(visit: Visit, card: Card): string | null {
  const kept = [...visit.query].filter(([, value]) => value.trim() !== '');
  if (kept.length === visit.query.size) return null;
  const query = new URLSearchParams(kept).toString();
  return `${href(visit, `/datasets/${card.slug}`)}${query ? `?${query}` : ''}`;
}
