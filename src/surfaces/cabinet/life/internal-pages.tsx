import { Hono } from 'hono';
import { listUnits, type Unit } from '../../../capabilities/accounts/index.ts';
import { type Dataset, type InternalDataset, listInternal, loadInternal } from '../../../capabilities/catalog/index.ts';
import { type InternalRows, readInternalRows } from '../../../capabilities/drafts/index.ts';
import { pageAsked } from '../../../kernel/paging.ts';
import { dayInWords } from '../../../language/dates.ts';
import { lifeTexts } from '../../../locales/life.ts';
import {
  Breadcrumbs,
  CabinetPage,
  DataTable,
  Empty,
  href,
  KeyValues,
  Notice,
  Pager,
  renderPage,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
import { signedIn } from '../walk/signed-in.ts';

const ROWS_ON_PAGE = 50;

/** Internal datasets for those who may read them: the list, and a page with passport and rows. Never public. */
export function internalPages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/internal', async (c) => {
      const visit = signedIn(c.get('visit'));
      const [datasets, units] = await Promise.all([listInternal(visit.ctx), listUnits(visit.ctx)]);
      return renderPage(c, <InternalListPage visit={visit} datasets={datasets} units={units} />);
    })
    .get('/cabinet/internal/:id', async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      const page = pageAsked(visit.query);
      const part = { from: (page - 1) * ROWS_ON_PAGE + 1, count: ROWS_ON_PAGE };
      const internal = await loadInternal(visit.ctx, id);
      const [rows, units] = await Promise.all([readInternalRows(visit.ctx, id, part), listUnits(visit.ctx)]);
      return renderPage(c, <InternalPage visit={visit} view={{ ...internal, rows, units, page }} />);
    });
}

const nameOf = (units: readonly Unit[], id: string) => units.find((unit) => unit.id === id)?.name ?? '';

function InternalListPage(props: { visit: Visit; datasets: readonly Dataset[]; units: readonly Unit[] }) {
  const { visit, datasets, units } = props;
  const texts = lifeTexts[visit.language].internal;
  return (
    <CabinetPage visit={visit} title={texts.listTitle}>
      <div class="stack-l">
        <h1>{texts.listTitle}</h1>
        <p class="lead">{texts.listLead}</p>
        {datasets.length === 0 ? (
          <Empty title={texts.listNone} />
        ) : (
          <DataTable
            caption={texts.listTitle}
            captionUnseen
            rowHeaders
            columns={[
              { title: texts.columns.title },
              { title: texts.columns.unit },
              { title: texts.columns.changed, tight: true },
            ]}
            rows={datasets.map((dataset) => [
              <a key="title" href={href(visit, `/cabinet/internal/${dataset.id}`)}>
                {dataset.passport.title}
              </a>,
              nameOf(units, dataset.unitId),
              dayInWords(dataset.changedAt, visit.language),
            ])}
          />
        )}
      </div>
    </CabinetPage>
  );
}

interface InternalView extends InternalDataset {
  readonly rows: InternalRows | null;
  readonly units: readonly Unit[];
  readonly page: number;
}

function InternalPage({ visit, view }: { visit: Visit; view: InternalView }) {
  const texts = lifeTexts[visit.language].internal;
  const { dataset, rows, units, readerUnitIds } = view;
  const { passport } = dataset;
  return (
    <CabinetPage visit={visit} title={passport.title} wide>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.listTitle, href: href(visit, '/cabinet/internal') }, { label: passport.title }]}
        />
        <h1>{passport.title}</h1>
        <Notice kind="attention" title={texts.notPublic} language={visit.language} />
        <KeyValues
          items={[
            [texts.columns.unit, nameOf(units, dataset.unitId)],
            [texts.number, dataset.number],
            [texts.description, passport.description],
            [texts.purpose, passport.purpose],
            [texts.responsible, passport.responsibleName],
            ...(readerUnitIds.length > 0
              ? [[texts.readersNamed, readerUnitIds.map((id) => nameOf(units, id)).join(', ')] as const]
              : []),
          ]}
        />
        {rows ? (
          <section class="stack" aria-labelledby="rows">
            <h2 id="rows">{texts.table(rows.total)}</h2>
            <DataTable
              caption={rows.title}
              captionUnseen
              columns={rows.fields.map(({ title }) => ({ title }))}
              rows={rows.rows}
            />
            <Pager
              visit={visit}
              page={view.page}
              pages={Math.max(1, Math.ceil(rows.total / ROWS_ON_PAGE))}
              hrefFor={(page) => `${href(visit, `/cabinet/internal/${dataset.id}`)}?page=${page}`}
            />
          </section>
        ) : (
          <p class="soft">{texts.noTable}</p>
        )}
      </div>
    </CabinetPage>
  );
}
