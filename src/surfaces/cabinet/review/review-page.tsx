import {
  CHECKLIST,
  isPlannedFreely,
  RETURN_REASONS,
  type Submission,
  wantedInstant,
} from '../../../capabilities/review/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { kyivWallClock } from '../../../language/kyiv-instant.ts';
import { reviewTexts } from '../../../locales/review.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  DataTable,
  ErrorSummary,
  Field,
  faultOf,
  href,
  KeyValues,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { DecisionsList } from '../privacy/decisions-list.tsx';
import { ChangesPart } from './changes-part.tsx';
import { CommentForm, CommentList } from './comments.tsx';
import type { DraftRows, ReviewView } from './review-view.ts';

const nameOf = (actor: Actor | null) => (actor && 'name' in actor ? actor.name : '');

/** What a reviewer goes through: who gave it, the list, what changed, the data, comments, and the decision. */
export function ReviewPage({ visit, view }: { visit: Visit; view: ReviewView }) {
  const texts = reviewTexts[visit.language];
  const { submission, dataset, refused } = view;
  const title = texts.review.title(dataset.passport.title);
  const back = `/cabinet/review/${submission.id}`;
  const columns = view.tables.flatMap(({ resourceId, fields }) =>
    fields.map((field) => ({ resourceId, title: field.title })),
  );
  const done = visit.query.get('done');
  return (
    <CabinetPage visit={visit} title={title} wide>
      <div class="stack-l review">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.list.title, href: href(visit, '/cabinet/review') }, { label: dataset.passport.title }]}
        />
        <ErrorSummary faults={refused?.error.fields ?? []} language={visit.language} />
        {refused && refused.error.fields.length === 0 && (
          <Notice kind="error" title={inLanguage(refused.error.text, visit.language)} language={visit.language} live />
        )}
        {done && Object.hasOwn(texts.review.done, done) && (
          <Notice
            kind="good"
            title={texts.review.done[done as keyof typeof texts.review.done]}
            language={visit.language}
            live
          />
        )}
        <h1>{title}</h1>
        <Standing visit={visit} view={view} />
        <KeyValues
          items={[
            [
              texts.list.columns.by,
              `${nameOf(submission.submittedBy)}, ${dateTimeInWords(submission.submittedAt, visit.language)}`,
            ],
            [texts.list.columns.term, dayInWords(submission.dueOn, visit.language)],
            ...(submission.note ? [[texts.review.note, submission.note] as const] : []),
            [texts.review.personal, texts.personalAnswers[submission.personalData]],
          ]}
        />
        <Checklist visit={visit} submission={submission} />
        <section class="stack" aria-labelledby="changes">
          <h2 id="changes">{texts.review.changes}</h2>
          <ChangesPart visit={visit} comparison={view.comparison} rows={view.differences} />
        </section>
        <DecisionsList visit={visit} datasetId={dataset.id} decisions={view.decisions} statements={view.statements} />
        {view.tables.map((table) => (
          <Data key={table.resourceId} visit={visit} table={table} />
        ))}
        <section class="stack" aria-labelledby="comments">
          <h2 id="comments">{texts.review.comments}</h2>
          {view.comments.length === 0 ? (
            <p class="soft">{texts.review.noComments}</p>
          ) : (
            <CommentList visit={visit} comments={view.comments} back={back} noted={view.noted} />
          )}
          <CommentForm
            visit={visit}
            datasetId={dataset.id}
            columns={columns}
            back={back}
            row={visit.query.get('row') ?? ''}
            faults={refused?.deed === 'comment' ? refused.error.fields : []}
          />
        </section>
        {submission.state === 'waiting' && view.mayDecide && <Decision visit={visit} view={view} />}
        <p class="row">
          <a href={href(visit, `/cabinet/datasets/${dataset.id}`)}>{texts.review.toDataset}</a>
          {submission.state === 'waiting' && view.mayDecide && (
            <a href={href(visit, `/cabinet/datasets/${dataset.id}/links`)}>{texts.review.link}</a>
          )}
        </p>
      </div>
    </CabinetPage>
  );
}

function Standing({ visit, view }: { visit: Visit; view: ReviewView }) {
  const texts = reviewTexts[visit.language].review;
  const { submission, stale } = view;
  if (stale) return <Notice kind="attention" title={texts.stale} language={visit.language} />;
  if (submission.state === 'waiting') {
    return submission.kind === 'after' ? <Notice kind="info" title={texts.after} language={visit.language} /> : null;
  }
  if (isPlannedFreely(submission) && submission.publishAt) {
    const when = dateTimeInWords(submission.publishAt, visit.language);
    return <Notice kind="info" title={texts.planned(when)} language={visit.language} />;
  }
  const good = submission.state === 'approved' || submission.state === 'published';
  const reasons = submission.reasons.map((reason) => inLanguage(RETURN_REASONS[reason], visit.language)).join('; ');
  return (
    <Notice kind={good ? 'good' : 'attention'} title={texts.decided[submission.state]} language={visit.language}>
      {submission.decidedBy && submission.decidedAt && (
        <p>
          {texts.decidedBy(nameOf(submission.decidedBy), dateTimeInWords(submission.decidedAt, visit.language))}
          {submission.selfCheck && ` (${texts.selfChecked})`}
        </p>
      )}
      {reasons && <p>{reasons}</p>}
      {submission.words && <p>{submission.words}</p>}
      {submission.publishAt && <p>{texts.planned(dateTimeInWords(submission.publishAt, visit.language))}</p>}
      {submission.failure && (
        <p>
          {texts.failed}: {inLanguage(submission.failure.text, visit.language)}
        </p>
      )}
    </Notice>
  );
}

function Checklist({ visit, submission }: { visit: Visit; submission: Submission }) {
  const texts = reviewTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="checklist">
      <h2 id="checklist">{texts.review.checklist}</h2>
      <ul class="plain stack">
        {submission.checklist.map(({ code, state, count }) => (
          <li key={code}>
            <Badge kind={state}>{texts.review.states[state]}</Badge> {texts.checklist[code]}{' '}
            <span class="soft">{texts.review.counts[code](count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Data({ visit, table }: { visit: Visit; table: DraftRows }) {
  const texts = reviewTexts[visit.language].review;
  const path = visit.path;
  return (
    <section class="stack" aria-label={texts.data}>
      <h2>{texts.data}</h2>
      <DataTable
        caption={table.title}
        columns={[{ title: texts.row, tight: true, align: 'end' }, ...table.fields.map(({ title }) => ({ title }))]}
        rows={table.rows.map((cells, at) => [
          <a key="row" href={`${href(visit, path)}?row=${at + 1}#comment`} aria-label={texts.toRow(at + 1)}>
            {at + 1}
          </a>,
          ...cells,
        ])}
      />
    </section>
  );
}

function Decision({ visit, view }: { visit: Visit; view: ReviewView }) {
  const texts = reviewTexts[visit.language];
  const { submission, own, refused } = view;
  const base = href(visit, `/cabinet/review/${submission.id}`);
  const faults = (deed: string): readonly FieldFault[] => (refused?.deed === deed ? refused.error.fields : []);
  const typed = (name: string) => (typeof refused?.typed[name] === 'string' ? String(refused.typed[name]) : '');
  const reasons = refused?.deed === 'return' ? (refused.typed.reasons ?? []) : [];
  const after = submission.kind === 'after';
  const wanted = wantedInstant(submission, visit.ctx.clock.now());
  return (
    <section class="stack" aria-labelledby="decision">
      <h2 id="decision">{texts.review.decide}</h2>
      {!view.stale && (
        <form class="form" method="post" action={`${base}/approve`}>
          {own && (
            <ChoiceGroup
              legend={texts.review.ticked}
              hint={texts.review.tickedLead}
              name="ticked"
              error={faultOf(faults('approve'), 'ticked', visit.language)}
            >
              {CHECKLIST.map((code) => (
                <Choice key={code} name="ticked" value={code} label={texts.checklist[code]} />
              ))}
            </ChoiceGroup>
          )}
          {!after && wanted && <p>{texts.review.wanted(dateTimeInWords(wanted, visit.language))}</p>}
          {!after && (
            <Field
              label={texts.review.when}
              hint={texts.review.whenHint}
              name="publishAt"
              type="datetime-local"
              value={refused?.deed === 'approve' ? typed('publishAt') : wanted && kyivWallClock(wanted)}
              error={faultOf(faults('approve'), 'publishAt', visit.language)}
            />
          )}
          <Button>{after ? texts.review.approveAfter : texts.review.approve}</Button>
        </form>
      )}
      <details open={refused?.deed === 'return'}>
        <summary>{texts.review.giveBack}</summary>
        <form class="form" method="post" action={`${base}/return`}>
          <ChoiceGroup
            legend={texts.review.reasons}
            name="reasons"
            error={faultOf(faults('return'), 'reasons', visit.language)}
          >
            {Object.entries(RETURN_REASONS).map(([code, words]) => (
              <Choice
                key={code}
                name="reasons"
                value={code}
                label={inLanguage(words, visit.language)}
                checked={reasons.includes(code)}
              />
            ))}
          </ChoiceGroup>
          <Field
            label={texts.review.ownWords}
            name="words"
            multiline
            rows={4}
            maxLength={4000}
            value={typed('words')}
            error={faultOf(faults('return'), 'words', visit.language)}
          />
          <Button kind="secondary">{texts.review.giveBack}</Button>
        </form>
      </details>
    </section>
  );
}
