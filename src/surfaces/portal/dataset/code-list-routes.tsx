import { Hono } from 'hono';
import {
  codeListAsCsv,
  codeListAsPackage,
  findShownCodeList,
  findShownVersion,
  shownCodePage,
  shownVersions,
} from '../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import {
  CodeSearch,
  CodesTable,
  href,
  Page,
  Pager,
  renderPage,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';

/** Anybody's page may read public facts. */
const OPEN = { 'access-control-allow-origin': '*' };
/** Codes on one page. */
const SHOWN = 200;

/** Code lists that published tables point to: a page, CSV, and a data package foreign keys refer to; `?version=2` gives an earlier one. */
export function codeListRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/code-lists/:file{[a-z0-9-]+\\.(csv|json)}', async (c) => {
      const { ctx, origin, query } = c.get('visit');
      const [slug = '', form] = c.req.param('file').split('.');
      const version = numberOf(query.get('version'), 0);
      const list = version > 0 ? await findShownVersion(ctx, slug, version) : await findShownCodeList(ctx, slug);
      if (form === 'json') return c.json(codeListAsPackage(list, `${origin}/code-lists/${slug}`), 200, OPEN);
      const headers = {
        ...OPEN,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${slug}${version > 0 ? `-${version}` : ''}.csv"`,
      };
      return c.body(codeListAsCsv(list), 200, headers);
    })
    .get('/code-lists/:slug', async (c) => {
      const visit = c.get('visit');
      const slug = c.req.param('slug');
      const words = (visit.query.get('q') ?? '').slice(0, 100);
      const page = Math.max(1, numberOf(visit.query.get('page'), 1));
      const found = await shownCodePage(visit.ctx, slug, { words, page, size: SHOWN });
      const versions = await shownVersions(visit.ctx, slug);
      return renderPage(c, <CodeListPage visit={visit} view={{ ...found, words, page, versions }} />);
    });
}

const numberOf = (text: string | null, otherwise: number) => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : otherwise);

type PublicList = Awaited<ReturnType<typeof shownCodePage>> & {
  readonly words: string;
  readonly page: number;
  readonly versions: Awaited<ReturnType<typeof shownVersions>>;
};

function CodeListPage({ visit, view }: { visit: Visit; view: PublicList }) {
  const texts = codeListTexts[visit.language];
  const { list, codes, total, words, page, versions } = view;
  const address = `/code-lists/${list.slug}`;
  return (
    <Page visit={visit} title={`${texts.one}: ${list.name}`}>
      <div class="stack-l">
        <header>
          <p class="soft">{texts.one}</p>
          <h1>{list.name}</h1>
          <p class="soft">{[texts.asOf(list.version), list.source].filter(Boolean).join(' · ')}</p>
        </header>
        <p class="row part-links">
          <a href={`${address}.csv`}>CSV</a>
          <a href={`${address}.json`}>{texts.package}</a>
        </p>
        {(total > SHOWN || words !== '') && <CodeSearch visit={visit} action={href(visit, address)} words={words} />}
        <CodesTable visit={visit} title={list.name} codes={codes} />
        <Pager
          visit={visit}
          page={page}
          pages={Math.max(1, Math.ceil(total / SHOWN))}
          hrefFor={(one: number) => `${href(visit, address)}?${new URLSearchParams({ page: String(one), q: words })}`}
        />
        {versions.length > 1 && (
          <section class="stack" aria-labelledby="versions-title">
            <h2 id="versions-title">{texts.versions}</h2>
            <ul class="plain stack">
              {versions.map(({ number, madeAt, added, renamed, retired }) => (
                <li key={number}>
                  <a href={`${address}.csv?version=${number}`}>{texts.asOf(number)}</a>
                  {`, ${dayInWords(madeAt.toISOString().slice(0, 10), visit.language)}: ${texts.difference(added, renamed, retired)}`}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}
