import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { checkWeights } from '../../capabilities/accounts/index.ts';
import { RequestError } from '../../kernel/errors.ts';
import { checksTexts } from '../../locales/checks.ts';
import { helpTexts } from '../../locales/help.ts';
import { href, Page, renderPage, type SurfaceEnv, type Visit } from '../components/index.ts';
import { checkOf } from './checks/check-list.ts';
import { CheckPage, ChecksPage } from './checks/checks-pages.tsx';
import { GUIDES, type GuideName, guideHtml } from './guide-html.ts';

/** `docs` of the project: the built server and the sources lie at different depths below it. */
function docsFolder(): string | null {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const docs = join(folder, 'docs');
    if (existsSync(join(docs, 'guides/clerk.md'))) return docs;
  }
  return null;
}

function noGuide(): RequestError {
  return new RequestError('not-found', 'no-such-guide', {
    uk: 'Такої настанови немає.',
    en: 'There is no such guide.',
  });
}

function GuidePage({ visit, name, markdown }: { visit: Visit; name: GuideName; markdown: string }) {
  const texts = helpTexts[visit.language];
  const { title, html } = guideHtml(markdown, visit.language === 'en' ? '/en' : '');
  return (
    <Page visit={visit} title={title}>
      <h1>{title}</h1>
      <div class="prose guide-text" dangerouslySetInnerHTML={{ __html: html }} />
      <h2>{texts.others}</h2>
      <ul>
        <li>
          <a href={href(visit, '/guide/checks')}>{checksTexts[visit.language].title}</a>
        </li>
        {GUIDES.filter((other) => other !== name).map((other) => (
          <li key={other}>
            <a href={href(visit, `/guide/${other}`)}>{texts.guides[other]}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function noCheck(): RequestError {
  return new RequestError('not-found', 'no-such-check', {
    uk: 'Такої перевірки немає. Усі перевірки: /guide/checks.',
    en: 'There is no such check. All checks: /en/guide/checks.',
  });
}

/** `/guide/clerk` and `/guide/coordinator` in the visit's language, the pictures they show, and the pages of all checks. */
export function helpRoutes(): Hono<SurfaceEnv> {
  const docs = docsFolder();
  const routes = new Hono<SurfaceEnv>();
  for (const name of GUIDES) {
    routes.get(`/guide/${name}`, async (c) => {
      if (docs === null) throw noGuide();
      const visit = c.get('visit');
      const file = join(docs, 'guides', visit.language === 'en' ? `${name}.en.md` : `${name}.md`);
      return renderPage(c, <GuidePage visit={visit} name={name} markdown={await readFile(file, 'utf8')} />);
    });
  }
  routes.get('/guide/checks', async (c) => {
    const visit = c.get('visit');
    return renderPage(c, <ChecksPage visit={visit} weights={await checkWeights(visit.ctx)} />);
  });
  routes.get('/guide/checks/:code{[a-z0-9-]+}', async (c) => {
    const check = checkOf(c.req.param('code'));
    if (check === null) throw noCheck();
    const visit = c.get('visit');
    return renderPage(
      c,
      <CheckPage visit={visit} check={check} weight={(await checkWeights(visit.ctx))[check.code]} />,
    );
  });
  routes.get('/guide/pictures/:name{[a-z0-9-]+\\.webp}', async (c) => {
    const bytes = docs && (await readFile(join(docs, 'pictures', c.req.param('name'))).catch(() => null));
    if (!bytes) throw noGuide();
    const headers = { 'content-type': 'image/webp', 'cache-control': 'public, max-age=3600' };
    return c.body(new Uint8Array(bytes), 200, headers);
  });
  return routes;
}
