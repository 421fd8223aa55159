import { type Decision, detectorTitle, wordsOfDecisionMade } from '../../../capabilities/privacy/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { linksTexts } from '../../../locales/links.ts';
import { Button, Field, faultOf, href, KeyValues, type Visit } from '../../components/index.ts';
import type { GuestView } from './guest-page.tsx';

/** The decision a person with a link is asked about: no value of any cell. */
export function DecisionFacts({ visit, decision }: { visit: Visit; decision: Decision }) {
  const { language } = visit;
  const texts = linksTexts[language].guest.decision;
  const { done, ground } = wordsOfDecisionMade(decision, language);
  const found = decision.signsThen.map(
    ({ code, count }) => `${detectorTitle(code, language)}: ${formatNumber(count, language)}`,
  );
  return (
    <KeyValues
      items={[
        [texts.column, decision.columnTitle],
        [texts.found, found.join('; ')],
        [texts.done, done],
        [texts.ground, ground],
        [texts.by, `${decision.decidedBy}, ${dayInWords(dayOf(decision.decidedAt), language)}`],
      ]}
    />
  );
}

/** The other answer: no, with the reason. */
export function DeclineForm({ visit, view }: { visit: Visit; view: GuestView }) {
  const texts = linksTexts[visit.language].guest;
  const faults = view.error?.fields ?? [];
  return (
    <details open={faults.length > 0}>
      <summary>{texts.decline}</summary>
      <form class="form" method="post" action={href(visit, '/link')}>
        <input type="hidden" name="code" value={view.code} />
        <Field
          label={texts.declineWords}
          name="words"
          hint={texts.declineHint}
          multiline
          rows={4}
          maxLength={2000}
          value={view.typed.words}
          error={faultOf(faults, 'words', visit.language)}
        />
        <Button kind="secondary" name="decision" value="return">
          {texts.decline}
        </Button>
      </form>
    </details>
  );
}
