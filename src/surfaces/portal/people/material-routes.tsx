import { Hono } from 'hono';
import {
  type Material,
  type MaterialLine,
  publicMaterial,
  publicMaterials,
} from '../../../capabilities/people/index.ts';
import { materialsTexts } from '../../../locales/materials.ts';
import {
  Breadcrumbs,
  Empty,
  href,
  Markdown,
  Page,
  renderPage,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';

const HOME = '/open-data/materials';

/** `/open-data/materials`: guidance, as pages and as JSON. */
export function publicMaterialRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  // the list of responsible persons has one address
  routes.get('/open-data/persons', (c) => c.redirect(href(c.get('visit'), '/responsible'), 301));
  routes.get('/open-data/persons.csv', (c) => c.redirect('/responsible.csv', 301));
  routes.get('/open-data/persons.json', (c) => c.redirect('/responsible.json', 301));
  routes.get(HOME, async (c) => {
    const visit = c.get('visit');
    return renderPage(c, <MaterialsPage visit={visit} lines={await publicMaterials(visit.ctx)} />);
  });
  routes.get(`${HOME}.json`, async (c) => {
    const visit = c.get('visit');
    return c.json((await publicMaterials(visit.ctx)).map((one) => asData(visit, one)));
  });
  routes.get(`${HOME}/:id`, async (c) => {
    const visit = c.get('visit');
    return renderPage(c, <MaterialPage visit={visit} material={await publicMaterial(visit.ctx, c.req.param('id'))} />);
  });
  return routes;
}

function asData(visit: Visit, { id, title, source, edition, kind, address, language, adaptsId }: MaterialLine) {
  const page = `${visit.origin}${HOME}/${id}`;
  return { id, title, source, edition, kind, language, address: address || page, page, adapts: adaptsId };
}

function factsOf(visit: Visit, one: Pick<Material, 'kind' | 'source' | 'edition' | 'language'>): string {
  const texts = materialsTexts[visit.language];
  const facts = [texts.kinds[one.kind], one.source, one.edition && texts.edition(one.edition)];
  return [...facts, one.language === 'en' && texts.english].filter(Boolean).join(' · ');
}

function MaterialsPage({ visit, lines }: { visit: Visit; lines: readonly MaterialLine[] }) {
  const texts = materialsTexts[visit.language];
  return (
    <Page visit={visit} title={texts.title} description={texts.publicLead}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead page-lead">{texts.publicLead}</p>
        </div>
        {lines.length === 0 ? (
          <Empty title={texts.publicNone}>
            <p>{texts.publicNoneText}</p>
          </Empty>
        ) : (
          <>
            <ul class="plain stack">
              {lines.map((one) => (
                <li key={one.id}>
                  <a href={one.hasBody ? href(visit, `${HOME}/${one.id}`) : one.address} rel="noopener">
                    {one.title}
                  </a>
                  <div class="soft small">{factsOf(visit, one)}</div>
                </li>
              ))}
            </ul>
            <p>
              <a href={`${HOME}.json`}>{texts.json}</a>
            </p>
          </>
        )}
      </div>
    </Page>
  );
}

function MaterialPage({ visit, material }: { visit: Visit; material: Material }) {
  const texts = materialsTexts[visit.language];
  return (
    <Page visit={visit} title={material.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, HOME) }, { label: material.title }]}
        />
        <div class="stack">
          <h1>{material.title}</h1>
          <p class="soft">{factsOf(visit, material)}</p>
        </div>
        {material.address !== '' && (
          <p>
            <a href={material.address} rel="noopener">
              {texts.open}
            </a>
          </p>
        )}
        {material.body !== '' && <Markdown text={material.body} lang={material.language} />}
      </div>
    </Page>
  );
}
