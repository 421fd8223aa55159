import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { HistoryPage as Found } from '../../../capabilities/history/index.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { historyTexts } from '../../../locales/history.ts';
import { Breadcrumbs, CabinetPage, Empty, href, LinkButton, type Visit } from '../../components/index.ts';
import { EntriesTable } from './entry-words.tsx';

interface DatasetHistoryView {
  readonly visit: Visit;
  readonly dataset: { readonly id: string; readonly title: string };
  readonly found: Found;
  readonly units: readonly Unit[];
  readonly open: boolean;
}

/** What was done to one dataset, for those who work on it. */
export function DatasetHistoryPage({ visit, dataset, found, units, open }: DatasetHistoryView) {
  const texts = historyTexts[visit.language];
  const here = `/cabinet/datasets/${dataset.id}`;
  return (
    <CabinetPage visit={visit} title={`${texts.ofDataset}: ${dataset.title}`}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: deskTexts[visit.language].sets.title, href: href(visit, '/cabinet/datasets') },
            { label: dataset.title, href: href(visit, here) },
            { label: texts.title },
          ]}
        />
        <div class="stack">
          <h1>{texts.ofDataset}</h1>
          <p class="lead">{texts.ofDatasetLead}</p>
        </div>
        {found.items.length === 0 ? (
          <Empty title={texts.empty} />
        ) : (
          <EntriesTable visit={visit} entries={found.items} units={units} open={open} />
        )}
        <p class="row">
          {visit.query.has('after') && <LinkButton href={href(visit, `${here}/history`)}>{texts.newest}</LinkButton>}
          {found.next !== null && (
            <LinkButton href={href(visit, `${here}/history?after=${found.next}`)}>{texts.older}</LinkButton>
          )}
        </p>
      </div>
    </CabinetPage>
  );
}
