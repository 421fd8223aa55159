import type { ComponentChildren } from 'preact';
import type { DraftReview } from '../../../capabilities/publishing/index.ts';
import { type Comment, RETURN_REASONS, type Submission } from '../../../capabilities/review/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords, dayInWords } from '../../../language/dates.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { Button, Choice, ChoiceGroup, Field, faultOf, href, Notice, type Visit } from '../../components/index.ts';
import { CommentList } from './comments.tsx';

export interface SubmitView {
  readonly datasetId: string;
  readonly review: DraftReview;
  readonly comments: readonly Comment[];
  readonly maySubmit: boolean;
  /** Whether the draft has anything that stands between it and publication. */
  readonly ready: boolean;
  readonly faults: readonly FieldFault[];
}

/** On the last screen of the walk: where the draft stands in its review, comments, and the form that submits it. */
export function SubmitPart(props: { visit: Visit; view: SubmitView; note: ComponentChildren }) {
  const { visit, view } = props;
  const texts = reviewTexts[visit.language].submit;
  const { review, comments, maySubmit } = view;
  const { submission } = review;
  const open = submission?.state === 'waiting' && submission.kind === 'before' && !review.stale;
  const approved = review.approved || review.planned;
  const shown = submission !== null && ['waiting', 'returned', 'approved'].includes(submission.state);
  // before the draft is ready there is nothing to send, and a heading alone says nothing
  const offered = maySubmit && (open || approved || view.ready);
  if (!shown && !offered && comments.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="review-part">
      <h2 id="review-part">{texts.title}</h2>
      {submission && shown && <Standing visit={visit} review={review} submission={submission} />}
      {comments.length > 0 && (
        <>
          <h3>{texts.commentsHere}</h3>
          <CommentList visit={visit} comments={comments} back={`/cabinet/datasets/${view.datasetId}/publish`} />
        </>
      )}
      {(open || approved) && maySubmit && (
        <form method="post" action={href(visit, `/cabinet/datasets/${view.datasetId}/take-back`)}>
          <Button kind="quiet">{submission?.publishAt ? texts.cancelPlan : texts.takeBack}</Button>
        </form>
      )}
      {!open && !approved && maySubmit && view.ready && <SubmitForm {...props} />}
    </section>
  );
}

function Standing(props: { visit: Visit; review: DraftReview; submission: Submission }) {
  const { visit, review, submission } = props;
  const texts = reviewTexts[visit.language].submit;
  const { language } = visit;
  if (submission.state === 'returned') return <Returned visit={visit} submission={submission} />;
  if (submission.state === 'approved' && (review.approved || review.planned)) {
    if (submission.failure)
      return (
        <Notice kind="error" title={review.planned ? texts.failedFree : texts.failed} language={language}>
          {inLanguage(submission.failure.text, language)}
        </Notice>
      );
    const when = submission.publishAt && dateTimeInWords(submission.publishAt, language);
    if (review.planned)
      return (
        <Notice kind="good" title={texts.plannedFree(when ?? '')} language={language}>
          {texts.plannedLead}
        </Notice>
      );
    return <Notice kind="good" title={when ? texts.planned(when) : texts.approved} language={language} />;
  }
  if (submission.kind === 'after') return null;
  if (review.stale) return <Notice kind="attention" title={texts.stale} language={language} />;
  return (
    <Notice kind="info" title={texts.waiting(dayInWords(submission.dueOn, language))} language={language}>
      {texts.waitingLead}
    </Notice>
  );
}

/** Why it was returned, as the reviewer ticked and wrote. */
export function Returned({ visit, submission }: { visit: Visit; submission: Submission }) {
  const texts = reviewTexts[visit.language].submit;
  const { decidedBy, decidedAt } = submission;
  const who = decidedBy && 'name' in decidedBy ? decidedBy.name : '';
  return (
    <Notice kind="attention" title={texts.returned} language={visit.language}>
      <ul>
        {submission.reasons.map((reason) => (
          <li key={reason}>{inLanguage(RETURN_REASONS[reason], visit.language)}</li>
        ))}
      </ul>
      {submission.words && <p>{submission.words}</p>}
      {decidedAt && <p class="soft">{texts.returnedBy(who, dateTimeInWords(decidedAt, visit.language))}</p>}
    </Notice>
  );
}

function SubmitForm({ visit, view, note }: { visit: Visit; view: SubmitView; note: ComponentChildren }) {
  const all = reviewTexts[visit.language];
  const texts = all.submit;
  const { review, faults } = view;
  const again = review.submission?.state === 'returned' || review.submission?.state === 'waiting';
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/datasets/${view.datasetId}/submit`)}>
      <p>{review.road === 'approval' ? texts.lead : texts.leadFree}</p>
      <ChoiceGroup legend={texts.personal} name="personalData" error={faultOf(faults, 'personalData', visit.language)}>
        {(['none', 'closed', 'lawful'] as const).map((answer) => (
          <Choice key={answer} type="radio" name="personalData" value={answer} label={all.personalAnswers[answer]} />
        ))}
      </ChoiceGroup>
      {note}
      <Field label={texts.note} name="reviewNote" multiline rows={3} maxLength={4000} />
      <Field
        label={texts.wanted}
        hint={texts.wantedHint}
        name="wantedAt"
        type="datetime-local"
        error={faultOf(faults, 'wantedAt', visit.language)}
      />
      <Button kind={review.road === 'approval' ? 'primary' : 'secondary'}>{again ? texts.again : texts.button}</Button>
    </form>
  );
}
