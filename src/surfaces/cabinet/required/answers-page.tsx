import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { SuggestedAnswer } from '../../../capabilities/mandates/index.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { Button, DataTable, Empty, href, type Visit } from '../../components/index.ts';
import { HOME, RequiredFrame, type Told } from './frame.tsx';

/** Suggestions a page: the rest comes when these are answered. */
const SHOWN = 100;

/** Datasets that answer nothing yet, each with the item it is like. */
export function AnswersPage(props: {
  visit: Visit;
  told: Told;
  suggestions: readonly SuggestedAnswer[];
  units: readonly Unit[];
  /** How many are likely enough to be confirmed at once. */
  sure: number;
}) {
  const { visit, told, suggestions, units, sure } = props;
  const texts = requiredStaffTexts[visit.language].answers;
  const shown = suggestions.slice(0, SHOWN);
  return (
    <RequiredFrame
      visit={visit}
      told={told}
      part="answers"
      title={requiredStaffTexts[visit.language].tabs.answers}
      lead={texts.lead}
    >
      {shown.length === 0 ? (
        <Empty title={texts.none}>
          <p>{texts.noneLead}</p>
        </Empty>
      ) : (
        <>
          {sure > 0 && (
            <form method="post" action={href(visit, `${HOME}/answers`)}>
              <input type="hidden" name="what" value="all" />
              <Button>{texts.confirmAll(sure)}</Button>
            </form>
          )}
          <form class="stack-l" method="post" action={href(visit, `${HOME}/answers`)}>
            <DataTable
              caption={texts.caption}
              captionUnseen
              columns={[{ title: texts.dataset }, { title: texts.unit }, { title: texts.item }]}
              rows={shown.map((one) => [
                <Pick key="pick" visit={visit} one={one} />,
                <span key="unit" lang="uk">
                  {units.find(({ id }) => id === one.dataset.unitId)?.name ?? ''}
                </span>,
                <Choose key="item" visit={visit} one={one} />,
              ])}
            />
            <p class="row">
              <Button name="what" value="confirm">
                {texts.confirm(shown.filter(({ offered }) => offered !== null).length)}
              </Button>
              <Button kind="secondary" name="what" value="refuse">
                {texts.refuse}
              </Button>
            </p>
          </form>
          {suggestions.length > SHOWN && <p class="soft">{texts.more(suggestions.length - SHOWN)}</p>}
        </>
      )}
    </RequiredFrame>
  );
}

function Pick({ visit, one }: { visit: Visit; one: SuggestedAnswer }) {
  const { id, title, number } = one.dataset;
  return (
    <label class="choice">
      <input type="checkbox" name="pick" value={id} checked={one.offered !== null} />
      <span lang="uk">
        {title}{' '}
        <a class="small" href={href(visit, `/cabinet/datasets/${id}`)}>
          {number}
        </a>
      </span>
    </label>
  );
}

function Choose({ visit, one }: { visit: Visit; one: SuggestedAnswer }) {
  const texts = requiredStaffTexts[visit.language].answers;
  const { item } = requiredTexts[visit.language];
  return (
    <select class="input" name={`item.${one.dataset.id}`} aria-label={`${texts.item}: ${one.dataset.title}`} lang="uk">
      {one.matches.map((match) => (
        <option key={match.item.line} value={match.item.line}>
          {match.item.title} ({item.number(match.item.number)}; {texts.likeness(Math.round(match.likeness * 100))})
        </option>
      ))}
    </select>
  );
}
