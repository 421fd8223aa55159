import { Hono } from 'hono';
import { findUnitBySlug, listUnits, type Unit, unitKin } from '../../../capabilities/accounts/index.ts';
import { lateCards, openPromises, searchCards, THEMES } from '../../../capabilities/catalog/index.ts';
import { loadRequired } from '../../../capabilities/mandates/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { AboutPage } from './about-page.tsx';
import { AccessibilityPage } from './accessibility-page.tsx';
import { ClosedUnitPage } from './closed-unit-page.tsx';
import { ThemePage, ThemesPage } from './themes-page.tsx';
import { UnitPage } from './unit-page.tsx';
import { UnitsPage } from './units-page.tsx';

const PAGE_SIZE = 20;
const LATE_SHOWN = 5;
const PROMISED_SHOWN = 20;

/** Publishers, themes, what the portal is. */
export function cityRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();

  routes.get('/units', async (c) => {
    const visit = c.get('visit');
    const [units, all] = await Promise.all([listUnits(visit.ctx), searchCards(visit.ctx, { page: 1, size: 1 })]);
    return renderPage(c, <UnitsPage visit={visit} units={units} counts={all.facets.units} />);
  });

  routes.get('/units/:slug', async (c) => {
    const visit = c.get('visit');
    const unit = await unitOf(visit, c.req.param('slug'));
    const kin = await unitKin(visit.ctx, unit.id);
    if (unit.closedOn !== null) return renderPage(c, <ClosedUnitPage visit={visit} unit={unit} kin={kin} />, 410);
    const [units, found, late, promised] = await Promise.all([
      listUnits(visit.ctx),
      searchCards(visit.ctx, { unit: unit.slug, page: pageAsked(visit), size: PAGE_SIZE }),
      lateCards(visit.ctx, { unitId: unit.id, most: LATE_SHOWN }),
      openPromises(visit.ctx, { unitId: unit.id, most: PROMISED_SHOWN }),
    ]);
    const below = units.filter((one) => one.parentId === unit.id);
    return renderPage(
      c,
      <UnitPage visit={visit} view={{ unit, above: unitsAbove(units, unit), below, found, late, promised, kin }} />,
    );
  });

  routes.get('/themes', async (c) => {
    const visit = c.get('visit');
    const all = await searchCards(visit.ctx, { page: 1, size: 1 });
    return renderPage(c, <ThemesPage visit={visit} counts={all.facets.themes} />);
  });

  routes.get('/themes/:code', async (c) => {
    const visit = c.get('visit');
    const code = themeOf(c.req.param('code'));
    const [found, view] = await Promise.all([
      searchCards(visit.ctx, { theme: code, page: pageAsked(visit), size: PAGE_SIZE }),
      loadRequired(visit.ctx),
    ]);
    const required = view.items
      .filter(({ item }) => item.audience !== 'all' && item.themes.includes(code))
      .map(({ item, cells }) => {
        const datasets = cells.flatMap((cell) => cell.datasets);
        return { item, slug: datasets.find(({ state }) => state === 'published')?.slug ?? null };
      });
    return renderPage(c, <ThemePage visit={visit} view={{ code, found, required }} />);
  });

  routes.get('/about', (c) => renderPage(c, <AboutPage visit={c.get('visit')} />));
  routes.get('/accessibility', (c) => renderPage(c, <AccessibilityPage visit={c.get('visit')} />));
  return routes;
}

/** The unit of the address. Throws `not-found`. */
export async function unitOf(visit: Visit, slug: string): Promise<Unit> {
  const unit = await findUnitBySlug(visit.ctx, slug);
  if (unit) return unit;
  throw new RequestError('not-found', 'no-such-unit', {
    uk: 'Такого розпорядника на порталі немає. Можливо, його перейменовано: подивіться в переліку розпорядників.',
    en: 'There is no such publisher on the portal. It may have been renamed: look in the list of publishers.',
  });
}

/** The code of the address, if it is a theme. Throws `not-found`. */
export function themeOf(code: string): string {
  if (Object.hasOwn(THEMES, code)) return code;
  throw new RequestError('not-found', 'no-such-theme', {
    uk: 'Такої теми на порталі немає. Подивіться в переліку тем.',
    en: 'There is no such theme on the portal. Look in the list of themes.',
  });
}

/** From the root down to the unit above. */
function unitsAbove(units: readonly Unit[], unit: Unit): Unit[] {
  const above: Unit[] = [];
  const parentOf = (one: Unit) => units.find(({ id }) => id === one.parentId);
  for (let one = parentOf(unit); one; one = parentOf(one)) above.unshift(one);
  return above;
}

function pageAsked(visit: Visit): number {
  const page = Number(visit.query.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}
