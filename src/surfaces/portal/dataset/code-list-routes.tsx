import { Hono } from 'hono';
import { codeListAsCsv, codeListAsPackage, findShownCodeList } from '../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import { DataTable, Page, renderPage, type SurfaceEnv } from '../../components/index.ts';

/** Anybody's page may read public facts. */
const OPEN = { 'access-control-allow-origin': '*' };

/** Code lists that published tables point to: a page, CSV, and a data package foreign keys refer to. */
export function codeListRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/code-lists/:file{[a-z0-9-]+\\.(csv|json)}', async (c) => {
      const { ctx, origin } = c.get('visit');
      const [slug = '', form] = c.req.param('file').split('.');
      const list = await findShownCodeList(ctx, slug);
      if (form === 'json') return c.json(codeListAsPackage(list, `${origin}/code-lists/${slug}`), 200, OPEN);
      const headers = {
        ...OPEN,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${slug}.csv"`,
      };
      return c.body(codeListAsCsv(list), 200, headers);
    })
    .get('/code-lists/:slug', async (c) => {
      const visit = c.get('visit');
      const texts = codeListTexts[visit.language];
      const list = await findShownCodeList(visit.ctx, c.req.param('slug'));
      return renderPage(
        c,
        <Page visit={visit} title={`${texts.one}: ${list.name}`}>
          <div class="stack-l">
            <header>
              <p class="soft">{texts.one}</p>
              <h1>{list.name}</h1>
            </header>
            <p class="row part-links">
              <a href={`/code-lists/${list.slug}.csv`}>CSV</a>
              <a href={`/code-lists/${list.slug}.json`}>{texts.package}</a>
            </p>
            <DataTable
              caption={list.name}
              captionUnseen
              columns={[{ title: texts.code, tight: true }, { title: texts.name }, { title: texts.state }]}
              rows={list.codes.map(({ code, name, retiredOn }) => [
                <code key="code">{code}</code>,
                name,
                retiredOn ? texts.retiredOn(dayInWords(retiredOn, visit.language)) : texts.inUse,
              ])}
            />
          </div>
        </Page>,
      );
    });
}
