import type { RequiredView, SuggestedDuty } from '../../../capabilities/mandates/index.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { Button, Choice, DataTable, Empty, Field, href, type Visit } from '../../components/index.ts';
import { HOME, RequiredFrame, type Told } from './frame.tsx';

/** Items nobody must publish yet with the unit that should; below, several items for one unit. */
export function DutiesPage(props: {
  visit: Visit;
  told: Told;
  suggested: readonly SuggestedDuty[];
  view: RequiredView;
}) {
  const { visit, told, suggested, view } = props;
  const texts = requiredStaffTexts[visit.language].duties;
  const action = href(visit, `${HOME}/duties`);
  return (
    <RequiredFrame
      visit={visit}
      told={told}
      part="duties"
      title={requiredStaffTexts[visit.language].tabs.duties}
      lead={texts.lead}
    >
      {suggested.length === 0 ? (
        <Empty title={texts.none}>
          <p>{texts.noneLead}</p>
        </Empty>
      ) : (
        <form class="stack-l" method="post" action={action}>
          <datalist id="units">
            {view.units.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
          <DataTable
            caption={texts.caption}
            captionUnseen
            columns={[{ title: texts.item }, { title: texts.unit }]}
            rows={suggested.map((one) => [
              <Pick key="pick" visit={visit} one={one} />,
              <Units key="unit" visit={visit} one={one} />,
            ])}
          />
          <p>
            <Button>{texts.confirm}</Button>
          </p>
        </form>
      )}
      <Bulk visit={visit} view={view} />
    </RequiredFrame>
  );
}

function Pick({ visit, one }: { visit: Visit; one: SuggestedDuty }) {
  const { item } = one.one;
  return (
    <label class="choice">
      <input type="checkbox" name="pick" value={item.line} checked={one.units.length > 0} />
      <span lang="uk">
        {item.title}{' '}
        <a class="small" href={href(visit, `${HOME}/items/${item.line}`)}>
          {requiredTexts[visit.language].item.number(item.number)}
        </a>
      </span>
    </label>
  );
}

function Units({ visit, one }: { visit: Visit; one: SuggestedDuty }) {
  const texts = requiredStaffTexts[visit.language].duties;
  const [first] = one.units;
  const { line, title } = one.one.item;
  return (
    <>
      <input
        class="input"
        name={`unit.${line}`}
        list="units"
        value={first?.unit.name ?? ''}
        aria-label={`${texts.unit}: ${title}`}
        lang="uk"
      />
      <div class="soft small">
        {first ? texts.why[first.why] : texts.noSuggestion}
        {first?.word && `: «${first.word}»`}
      </div>
    </>
  );
}

function Bulk({ visit, view }: { visit: Visit; view: RequiredView }) {
  const texts = requiredStaffTexts[visit.language].duties;
  return (
    <details>
      <summary>{texts.bulk}</summary>
      <form class="form" method="post" action={href(visit, `${HOME}/duties`)}>
        <p>{texts.bulkLead}</p>
        <Field
          label={requiredStaffTexts[visit.language].item.unit}
          name="unit"
          options={view.units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div class="choices">
          {view.items.map(({ item }) => (
            <Choice key={item.line} name="pick" value={item.line} label={<span lang="uk">{item.title}</span>} />
          ))}
        </div>
        <Button kind="secondary">{texts.bulkButton}</Button>
      </form>
    </details>
  );
}
