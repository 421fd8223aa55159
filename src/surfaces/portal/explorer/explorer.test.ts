import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../../tests/support/publish-file.ts';
import { communityProfile } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import {
  publishDataset,
  reopenDataset,
  suspendDataset,
  withdrawDataset,
} from '../../../capabilities/publishing/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { SurfaceEnv } from '../../components/visit.ts';
import { portalRoutes } from '../index.ts';

const DISTRICTS = ['Центральний', 'Північний', 'Приміський'];

/** 120 trees: three districts, days of two years, sums, places; two without a place and one with a hostile name. */
const LINES = Array.from({ length: 120 }, (_, at) => {
  const place =
    at < 2 ? ',' : `${(48.5 + (at % 10) / 100).toFixed(4)},${(32.2 + Math.floor(at / 10) / 100).toFixed(4)}`;
  const name = at === 5 ? '<b>Липа</b>' : `Дерево ${at + 1}`;
  const day = `20${at % 2 ? 25 : 24}-0${1 + (at % 3)}-1${at % 10}`;
  return `${at + 1},${name},${DISTRICTS[at % 3]},${day},${at * 10},${at % 4 === 0 ? 'так' : 'ні'},${place},067${at}`;
});
const FILE = {
  name: 'Дерева.csv',
  text: ['Номер,Назва,Район,Дата,Сума,Обстежено,Широта,Довгота,Телефон', ...LINES].join('\n'),
  restricted: ['Телефон'],
  identifier: ['Номер'],
};

let test: TestContext;
let app: Hono<SurfaceEnv>;
let dataset: Dataset;
let resourceId: string;

beforeAll(async () => {
  test = await makeTestContext();
  app = new Hono<SurfaceEnv>({ getPath: (request) => getPath(request).replace(/^\/en(?=\/|$)/, '') || '/' });
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    c.set('visit', {
      ctx: test.as(VISITOR),
      person: null,
      language: url.pathname.startsWith('/en') ? 'en' : 'uk',
      profile: await communityProfile(test.ctx),
      path: url.pathname,
      query: url.searchParams,
      origin: 'https://data.example.org',
      requestId: 'test',
    });
    await next();
  });
  app.route('/', portalRoutes());
  app.onError((error, c) => {
    if (!isRequestError(error)) throw error;
    return c.json({ code: error.code }, HTTP_STATUS[error.kind]);
  });
  const unitId = await setUpCommunity(test);
  dataset = await draftDataset(test, unitId, 'Дерева громади', FILE);
  await publishDataset(test.ctx, dataset.id);
  await test.runJobs();
  resourceId = dataset.resources[0]?.id ?? '';
});
afterAll(() => test.close());

/** The explorer alone, and its text without markup. */
async function part(query: string, status = 200): Promise<{ html: string; text: string }> {
  const answer = await app.request(`/datasets/${dataset.slug}/explorer${query}`);
  const html = await answer.text();
  expect(answer.status, html.slice(0, 400)).toBe(status);
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/[ \n]+/g, ' ') };
}

describe('rows', () => {
  it('offer for each column the control that suits its kind', async () => {
    const { html } = await part('');
    expect(html).toMatch(/<select[^>]*name="raion__exact"/);
    expect(html).toContain('Північний (40)');
    expect(html).toMatch(/<input[^>]*name="nazva__contains"/);
    expect(html).toMatch(/<input[^>]*name="suma__gte"/);
    expect(html).toMatch(/<input[^>]*name="data__lte"[^>]*type="date"/);
    expect(html).toMatch(/<select[^>]*name="obstezheno__exact"/);
  });

  it('keep every condition in every link, and say counts of the whole table only while nothing narrows it', async () => {
    const { html, text } = await part('?raion__exact=Північний&suma__gte=500&sort=-suma&columns=nazva,suma');
    expect(text).toContain('Знайдено 23 рядки із 120');
    expect(html).not.toContain('Північний (40)');
    const links = [...html.matchAll(/href="([^"]*view=(?:groups|chart|map)[^"]*)"/g)].map((found) => found[1] ?? '');
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      const query = new URLSearchParams(link.replaceAll('&amp;', '&').split('?')[1]?.split('#')[0]);
      expect([query.get('raion__exact'), query.get('suma__gte'), query.get('columns')]).toEqual([
        'Північний',
        '500',
        'nazva,suma',
      ]);
    }
    expect(html).toMatch(/aria-sort="descending" data-column="suma"/);
    expect(html).toContain(`/download/`);
    expect(html).toMatch(/\/download\/[0-9a-f-]+\.csv\?raion__exact=[^"]*sort=-suma/);
  });

  it('show the columns asked for in the order asked, and have links that move them', async () => {
    const { html } = await part('?columns=suma&columns=nazva');
    expect([...html.matchAll(/<th [^>]*data-column="([^"]+)"/g)].map((found) => found[1])).toEqual(['suma', 'nazva']);
    expect(html).toContain('columns=nazva%2Csuma');
    const whole = await part(
      '?columns=nomer&columns=nazva&columns=raion&columns=data&columns=suma&columns=obstezheno&columns=shyrota&columns=dovhota',
    );
    expect(whole.html).not.toContain('name="columns" value="nomer,nazva');
  });

  it('never show what is hostile as markup', async () => {
    for (const query of [
      '',
      '?q=<script>alert(1)</script>',
      '?nazva__contains="><img src=x>',
      '?view=groups&group=nazva',
    ]) {
      const { html } = await part(query);
      expect(html).not.toMatch(/<b>Липа|<script>alert|<img src=x/);
    }
  });
});

describe('the profile of a column', () => {
  it('tells blanks, different values, ends, the frequent ones with links, and draws the spread', async () => {
    const { html, text } = await part('?profile=raion');
    expect(text).toMatch(/Різних значень 3/);
    expect(html).toMatch(/href="[^"]*raion__exact=%D0%9F[^"]*"[^>]*>Північний</);
    const sums = await part('?profile=suma&raion__exact=Північний');
    expect(sums.text).toMatch(/Найменше 10 Найбільше 1\u202f?180/);
    expect(sums.text).toMatch(/Середнє 595/);
    expect(sums.html).toMatch(/<svg class="chart spread"/);
    const days = await part('?profile=data');
    expect(days.html).toMatch(/<select[^>]*name="data__year"/);
    expect(days.html).toMatch(/type="month"/);
    const place = await part('?profile=shyrota');
    expect(place.html).toContain('shyrota__isnull=true');
  });
});

describe('groups and charts', () => {
  it('count and sum, sort, and lead from each group to its rows', async () => {
    const { html, text } = await part('?view=groups&group=raion&sum=suma');
    expect(text).toContain('3 групи, разом 120 рядків');
    expect(text).toMatch(/Приміський 40 24\u202f200/);
    expect(html).toMatch(/href="\/datasets\/[^"]*\?raion__exact=%D0%9F[^"]*#table"[^>]*aria-label="Рядки групи «П/);
    const years = await part('?view=groups&group=data__year,raion&raion__exact=Північний');
    expect(years.text).toMatch(/2024 Північний 20/);
    expect(years.html).toContain('data__year=2024');
    const sorted = await part('?view=groups&group=raion&sum=suma&sort=-suma__sum');
    expect(sorted.text.indexOf('Приміський 40')).toBeLessThan(sorted.text.indexOf('Центральний 40'));
  });

  it('understand the choices of the form', async () => {
    const { text } = await part('?view=groups&group=raion&group=&also=avg:suma');
    expect(text).toContain('Сума (середнє)');
  });

  it('choose the chart by the columns, and always have its table', async () => {
    const months = await part('?view=chart&group=data__month&chart=line');
    expect(months.html).toMatch(/class="chart-line/);
    // months without rows between the first and the last stand on the line too
    expect(months.html.match(/<title>\d\d\.20/g)?.length).toBe(2 * 15);
    expect(months.html).toContain('groups-table');
    const names = await part('?view=chart&group=raion&sum=suma');
    expect(names.html).toMatch(/<title>Приміський: /);
    expect(names.html).not.toMatch(/class="chart-line/);
    const shares = await part('?view=chart&group=raion&chart=share');
    expect(shares.text).toMatch(/33,3\u202f% · 40/);
    const two = await part('?view=chart&group=raion,obstezheno');
    expect(two.html).toMatch(/chart-series-2/);
  });

  it('draw without inline styles or scripts', async () => {
    for (const query of ['?view=chart', '?view=map', '?view=groups', '?profile=suma']) {
      expect((await part(query)).html).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=/);
    }
  });
});

describe('the map', () => {
  it('counts what has a place and what has none, covers itself with cells that lead closer, and lists the rows', async () => {
    const { html, text } = await part('?view=map');
    expect(text).toContain('118 рядків на карті');
    expect(text).toContain('Без координат: 2 рядки');
    expect(html).toMatch(/class="map-cell" href="[^"]*bounds=/);
    expect(text).toContain('Рядки, які видно на карті');
    const near = await part('?view=map&bounds=32.195,48.495,32.205,48.545');
    expect(near.text).toMatch(/ 3 рядки на карті/);
    expect(near.text).not.toContain('Дерево 119');
  });

  it('is no view of a table without coordinates: the table is shown and its tab says so', async () => {
    const unitId = dataset.unitId;
    const plain = await draftDataset(test, unitId, 'Без місць', {
      name: 'plain.csv',
      text: 'Назва,Сума\nЛипа,1\nКлен,2',
    });
    await publishDataset(test.ctx, plain.id);
    await test.runJobs();
    const html = await (await app.request(`/datasets/${plain.slug}/explorer?view=map`)).text();
    expect(html).toMatch(/<a [^>]*aria-current="(page|true)"[^>]*>\s*Таблиця/);
    expect(html).not.toContain('view=map');
    expect(html).toContain('Липа');
  });
});

describe('what nobody may see', () => {
  it('is reached by no view and by no parameter', async () => {
    const { html } = await part('');
    expect(html).not.toContain('Телефон');
    for (const query of [
      '?profile=telefon',
      '?columns=nazva,telefon',
      '?sort=telefon',
      '?telefon__contains=067',
      '?view=groups&group=telefon',
      '?view=groups&group=raion&min=telefon',
      '?view=chart&group=telefon',
      '?view=map&telefon__exact=0671',
    ]) {
      const refused = await part(query, 400);
      expect(refused.html, query).not.toMatch(/067\d/);
    }
    expect((await part('?q=0675')).text).toContain('Рядків за цими умовами немає');
    for (const query of ['?view=groups', '?view=chart', '?view=map', '?view=chart&measure=telefon']) {
      expect((await part(query)).html, query).not.toMatch(/067\d{1,3}\b|Телефон/);
    }
  });
});

describe('embeds', () => {
  const embed = (query = '', ending = '') => app.request(`/embed/${resourceId}${ending}${query}`);

  it('are framed by anybody and hold no script, form or inline style', async () => {
    for (const query of ['', '?view=groups', '?view=chart&group=raion', '?view=map']) {
      const answer = await embed(query);
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
      expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
      expect(html).not.toMatch(/<script|<form|\sstyle=|<input/);
      expect(html).toContain('Управління освіти, Вигадана громада');
      expect(html).toContain('Дані станом на');
      expect(html).not.toMatch(/067\d/);
    }
    expect((await app.request(`/datasets/${dataset.slug}`)).headers.get('content-security-policy') ?? '').not.toContain(
      '*',
    );
  });

  it('keep the conditions, take a theme and a language', async () => {
    const html = await (await embed('?raion__exact=Північний&theme=dark&lang=en')).text();
    expect(html).toContain('40 rows found of 120');
    expect(html).toContain('/embed/theme-dark.css');
    const css = await (await app.request('/embed/theme-dark.css')).text();
    expect(css).toContain('--paper:#14161a');
  });

  it('are pictures too', async () => {
    const svg = await embed('?view=chart&group=raion', '.svg');
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    const drawing = await svg.text();
    expect(drawing).toContain('Приміський');
    expect(drawing).not.toMatch(/class=|<script|<foreignObject/);
    const png = new Uint8Array(await (await embed('?view=map&theme=dark', '.png')).arrayBuffer());
    expect([...png.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect(png.length).toBeGreaterThan(5000);
  });

  it('are kept for five minutes when they show the data, and not at all when they show a refusal', async () => {
    for (const ending of ['', '.svg', '.png']) {
      expect((await embed('', ending)).headers.get('cache-control'), ending).toBe('public, max-age=300');
      const refused = await embed('?nowhere__exact=1', ending);
      expect([refused.status, refused.headers.get('cache-control')], ending).toEqual([400, 'no-store']);
    }
  });

  it('say that the data are suspended or withdrawn, and show none', async () => {
    await suspendDataset(test.ctx, dataset.id, { reason: 'Перевірка', order: '№ 5', reviewOn: '2030-01-01' });
    const suspended = await (await embed()).text();
    expect(suspended).toContain('Доступ до даних тимчасово призупинено');
    expect(suspended).not.toContain('Дерево 1<');
    expect((await app.request(`/datasets/${dataset.slug}/explorer`)).status).toBe(404);
    await reopenDataset(test.ctx, dataset.id);
    await withdrawDataset(test.ctx, dataset.id, { reason: 'Персональні дані', order: '№ 6' });
    const withdrawn = await embed();
    expect(withdrawn.status).toBe(410);
    expect(await withdrawn.text()).toContain('Дані вилучено');
    expect(await (await embed('', '.svg')).text()).toContain('Дані вилучено');
    expect((await app.request('/embed/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});
