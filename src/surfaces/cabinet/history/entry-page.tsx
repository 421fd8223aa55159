import type { Unit } from '../../../capabilities/accounts/index.ts';
import { changedFields, deedInWords, type HistoryEntry } from '../../../capabilities/history/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { historyTexts } from '../../../locales/history.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  Field,
  faultOf,
  href,
  type KeyValue,
  KeyValues,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { actorInWords, EntryChanges, viaInWords } from './entry-words.tsx';

interface EntryView {
  readonly visit: Visit;
  readonly entry: HistoryEntry;
  readonly units: readonly Unit[];
  /** The reader may erase the content. */
  readonly mayErase: boolean;
  readonly form: FormState;
}

/** One entry whole, and the only door to erasing what it holds. */
export function EntryPage(view: EntryView) {
  const { visit, entry, mayErase } = view;
  const texts = historyTexts[visit.language];
  const deed = inLanguage(deedInWords(entry.deed), visit.language);
  return (
    <CabinetPage visit={visit} title={deed}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, '/cabinet/history') }, { label: texts.entry.title }]}
        />
        <h1>{deed}</h1>
        {visit.query.get('done') === 'erased' && (
          <Notice kind="good" title={texts.erase.done} language={visit.language} live />
        )}
        <Refusal visit={visit} error={view.form.error} />
        <KeyValues items={factsOf(view)} />
        <Content {...view} />
        {mayErase && !entry.erased && entry.deed !== 'history.erased' && <EraseForm {...view} />}
      </div>
    </CabinetPage>
  );
}

function factsOf({ visit, entry }: EntryView): KeyValue[] {
  const texts = historyTexts[visit.language].entry;
  const facts: KeyValue[] = [
    [texts.at, dateTimeInWords(entry.at, visit.language)],
    [texts.who, actorInWords(entry, visit)],
  ];
  const how = viaInWords(entry, visit);
  if (how !== '') facts.push([texts.how, how]);
  if (entry.subject.name !== '') {
    const address = `/cabinet/history?subject=${encodeURIComponent(entry.subject.id)}`;
    facts.push([texts.subject, <a href={href(visit, address)}>{entry.subject.name}</a>]);
  }
  if (entry.note !== '') facts.push([texts.note, entry.note]);
  return facts;
}

function Content({ visit, entry, units }: EntryView) {
  const texts = historyTexts[visit.language];
  if (entry.erased) {
    return (
      <Notice kind="attention" title={texts.erased} language={visit.language}>
        <a href={href(visit, `/cabinet/history?subject=${entry.id}`)}>{texts.entry.why}</a>
      </Notice>
    );
  }
  const changed = changedFields(entry.before, entry.after).some(({ field }) => field !== 'id');
  return (
    <section class="stack">
      <h2>{texts.entry.changes}</h2>
      {changed ? <EntryChanges view={{ visit, units }} entry={entry} /> : <p class="soft">{texts.entry.none}</p>}
      {entry.deed === 'history.erased' && (
        <p>
          <a href={href(visit, `/cabinet/history/${entry.subject.id}`)}>{texts.entry.which}</a>
        </p>
      )}
    </section>
  );
}

function EraseForm({ visit, entry, form }: EntryView) {
  const texts = historyTexts[visit.language].erase;
  const error = (field: string) => faultOf(form.error?.fields ?? [], field, visit.language);
  return (
    <details class="stack" open={form.error !== null}>
      <summary>{texts.title}</summary>
      <form class="form" method="post" action={href(visit, `/cabinet/history/${entry.id}/erase`)} novalidate>
        <p>{texts.lead}</p>
        <Field
          label={texts.reason}
          hint={texts.reasonHint}
          name="reason"
          value={form.values.reason}
          error={error('reason')}
          multiline
          rows={3}
          maxLength={1000}
          required
        />
        <Field
          label={texts.order}
          hint={texts.orderHint}
          name="order"
          value={form.values.order}
          error={error('order')}
          maxLength={1000}
          required
        />
        <ChoiceGroup legend={texts.title} name="sure" error={error('sure')}>
          <Choice label={texts.sure} name="sure" value="on" checked={form.values.sure === 'on'} />
        </ChoiceGroup>
        <Button kind="danger">{texts.submit}</Button>
      </form>
    </details>
  );
}
