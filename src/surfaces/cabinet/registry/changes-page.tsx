import type { EntryDifference, RegistryEntry } from '../../../capabilities/registry/index.ts';
import { monthInWords } from '../../../language/dates.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { Button, CabinetPage, DataTable, Empty, Field, href, type Visit } from '../../components/index.ts';
import { differences } from './entry-page.tsx';
import { RegistryPlaces } from './registry-places.tsx';
import { STAFF_PATH } from './registry-query.ts';

interface ChangesView {
  /** `2027-03`. */
  readonly month: string;
  /** Months that can be asked for, the newest first. */
  readonly months: readonly string[];
  readonly items: readonly EntryDifference[];
  readonly total: number;
}

/** What became of the registry in a month. */
export function ChangesPage({ visit, view }: { visit: Visit; view: ChangesView }) {
  const texts = registryTexts[visit.language].changes;
  const title = texts.title(monthInWords(view.month, visit.language));
  return (
    <CabinetPage visit={visit} title={title} wide>
      <div class="stack-l">
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <RegistryPlaces visit={visit} current="changes" />
        <form class="filters no-print" method="get" action={href(visit, `${STAFF_PATH}/changes`)}>
          <Field
            label={texts.month}
            name="month"
            value={view.month}
            options={view.months.map((value) => ({ value, label: monthInWords(value, visit.language) }))}
          />
          <Button kind="secondary">{texts.show}</Button>
        </form>
        {view.items.length === 0 ? (
          <Empty title={texts.none} />
        ) : (
          <div class="stack">
            <ChangesTable visit={visit} items={view.items} />
            {view.items.length < view.total && <p class="soft">{texts.more(view.items.length, view.total)}</p>}
          </div>
        )}
      </div>
    </CabinetPage>
  );
}

function ChangesTable({ visit, items }: { visit: Visit; items: readonly EntryDifference[] }) {
  const texts = registryTexts[visit.language].changes;
  return (
    <DataTable
      caption={texts.caption}
      captionUnseen
      columns={[{ title: texts.columns.id, tight: true }, { title: texts.columns.name }, { title: texts.columns.what }]}
      rows={items.map((item) => {
        const entry = (item.after ?? item.before) as RegistryEntry;
        return [
          <a key="id" href={href(visit, `${STAFF_PATH}/${encodeURIComponent(entry.number)}`)}>
            {entry.number}
          </a>,
          entry.title,
          <ul key="what" class="plain">
            {wordsOf(visit, item).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>,
        ];
      })}
    />
  );
}

function wordsOf(visit: Visit, { before, after }: EntryDifference): string[] {
  const { changes, entry } = registryTexts[visit.language];
  if (!before) return [changes.came];
  if (!after) return [changes.went];
  const found = differences(visit, before, after);
  return found.length > 0 ? found : [entry.nothingSeen];
}
