import { isPlannedFreely, RETURN_REASONS, type Submission } from '../../../capabilities/review/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { reviewTexts } from '../../../locales/review.ts';
import {
  Breadcrumbs,
  CabinetPage,
  DataTable,
  ErrorSummary,
  href,
  KeyValues,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { DecisionsList } from '../privacy/decisions-list.tsx';
import { ChangesPart } from './changes-part.tsx';
import { Checklist } from './checklist.tsx';
import { CommentForm, CommentList } from './comments.tsx';
import { Decision } from './decision-forms.tsx';
import type { DraftRows, ReviewView } from './review-view.ts';

const nameOf = (actor: Actor | null) => (actor && 'name' in actor ? actor.name : '');

/** What a reviewer goes through: who gave it, the list, what changed, the data, comments, and the decision. */
export function ReviewPage({ visit, view }: { visit: Visit; view: ReviewView }) {
  const texts = reviewTexts[visit.language];
  const { submission, dataset, refused } = view;
  const title = texts.review.title(dataset.passport.title);
  return (
    <CabinetPage visit={visit} title={title} wide>
      <div class="stack-l review">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.list.title, href: href(visit, '/cabinet/review') }, { label: dataset.passport.title }]}
        />
        <Outcome visit={visit} refused={refused} />
        <h1>{title}</h1>
        <Standing visit={visit} view={view} />
        <Given visit={visit} submission={submission} />
        <Checklist visit={visit} submission={submission} />
        <section class="stack" aria-labelledby="changes">
          <h2 id="changes">{texts.review.changes}</h2>
          <ChangesPart visit={visit} comparison={view.comparison} rows={view.differences} />
        </section>
        <DecisionsList visit={visit} datasetId={dataset.id} decisions={view.decisions} statements={view.statements} />
        {view.tables.map((table) => (
          <Data key={table.resourceId} visit={visit} table={table} />
        ))}
        <Comments visit={visit} view={view} />
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

/** What came of the deed just tried: what is to be mended, or what was done. */
function Outcome({ visit, refused }: { visit: Visit; refused: ReviewView['refused'] }) {
  const { language } = visit;
  const words = reviewTexts[language].review.done;
  const done = visit.query.get('done');
  return (
    <>
      <ErrorSummary faults={refused?.error.fields ?? []} language={language} />
      {refused && refused.error.fields.length === 0 && (
        <Notice kind="error" title={inLanguage(refused.error.text, language)} language={language} live />
      )}
      {done && Object.hasOwn(words, done) && (
        <Notice kind="good" title={words[done as keyof typeof words]} language={language} live />
      )}
    </>
  );
}

/** Who gave it, until when it is to be looked at, and what they said of it. */
function Given({ visit, submission }: { visit: Visit; submission: Submission }) {
  const texts = reviewTexts[visit.language];
  const when = dateTimeInWords(submission.submittedAt, visit.language);
  return (
    <KeyValues
      items={[
        [texts.list.columns.by, `${nameOf(submission.submittedBy)}, ${when}`],
        [texts.list.columns.term, dayInWords(submission.dueOn, visit.language)],
        ...(submission.note ? [[texts.review.note, submission.note] as const] : []),
        [texts.review.personal, texts.personalAnswers[submission.personalData]],
      ]}
    />
  );
}

function Comments({ visit, view }: { visit: Visit; view: ReviewView }) {
  const texts = reviewTexts[visit.language].review;
  const { dataset, refused } = view;
  const back = `/cabinet/review/${view.submission.id}`;
  const columns = view.tables.flatMap(({ resourceId, fields }) =>
    fields.map((field) => ({ resourceId, title: field.title })),
  );
  return (
    <section class="stack" aria-labelledby="comments">
      <h2 id="comments">{texts.comments}</h2>
      {view.comments.length === 0 ? (
        <p class="soft">{texts.noComments}</p>
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
