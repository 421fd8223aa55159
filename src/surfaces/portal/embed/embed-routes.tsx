import { Hono, type Context as HonoContext } from 'hono';
import { type Card, findCardOfResource } from '../../../capabilities/catalog/index.ts';
import { HTTP_STATUS, RequestError } from '../../../kernel/errors.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { pngOf } from '../../components/picture.ts';
import type { ExplorerSource } from '../explorer/explorer-model.ts';
import { loadExplorer, type RowMemory } from '../explorer/load-explorer.ts';
import { RecentAnswers } from '../recent-answers.ts';
import { type EmbedTheme, embedThemeCss, pictureColours } from './embed-colours.ts';
import { EmbedPage } from './embed-page.tsx';
import { embedPicture } from './embed-picture.tsx';

/** A picture is some 40 kB. */
const PICTURES_KEPT = 100;
const SHORT = 'public, max-age=300';

/** Anybody may show the frame on their page: the only answers that say so. Nothing in it runs. */
const FRAME = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': SHORT,
};
const PICTURE = {
  'content-security-policy': "default-src 'none'; frame-ancestors *",
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'cache-control': SHORT,
};

/** Views of a table for other people's pages: `/embed/<resource>` as a frame without scripts, `.svg` and `.png` as pictures. */
export function embedRoutes(rows: RowMemory): Hono<SurfaceEnv> {
  const pictures = new RecentAnswers<Uint8Array>(PICTURES_KEPT);
  const routes = new Hono<SurfaceEnv>();
  routes.get('/embed/:file{theme-(light|dark)\\.css}', (c) => {
    const theme = c.req.param('file') === 'theme-dark.css' ? 'dark' : 'light';
    return c.body(embedThemeCss(theme, c.get('visit').profile?.colour ?? ''), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': SHORT,
    });
  });
  routes.get('/embed/:id{[0-9a-f-]{36}}', (c) => sendFrame(c, rows));
  routes.get('/embed/:file{[0-9a-f-]{36}\\.(svg|png)}', (c) => sendPicture(c, rows, pictures));
  return routes;
}

/** The language of a frame is named in its address: it stands on a page of its own language. */
function visitOf(c: HonoContext<SurfaceEnv>): Visit {
  const visit = c.get('visit');
  return visit.query.get('lang') === 'en' ? { ...visit, language: 'en' } : visit;
}

async function sendFrame(c: HonoContext<SurfaceEnv>, rows: RowMemory): Promise<Response> {
  const visit = visitOf(c);
  const { card, view } = await loadEmbed(visit, rows, c.req.param('id') ?? '');
  const answer = renderPage(
    c,
    <EmbedPage visit={visit} card={card} view={view} theme={themeOf(visit)} />,
    statusOf(card, view),
  );
  for (const [name, value] of Object.entries({ ...FRAME, ...keptFor(answer.status) })) answer.headers.set(name, value);
  return answer;
}

async function sendPicture(
  c: HonoContext<SurfaceEnv>,
  rows: RowMemory,
  pictures: RecentAnswers<Uint8Array>,
): Promise<Response> {
  const visit = visitOf(c);
  const [id = '', format] = (c.req.param('file') ?? '').split('.');
  const { card, view } = await loadEmbed(visit, rows, id);
  const colours = pictureColours(themeOf(visit) ?? 'light', visit.profile?.colour ?? '');
  const svg = embedPicture({ visit, card, view, colours });
  const status = statusOf(card, view);
  const headers = { ...PICTURE, ...keptFor(status) };
  if (format === 'svg') return c.body(svg, status, { ...headers, 'content-type': 'image/svg+xml' });
  const png = await pictures.answer(svg, () => pngOf(svg, 1200));
  return c.body(new Uint8Array(png), status, { ...headers, 'content-type': 'image/png' });
}

/** A busy moment or a wrong condition is told to the one who asked; nobody keeps it for the next. */
function keptFor(status: number): Record<string, string> {
  return { 'cache-control': status === 200 || status === 410 ? SHORT : 'no-store' };
}

function themeOf({ query }: Visit): EmbedTheme | null {
  const theme = query.get('theme');
  return theme === 'dark' || theme === 'light' ? theme : null;
}

function statusOf(card: Card, view: ExplorerSource) {
  if (card.state === 'withdrawn') return 410;
  return view.table?.kind === 'refused' ? HTTP_STATUS[view.table.error.kind] : 200;
}

/** The card in any state: what is suspended or withdrawn says so in the frame too. */
async function loadEmbed(
  visit: Visit,
  rows: RowMemory,
  resourceId: string,
): Promise<{ card: Card; view: ExplorerSource }> {
  const card = await findCardOfResource(visit.ctx, resourceId);
  const resource = card?.resources.find((one) => one.id === resourceId) ?? null;
  if (!card || !resource) {
    throw new RequestError('not-found', 'no-such-resource', {
      uk: explorerTexts.uk.frame.missing,
      en: explorerTexts.en.frame.missing,
    });
  }
  const open = card.state === 'published' && resource.tableId !== null;
  const table = open ? await loadExplorer(visit, rows, resource, resource.tableId) : null;
  return { card, view: { card, old: null, resources: card.resources, resource, table, offer: null } };
}
