import type { Unit } from '../../../capabilities/accounts/index.ts';
import { changedFields, deedInWords, type HistoryEntry } from '../../../capabilities/history/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { historyTexts } from '../../../locales/history.ts';
import { fieldInWords } from '../../../locales/history-fields.ts';
import { Badge, DataTable, href, Icon, type Visit } from '../../components/index.ts';

/** What the words of entries need. */
export interface EntriesView {
  readonly visit: Visit;
  readonly entries: readonly HistoryEntry[];
  readonly units: readonly Unit[];
  /** True where each entry has a page of its own for the reader. */
  readonly open: boolean;
}

/** Who did it, in a word where it is no person. */
export function actorInWords({ actor }: HistoryEntry, visit: Visit): string {
  const texts = historyTexts[visit.language];
  if (actor.kind === 'person') return actor.name;
  const kind = texts.actors[actor.kind];
  return actor.kind === 'visitor' || actor.kind === 'system' || actor.name === '' ? kind : `${actor.name} (${kind})`;
}

/** By which way, and from which address where it is told: «сторінка, 192.0.2.7». */
export function viaInWords({ via, address }: HistoryEntry, visit: Visit): string {
  const kind = via === '' ? '' : historyTexts[visit.language].via[via];
  return [kind, address].filter(Boolean).join(', ');
}

/** Entries as a table: who, when and from where; what. */
export function EntriesTable(view: EntriesView) {
  const { visit, entries } = view;
  const texts = historyTexts[visit.language];
  return (
    <DataTable
      caption={texts.caption}
      captionUnseen
      columns={[{ title: texts.who }, { title: texts.what }]}
      rows={entries.map((entry) => [
        <div key="who">
          {actorInWords(entry, visit)}
          <div class="soft small">
            <time dateTime={entry.at.toISOString()}>{dateTimeInWords(entry.at, visit.language)}</time>
          </div>
          <div class="soft small">{viaInWords(entry, visit)}</div>
        </div>,
        <Deed key="deed" view={view} entry={entry} />,
      ])}
    />
  );
}

function Deed({ view, entry }: { view: EntriesView; entry: HistoryEntry }) {
  const { visit } = view;
  const texts = historyTexts[visit.language];
  const itself = entry.actor.id === entry.subject.id;
  const changed = changedFields(entry.before, entry.after).some(({ field }) => field !== 'id');
  const words = inLanguage(deedInWords(entry.deed), visit.language);
  return (
    <div>
      {view.open ? <a href={href(visit, `/cabinet/history/${entry.id}`)}>{words}</a> : words}
      {view.open && entry.subject.name !== '' && !itself && (
        <>
          {': '}
          <a href={href(visit, `/cabinet/history?subject=${encodeURIComponent(entry.subject.id)}`)}>
            {entry.subject.name}
          </a>
        </>
      )}{' '}
      {entry.erased && <Badge kind="attention">{texts.erased}</Badge>}
      {entry.note !== '' && <div class="soft small">{entry.note}</div>}
      {changed && (
        <details class="small">
          <summary>{texts.changes}</summary>
          <EntryChanges view={view} entry={entry} />
        </details>
      )}
    </div>
  );
}

/** What was before and after, field by field. */
export function EntryChanges({ view, entry }: { view: Pick<EntriesView, 'visit' | 'units'>; entry: HistoryEntry }) {
  const { visit } = view;
  const texts = historyTexts[visit.language];
  const changes = changedFields(entry.before, entry.after).filter((change) => change.field !== 'id');
  return (
    <dl class="key-values">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{inLanguage(fieldInWords(entry.subject.kind, field), visit.language)}</dt>
          <dd>
            {entry.before !== null && (
              <>
                <span class="unseen">{texts.before}: </span>
                <del>{inWords(view, field, before)}</del>
                <Icon name="next" />
                <span class="unseen">{texts.after}: </span>
              </>
            )}
            {inWords(view, field, after)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A value of the history as people read it: units and roles by name, yes and no, lists with commas. */
function inWords(view: Pick<EntriesView, 'visit' | 'units'>, field: string, value: unknown): string {
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
