import { mayAnywhere } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import type { Paged } from '../../../kernel/paging.ts';
import { pageCount } from '../../../kernel/paging.ts';
import { dayInWords } from '../../../language/dates.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { lifeTexts } from '../../../locales/life.ts';
import { sheetTexts } from '../../../locales/passport-sheets.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  Field,
  href,
  LinkButton,
  Pager,
  type StateKind,
  type Visit,
} from '../../components/index.ts';

export const STATE_TONES: Record<Dataset['state'], StateKind> = {
  planned: 'info',
  draft: 'info',
  internal: 'info',
  published: 'good',
  suspended: 'attention',
  archived: 'attention',
  withdrawn: 'error',
};

/** All datasets a person may edit, found by title. */
export function DatasetListPage({ visit, found, q }: { visit: Visit; found: Paged<Dataset>; q: string }) {
  const texts = deskTexts[visit.language];
  const path = href(visit, '/cabinet/datasets');
  const life = lifeTexts[visit.language];
  const held = visit.person?.appointments ?? [];
  return (
    <CabinetPage visit={visit} title={texts.sets.title}>
      <div class="stack-l">
        <h1>{texts.sets.title}</h1>
        <form class="row" method="get" action={path}>
          <Field label={texts.sets.search} name="q" type="search" value={q} />
          <Button kind="secondary" icon="search">
            {texts.sets.find}
          </Button>
        </form>
        {found.items.length === 0 ? (
          <Empty title={q ? texts.sets.notFound : texts.sets.none}>
            {q ? (
              <p>{texts.sets.notFoundLead}</p>
            ) : (
              <LinkButton kind="primary" href={href(visit, '/cabinet/new')}>
                {texts.add}
              </LinkButton>
            )}
          </Empty>
        ) : (
          <Datasets visit={visit} datasets={found.items} />
        )}
        {pageCount(found) > 1 && (
          <Pager
            visit={visit}
            page={found.page}
            pages={pageCount(found)}
            hrefFor={(page: number) => `${path}?${new URLSearchParams({ q, page: String(page) })}`}
          />
        )}
        <p class="row">
          {mayAnywhere(held, 'dataset.publish') && <a href={href(visit, '/cabinet/plan')}>{life.plan.link}</a>}
          <a href={href(visit, '/cabinet/passport-sheets')}>{sheetTexts[visit.language].title}</a>
          <a href={href(visit, '/cabinet/code-lists')}>{codeListTexts[visit.language].many}</a>
          <a href={href(visit, '/cabinet/internal')}>{life.internal.listTitle}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

function Datasets({ visit, datasets }: { visit: Visit; datasets: readonly Dataset[] }) {
  const texts = deskTexts[visit.language];
  const { caption, columns } = texts.sets;
  return (
    <DataTable
      caption={caption}
      captionUnseen
      rowHeaders
      columns={[
        { title: columns.title },
        { title: columns.state, tight: true },
        { title: columns.changed, tight: true },
      ]}
      rows={datasets.map((dataset) => [
        <a key="title" href={href(visit, `/cabinet/datasets/${dataset.id}`)}>
          {dataset.passport.title}
        </a>,
        <Badge key="state" kind={STATE_TONES[dataset.state]}>
          {texts.states[dataset.state]}
        </Badge>,
        dayInWords(dataset.changedAt, visit.language),
      ])}
    />
  );
}
