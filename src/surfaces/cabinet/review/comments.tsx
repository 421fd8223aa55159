import type { Comment } from '../../../capabilities/review/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { consultationsTexts } from '../../../locales/consultations.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { Badge, Button, Field, faultOf, href, type Visit } from '../../components/index.ts';
import { NoteAsConsultation } from '../consultations/note-button.tsx';
import { passportFields, placeInWords } from './comment-words.ts';

/** Who wrote it. */
export function authorOf({ author }: Pick<Comment, 'author'>): string {
  return 'name' in author ? author.name : '';
}

/** Comments with their replies; each can be answered and resolved. `back`: where the forms lead. */
export function CommentList(props: {
  visit: Visit;
  comments: readonly Comment[];
  back: string;
  /** Those in the journal of consultations; left out or null: no journal is kept here. */
  noted?: ReadonlySet<string> | null;
}) {
  const { visit, comments, back, noted = null } = props;
  return (
    <ul class="plain stack-l">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`} class="stack">
          <CommentItem visit={visit} comment={comment} back={back} />
          {noted && <Noted visit={visit} comment={comment} back={back} noted={noted} />}
        </li>
      ))}
    </ul>
  );
}

function Noted(props: { visit: Visit; comment: Comment; back: string; noted: ReadonlySet<string> }) {
  const { visit, comment, back, noted } = props;
  if (noted.has(comment.id)) return <p class="soft small">{consultationsTexts[visit.language].noted}</p>;
  const { id, datasetId } = comment;
  return <NoteAsConsultation visit={visit} source={{ kind: 'comment', id, datasetId }} back={back} />;
}

function CommentItem({ visit, comment, back }: { visit: Visit; comment: Comment; back: string }) {
  const texts = reviewTexts[visit.language].review;
  const path = href(visit, `/cabinet/comments/${comment.id}`);
  const about = placeInWords(visit, comment.place);
  const resolvedBy = comment.resolvedBy && 'name' in comment.resolvedBy ? comment.resolvedBy.name : '';
  return (
    <>
      <p>
        <strong>{about}</strong> {comment.resolvedAt && <Badge kind="good">{texts.resolved(resolvedBy)}</Badge>}
      </p>
      <Said visit={visit} said={comment} />
      {comment.replies.map((reply) => (
        <Said key={reply.id} visit={visit} said={reply} />
      ))}
      <details>
        <summary>
          {texts.reply}
          <span class="unseen">: {about}</span>
        </summary>
        <form class="form" method="post" action={`${path}/reply`}>
          <input type="hidden" name="back" value={back} />
          <Field label={texts.words} name={`reply-${comment.id}`} multiline rows={3} maxLength={4000} />
          <Button kind="secondary">{texts.reply}</Button>
        </form>
      </details>
      <form method="post" action={`${path}/${comment.resolvedAt ? 'reopen' : 'resolve'}`}>
        <input type="hidden" name="back" value={back} />
        <Button kind="quiet">
          {comment.resolvedAt ? texts.reopen : texts.resolve}
          <span class="unseen">: {about}</span>
        </Button>
      </form>
    </>
  );
}

function Said({ visit, said }: { visit: Visit; said: Pick<Comment, 'author' | 'at' | 'words'> }) {
  return (
    <div class="review-said">
      <p class="soft small">
        {authorOf(said)}, {dateTimeInWords(said.at, visit.language)}
      </p>
      <p class="review-words">{said.words}</p>
    </div>
  );
}

/** A comment on the whole, an element, a column or a cell. */
export function CommentForm(props: {
  visit: Visit;
  datasetId: string;
  columns: readonly { readonly resourceId: string; readonly title: string }[];
  back: string;
  row: string;
  faults: readonly FieldFault[];
}) {
  const { visit, datasetId, columns, back, faults } = props;
  const texts = reviewTexts[visit.language].review;
  const [firstColumn] = columns;
  const options = [
    { value: 'whole', label: texts.aboutWhole },
    ...columns.map(({ resourceId, title }) => ({
      value: `field:${resourceId}:${title}`,
      label: texts.aboutField(title),
    })),
    ...passportFields(visit).map(({ field, name }) => ({
      value: `passport:${field}`,
      label: texts.aboutPassport(name),
    })),
  ];
  const about = props.row && firstColumn ? `field:${firstColumn.resourceId}:${firstColumn.title}` : 'whole';
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/datasets/${datasetId}/comments`)} id="comment">
      <h3>{texts.comment}</h3>
      <input type="hidden" name="back" value={back} />
      <Field label={texts.about} name="about" options={options} value={about} />
      {columns.length > 0 && (
        <Field label={texts.aboutRow} hint={texts.aboutRowHint} name="row" inputMode="numeric" value={props.row} />
      )}
      <Field
        label={texts.words}
        name="words"
        multiline
        rows={4}
        maxLength={4000}
        error={faultOf(faults, 'words', visit.language)}
      />
      <Button kind="secondary">{texts.send}</Button>
    </form>
  );
}
