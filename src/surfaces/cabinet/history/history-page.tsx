import type { Unit } from '../../../capabilities/accounts/index.ts';
import {
  deedNames,
  type HistoryPage as Found,
  type HistoryFilter,
  MOST_COUNTED,
} from '../../../capabilities/history/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { historyTexts } from '../../../locales/history.ts';
import { Button, CabinetPage, Empty, Field, href, LinkButton, type Visit } from '../../components/index.ts';
import { EntriesTable } from './entry-words.tsx';
import { filterQuery } from './history-filter.ts';

interface HistoryView {
  readonly visit: Visit;
  readonly filter: HistoryFilter;
  readonly found: Found;
  /** People to choose from: id and name. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly units: readonly Unit[];
}

/** Who, when, from where, what; what changed is one press away. */
export function HistoryPage(props: HistoryView) {
  const { visit, filter, found, units } = props;
  const texts = historyTexts[visit.language];
  const address = (suffix: string, more?: Record<string, string>) =>
    href(visit, `/cabinet/history${suffix}${filterQuery(filter, more)}`);
  const about = filter.subjectId === undefined ? undefined : found.items[0]?.subject.name;
  return (
    <CabinetPage visit={visit} title={texts.title} wide>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <Filters {...props} />
        {about && (
          <p>
            {texts.only(about)} <a href={href(visit, '/cabinet/history')}>{texts.all}</a>
          </p>
        )}
        {found.total === 0 ? (
          <Empty title={texts.empty}>
            <p>{texts.emptyHint}</p>
          </Empty>
        ) : (
          <>
            <div class="row">
              <span class="soft">{texts.count(found.total, found.total >= MOST_COUNTED)}</span>
              <LinkButton href={address('.csv')} kind="quiet" download>
                {texts.csv}
              </LinkButton>
              <LinkButton href={address('.jsonl')} kind="quiet" download>
                {texts.jsonl}
              </LinkButton>
            </div>
            <EntriesTable visit={visit} entries={found.items} units={units} open />
          </>
        )}
        <p class="row">
          {visit.query.has('after') && <LinkButton href={address('')}>{texts.newest}</LinkButton>}
          {found.next !== null && <LinkButton href={address('', { after: found.next })}>{texts.older}</LinkButton>}
        </p>
      </div>
    </CabinetPage>
  );
}

function Filters({ visit, filter, people }: HistoryView) {
  const { language } = visit;
  const texts = historyTexts[language];
  const kinds = Object.entries(texts.subjects).map(([value, label]) => ({ value, label }));
  const deeds = deedNames()
    .map(([value, name]) => ({ value, label: inLanguage(name, language) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <form class="filters" method="get" action={href(visit, '/cabinet/history')}>
      <Field label={texts.search} name="q" type="search" value={filter.q} maxLength={200} />
      {people.length > 0 && (
        <Field
          label={texts.person}
          name="person"
          value={filter.personId ?? ''}
          options={[{ value: '', label: texts.anybody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <Field
        label={texts.subject}
        name="kind"
        value={filter.subjectKind ?? ''}
        options={[{ value: '', label: texts.anything }, ...kinds]}
      />
      <Field
        label={texts.deed}
        name="deed"
        value={filter.deed ?? ''}
        options={[{ value: '', label: texts.anyDeed }, ...deeds]}
      />
      <Field label={texts.from} name="from" type="date" value={filter.fromDay} />
      <Field label={texts.to} name="to" type="date" value={filter.toDay} />
      <Button kind="secondary">{texts.filter}</Button>
    </form>
  );
}
