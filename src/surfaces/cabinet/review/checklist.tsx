import type { Submission } from '../../../capabilities/review/index.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { Badge, type Visit } from '../../components/index.ts';

/** What the system found for the reviewer to look at, as it was when the draft was submitted. */
export function Checklist({ visit, submission }: { visit: Visit; submission: Submission }) {
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
