import { Hono, type Context as HonoContext } from 'hono';
import { render } from 'preact-render-to-string';
import { RequestError } from '../../../../kernel/errors.ts';
import { blocksTexts } from '../../../../locales/open-data-blocks.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../../components/index.ts';
import { type Block, wishOf } from './block.ts';
import { BlockFragment, BlockFrame } from './block-html.tsx';
import { blockRecord, blockRss } from './block-machine.ts';
import { BLOCKS } from './blocks.ts';

const KEPT = { 'cache-control': 'public, max-age=300' };
/** Read by pages of other sites. */
const FOREIGN = { ...KEPT, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
const FRAME = {
  ...KEPT,
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
};

/**
 * Blocks of the section for the council's own site, all without scripts: `/embed/blocks/<name>` is a frame, `.html` a piece of a page, `.rss` a
 * feed, `.json` for programs. Narrowed by `unit`, `q`, `dataset`, `most`; `lang=en`, `theme=dark|light`.
 */
export function blockRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/embed/blocks/:name{[a-z-]+}', async (c) => {
    const { visit, block } = await loadBlock(c, c.req.param('name'));
    const theme = visit.query.get('theme');
    const answer = renderPage(
      c,
      <BlockFrame visit={visit} block={block} theme={theme === 'dark' || theme === 'light' ? theme : null} />,
    );
    for (const [name, value] of Object.entries(FRAME)) answer.headers.set(name, value);
    return answer;
  });
  routes.get('/embed/blocks/:file{[a-z-]+\\.(html|rss|json)}', async (c) => {
    const [name = '', form] = (c.req.param('file') ?? '').split('.');
    const { visit, block } = await loadBlock(c, name);
    if (form === 'json') return c.json(blockRecord(visit, block), 200, FOREIGN);
    if (form === 'rss') {
      const rss = blockRss(visit, block, visit.origin + c.req.path);
      return c.body(rss, 200, { ...FOREIGN, 'content-type': 'application/rss+xml; charset=utf-8' });
    }
    return c.html(render(<BlockFragment visit={visit} block={block} />), 200, FOREIGN);
  });
  return routes;
}

/** The block in the language its address names; throws `not-found` where there is no such block or nothing of what it was asked for. */
async function loadBlock(c: HonoContext<SurfaceEnv>, name: string): Promise<{ visit: Visit; block: Block }> {
  const known = c.get('visit');
  const visit: Visit = known.query.get('lang') === 'en' ? { ...known, language: 'en' } : known;
  const kind = BLOCKS.find((one) => one.name === name);
  const block = kind ? await kind.load(visit, wishOf(visit.query)) : null;
  if (block) return { visit, block };
  const missing = (language: 'uk' | 'en') =>
    kind ? blocksTexts[language].nothingThere : blocksTexts[language].noBlock(BLOCKS.map((one) => one.name));
  throw new RequestError('not-found', 'no-such-block', { uk: missing('uk'), en: missing('en') });
}
