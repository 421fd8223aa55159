import type { Person, Unit } from '../../../capabilities/accounts/index.ts';
import {
  changedFields,
  deedInWords,
  type HistoryEntry,
  type HistoryFilter,
} from '../../../capabilities/history/index.ts';
import { type Paged, pageCount } from '../../../kernel/paging.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { fieldInWords } from '../../../locales/history-fields.ts';
import {
  Button,
  CabinetPage,
  DataTable,
  Empty,
  Field,
  href,
  LinkButton,
  Pager,
  type Visit,
} from '../../components/index.ts';
import { filterQuery } from './history-filter.ts';

interface HistoryView {
  readonly visit: Visit;
  readonly filter: HistoryFilter;
  readonly entries: Paged<HistoryEntry>;
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
}

/** Who, when, what; what changed is one press away. */
export function HistoryPage(props: HistoryView) {
  const { visit, filter, entries } = props;
  const texts = accountsTexts[visit.language].history;
  const address = (suffix: string, more?: Record<string, string>) =>
    href(visit, `/cabinet/history${suffix}${filterQuery(filter, more)}`);
  const about = filter.subjectId === undefined ? undefined : entries.items[0]?.subject.name;
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
        {entries.total === 0 ? (
          <Empty title={texts.empty}>
            <p>{texts.emptyHint}</p>
          </Empty>
        ) : (
          <>
            <div class="row">
              <span class="soft">{texts.count(entries.total)}</span>
              <LinkButton href={address('.csv')} kind="quiet" download>
                {texts.csv}
              </LinkButton>
              <LinkButton href={address('.json')} kind="quiet" download>
                {texts.json}
              </LinkButton>
            </div>
            <Entries {...props} />
          </>
        )}
        <Pager
          visit={visit}
          page={entries.page}
          pages={pageCount(entries)}
          hrefFor={(page) => address('', { page: String(page) })}
        />
      </div>
    </CabinetPage>
  );
}

function Filters({ visit, filter, people }: HistoryView) {
  const texts = accountsTexts[visit.language].history;
  const kinds = Object.entries(texts.subjects).map(([value, label]) => ({ value, label }));
  return (
    <form class="filters" method="get" action={href(visit, '/cabinet/history')}>
      <Field
        label={texts.person}
        name="person"
        value={filter.actorId ?? ''}
        options={[{ value: '', label: texts.anybody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Field
        label={texts.subject}
        name="kind"
        value={filter.subjectKind ?? ''}
        options={[{ value: '', label: texts.anything }, ...kinds]}
      />
      <Field label={texts.from} name="from" type="date" value={filter.fromDay} />
      <Field label={texts.to} name="to" type="date" value={filter.toDay} />
      <Button kind="secondary">{texts.filter}</Button>
    </form>
  );
}

function Entries(props: HistoryView) {
  const { visit, entries } = props;
  const { language } = visit;
  const texts = accountsTexts[language].history;
  return (
    <DataTable
      caption={texts.caption}
      captionUnseen
      columns={[{ title: texts.who }, { title: texts.what }]}
      rows={entries.items.map((entry) => [
        <div key="who">
          {entry.actor.kind === 'person' || entry.actor.kind === 'token' ? entry.actor.name : texts[entry.actor.kind]}
          <div class="soft small">
            <time dateTime={entry.at.toISOString()}>{dateTimeInWords(entry.at, language)}</time>
          </div>
        </div>,
        <Deed key="deed" view={props} entry={entry} />,
      ])}
    />
  );
}

function Deed({ view, entry }: { view: HistoryView; entry: HistoryEntry }) {
  const { visit } = view;
  const texts = accountsTexts[visit.language].history;
  const changes = changedFields(entry.before, entry.after).filter((change) => change.field !== 'id');
  const itself = entry.actor.id === entry.subject.id;
  return (
    <div>
      {inLanguage(deedInWords(entry.deed), visit.language)}
      {entry.subject.name !== '' && !itself && (
        <>
          {': '}
          <a href={href(visit, `/cabinet/history?subject=${encodeURIComponent(entry.subject.id)}`)}>
            {entry.subject.name}
          </a>
        </>
      )}
      {entry.note !== '' && <div class="soft small">{entry.note}</div>}
      {changes.length > 0 && (
        <details class="small">
          <summary>{texts.changes}</summary>
          <dl class="key-values">
            {changes.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{inLanguage(fieldInWords(entry.subject.kind, field), visit.language)}</dt>
                <dd>
                  {entry.before !== null && (
                    <>
                      <span class="unseen">{texts.before}: </span>
                      <del>{inWords(view, field, before)}</del>
                      {' → '}
                      <span class="unseen">{texts.after}: </span>
                    </>
                  )}
                  {inWords(view, field, after)}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

/** A value of the history as people read it: units and roles by name, yes and no, lists with commas. */
function inWords(view: HistoryView, field: string, value: unknown): string {
  const texts = accountsTexts[view.visit.language];
  if (value === null || value === undefined || value === '') return texts.none;
  if (value === true) return texts.yes;
  if (value === false) return texts.no;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'unitId' || field === 'parentId') return view.units.find((unit) => unit.id === value)?.name ?? value;
  if (field === 'role')
    return Object.entries(appointmentsTexts[view.visit.language].roles).find(([role]) => role === value)?.[1] ?? value;
  return value;
}
