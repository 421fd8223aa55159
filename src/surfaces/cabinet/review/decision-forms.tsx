import { CHECKLIST, RETURN_REASONS, wantedInstant } from '../../../capabilities/review/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { kyivWallClock } from '../../../language/kyiv-instant.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { Button, Choice, ChoiceGroup, Field, faultOf, href, type Visit } from '../../components/index.ts';
import type { ReviewView } from './review-view.ts';

/** What a reviewer decides: to approve what is as it was given, or to give it back with reasons. */
export function Decision({ visit, view }: { visit: Visit; view: ReviewView }) {
  return (
    <section class="stack" aria-labelledby="decision">
      <h2 id="decision">{reviewTexts[visit.language].review.decide}</h2>
      {!view.stale && <ApproveForm visit={visit} view={view} />}
      <ReturnForm visit={visit} view={view} />
    </section>
  );
}

/** Who reviews their own work goes through the list by hand. */
function ApproveForm({ visit, view }: { visit: Visit; view: ReviewView }) {
  const texts = reviewTexts[visit.language];
  const { submission, own } = view;
  const { faults, typed } = refusedOf(view, 'approve');
  const after = submission.kind === 'after';
  const wanted = wantedInstant(submission, visit.ctx.clock.now());
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/review/${submission.id}/approve`)}>
      {own && (
        <ChoiceGroup
          legend={texts.review.ticked}
          hint={texts.review.tickedLead}
          name="ticked"
          error={faultOf(faults, 'ticked', visit.language)}
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
          value={typed ? textOf(typed.publishAt) : wanted && kyivWallClock(wanted)}
          error={faultOf(faults, 'publishAt', visit.language)}
        />
      )}
      <Button>{after ? texts.review.approveAfter : texts.review.approve}</Button>
    </form>
  );
}

function ReturnForm({ visit, view }: { visit: Visit; view: ReviewView }) {
  const texts = reviewTexts[visit.language].review;
  const { faults, typed } = refusedOf(view, 'return');
  return (
    <details open={typed !== null}>
      <summary>{texts.giveBack}</summary>
      <form class="form" method="post" action={href(visit, `/cabinet/review/${view.submission.id}/return`)}>
        <ReturnReasons visit={visit} faults={faults} reasons={typed?.reasons ?? []} words={textOf(typed?.words)} />
        <Button kind="secondary">{texts.giveBack}</Button>
      </form>
    </details>
  );
}

/** Why a draft is given back: reasons of the list, and words of one's own. */
export function ReturnReasons(props: {
  visit: Visit;
  faults: readonly FieldFault[];
  /** Those ticked. */
  reasons: string | readonly string[];
  words: string;
}) {
  const { visit, faults, reasons, words } = props;
  const texts = reviewTexts[visit.language].review;
  return (
    <>
      <ChoiceGroup legend={texts.reasons} name="reasons" error={faultOf(faults, 'reasons', visit.language)}>
        {Object.entries(RETURN_REASONS).map(([code, label]) => (
          <Choice
            key={code}
            name="reasons"
            value={code}
            label={inLanguage(label, visit.language)}
            checked={reasons.includes(code)}
          />
        ))}
      </ChoiceGroup>
      <Field
        label={texts.ownWords}
        name="words"
        multiline
        rows={4}
        maxLength={4000}
        value={words}
        error={faultOf(faults, 'words', visit.language)}
      />
    </>
  );
}

/** What was refused of this deed and what had been typed; null: it was not tried. */
function refusedOf({ refused }: ReviewView, deed: 'approve' | 'return') {
  if (refused?.deed !== deed) return { faults: [] as readonly FieldFault[], typed: null };
  return { faults: refused.error.fields, typed: refused.typed };
}

const textOf = (typed: unknown) => (typeof typed === 'string' ? typed : '');
