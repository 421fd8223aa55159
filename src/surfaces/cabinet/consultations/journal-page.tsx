import type { Unit } from '../../../capabilities/accounts/index.ts';
import { CHANNELS, type Consultation, type Journal, quarterOf } from '../../../capabilities/people/index.ts';
import { addDays } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { consultationsTexts } from '../../../locales/consultations.ts';
import { trainingTexts } from '../../../locales/training.ts';
import { Button, CabinetPage, DataTable, Empty, Field, href, Notice, type Visit } from '../../components/index.ts';
import { type FormState, fieldsOf } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { CityTrail } from '../city/city-trail.tsx';

export const HOME = '/cabinet/city/consultations';

/** Lines on the page; all are in the CSV. */
const MOST_LINES = 100;

/** A colleague as the form offers them: what is typed, and who is meant. */
export interface Colleague {
  readonly label: string;
  readonly personId: string;
  readonly unitId: string | null;
}

export interface JournalView {
  readonly journal: Journal;
  readonly units: readonly Unit[];
  readonly colleagues: readonly Colleague[];
  /** A day of the quarter shown. */
  readonly day: string;
  readonly today: string;
  /** Whose lines may be removed: all, or one's own. */
  readonly mayRemove: (line: Consultation) => boolean;
  readonly form: FormState;
  readonly done: string | null;
}

/** The form at the top, totals of the quarter, its lines. */
export function JournalPage({ visit, view }: { visit: Visit; view: JournalView }) {
  const texts = consultationsTexts[visit.language];
  const { form, done } = view;
  const told = { saved: texts.saved, removed: texts.removed }[done ?? ''];
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <CityTrail visit={visit} place={texts.title} path={HOME} />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {told && <Notice kind="good" title={told} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        <EntryForm visit={visit} view={view} />
        <Totals visit={visit} view={view} />
        <Lines visit={visit} view={view} />
      </div>
    </CabinetPage>
  );
}

function EntryForm({ visit, view }: { visit: Visit; view: JournalView }) {
  const texts = consultationsTexts[visit.language];
  const { form, colleagues, journal, today } = view;
  const field = fieldsOf(visit, form);
  return (
    <section class="stack" aria-labelledby="add">
      <h2 id="add">{texts.add}</h2>
      <form class="form" method="post" action={href(visit, HOME)} novalidate>
        <Field label={texts.with} hint={texts.withHint} {...field('with')} list="colleagues" maxLength={300} />
        <datalist id="colleagues">
          {colleagues.map(({ label, personId }) => (
            <option key={personId} value={label} />
          ))}
        </datalist>
        <Field label={texts.topic} {...field('topic')} list="topics" maxLength={300} />
        <datalist id="topics">
          {journal.topics.map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
        <div class="fields-row">
          <Field
            label={texts.channel}
            {...field('channel', 'phone')}
            options={CHANNELS.map((one) => ({ value: one, label: texts.channels[one] }))}
          />
          <Field label={texts.minutes} {...field('minutes', '10')} inputMode="numeric" maxLength={4} />
          <Field label={texts.people} {...field('people', '1')} inputMode="numeric" maxLength={5} />
          <Field label={texts.on} {...field('on', today)} type="date" />
        </div>
        <Button>{texts.save}</Button>
      </form>
    </section>
  );
}

function Totals({ visit, view }: { visit: Visit; view: JournalView }) {
  const texts = consultationsTexts[visit.language];
  const { totals } = view.journal;
  const { first, last, year, number } = quarterOf(view.day);
  const to = (day: string) => href(visit, `${HOME}?quarter=${day}#totals`);
  const words = trainingTexts[visit.language];
  const sum = (of: 'count' | 'minutes') => totals.reduce((all, one) => all + one[of], 0);
  const n = (value: number) => formatNumber(value, visit.language);
  return (
    <div class="stack">
      <h2 id="totals">
        {texts.totals}: {words.quarter(number, year)}
      </h2>
      {totals.length > 0 && (
        <>
          <p>{texts.summary(sum('count'), sum('minutes'))}</p>
          <DataTable
            caption={texts.totals}
            captionUnseen
            rowHeaders
            columns={[
              { title: texts.member },
              { title: texts.count, align: 'end' },
              { title: texts.groups, align: 'end' },
              { title: texts.advised, align: 'end' },
              { title: texts.time, align: 'end' },
            ]}
            rows={totals.map((one) => [one.byName, n(one.count), n(one.groups), n(one.people), n(one.minutes)])}
          />
          <p class="row">
            <a href={href(visit, `${HOME}/journal.csv?quarter=${view.day}`)} download>
              {texts.csv}
            </a>
            <a href={href(visit, `${HOME}/journal.docx?quarter=${view.day}`)} download>
              {texts.docx}
            </a>
          </p>
        </>
      )}
      <p class="row">
        <a href={to(addDays(first, -1))}>{words.previous}</a>
        <a href={to(addDays(last, 1))}>{words.next}</a>
      </p>
    </div>
  );
}

function Lines({ visit, view }: { visit: Visit; view: JournalView }) {
  const texts = consultationsTexts[visit.language];
  const { lines } = view.journal;
  if (lines.length === 0) {
    return (
      <Empty title={texts.none}>
        <p>{texts.noneText}</p>
      </Empty>
    );
  }
  const names = new Map(view.units.map(({ id, name }) => [id, name]));
  return (
    <div class="stack">
      <h2 id="lines">{texts.list}</h2>
      <DataTable
        caption={texts.list}
        captionUnseen
        columns={[
          { title: texts.on, tight: true },
          { title: texts.with },
          { title: texts.topic },
          { title: texts.channel },
          { title: texts.minutes, align: 'end' },
          { title: texts.by },
          { title: <span class="unseen">{texts.deeds}</span> },
        ]}
        rows={lines.slice(0, MOST_LINES).map((line) => [
          dayInWords(line.on, visit.language),
          <>
            {line.with}
            {line.people > 1 && (
              <div class="soft small">
                {texts.advised}: {line.people}
              </div>
            )}
            {line.unitId && <div class="soft small">{names.get(line.unitId)}</div>}
          </>,
          line.topic,
          texts.channels[line.channel],
          String(line.minutes),
          line.byName,
          view.mayRemove(line) && (
            <form method="post" action={href(visit, `${HOME}/${line.id}/remove`)}>
              <Button kind="quiet">
                {texts.remove}
                <span class="unseen">: {line.with}</span>
              </Button>
            </form>
          ),
        ])}
      />
      {lines.length > MOST_LINES && <p>{texts.more(lines.length - MOST_LINES)}</p>}
    </div>
  );
}
