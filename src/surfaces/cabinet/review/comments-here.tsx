import type { Comment } from '../../../capabilities/review/index.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { Notice, type Visit } from '../../components/index.ts';
import { placeInWords } from './comment-words.ts';
import { authorOf } from './comments.tsx';

/** What reviewers said of one part of a draft, beside that part. Answers and «вирішено» stand on the last screen. */
export function CommentsHere({ visit, comments }: { visit: Visit; comments: readonly Comment[] }) {
  if (comments.length === 0) return null;
  const texts = reviewTexts[visit.language].submit;
  return (
    <Notice kind="attention" title={texts.commentsHere} language={visit.language}>
      <ul class="plain stack">
        {comments.map((comment) => (
          <li key={comment.id}>
            <span class="soft small">
              {placeInWords(visit, comment.place)}, {authorOf(comment)}
            </span>
            <br />
            <span class="review-words">{comment.words}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
