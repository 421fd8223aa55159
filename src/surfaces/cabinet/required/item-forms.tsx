import { isWithinReach } from '../../../capabilities/accounts/index.ts';
import { DECISION_KINDS, REVIEW_DAYS } from '../../../capabilities/mandates/index.ts';
import { addDays, dayOf } from '../../../kernel/dates.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { Button, Choice, ChoiceGroup, Field, faultOf, href } from '../../components/index.ts';
import { HOME } from './frame.tsx';
import type { ItemPartProps } from './item-page.tsx';

/** A day three months ahead is offered as the term of a promise. */
const PROMISE_DAYS = 90;

const actionOf = ({ visit, data }: ItemPartProps, deed: string) =>
  href(visit, `${HOME}/items/${data.one.item.line}/${deed}`);

/** What stands in a field of a unit's form: what was typed before a refusal of the same form. Names bear the unit: a page has a form for each. */
function filled({ data, told, visit }: ItemPartProps, deed: string, unitId: string) {
  const same = data.typed.deed === deed && (data.typed.unit ?? '') === unitId;
  return (name: string, otherwise = '') => ({
    name: `${name}.${unitId}`,
    value: same ? (data.typed[`${name}.${unitId}`] ?? otherwise) : otherwise,
    error: same ? faultOf(told.error?.fields ?? [], name, visit.language) : null,
  });
}

/** Assigns the item to one more unit within reach. */
export function AssignForm(props: ItemPartProps) {
  const { visit, data } = props;
  const texts = requiredStaffTexts[visit.language].item;
  const taken = new Set(data.one.cells.filter(({ assigned }) => assigned).map(({ unitId }) => unitId));
  const units = data.view.units.filter(
    ({ id }) => !taken.has(id) && isWithinReach(data.rights.answers, { id: null, unitId: id }),
  );
  if (units.length === 0) return null;
  return (
    <details open={taken.size === 0}>
      <summary>{texts.assign}</summary>
      <form class="form" method="post" action={actionOf(props, 'assign')}>
        <Field label={texts.unit} name="unit" options={units.map(({ id, name }) => ({ value: id, label: name }))} />
        <Button kind="secondary">{texts.assignButton}</Button>
      </form>
    </details>
  );
}

/** Looks for a dataset by words and names it as one that answers the item. */
export function LinkForm(props: ItemPartProps) {
  const { visit, data } = props;
  const { item: texts } = requiredStaffTexts[visit.language];
  const there = new Set(data.one.cells.flatMap(({ datasets }) => datasets.map(({ id }) => id)));
  const found = data.found.filter((one) => !there.has(one.id) && isWithinReach(data.rights.answers, one));
  if (data.rights.answers !== 'all' && data.rights.answers.unitIds.length === 0) return null;
  return (
    <details open={data.q !== ''}>
      <summary>{texts.link}</summary>
      <form class="form" method="get" action={href(visit, `${HOME}/items/${data.one.item.line}`)}>
        <Field label={texts.dataset} name="q" type="search" value={data.q} maxLength={200} required />
        <Button kind="secondary">{texts.find}</Button>
      </form>
      {data.q !== '' && found.length === 0 && <p>{texts.notFound}</p>}
      {found.map(({ id, title, number }) => (
        <form key={id} class="row" method="post" action={actionOf(props, 'datasets')}>
          <input type="hidden" name="dataset" value={id} />
          <span lang="uk">
            {title} <span class="soft small">{number}</span>
          </span>
          <Button kind="quiet">
            {texts.linkButton}
            <span class="unseen">: {title}</span>
          </Button>
        </form>
      ))}
    </details>
  );
}

/** From an absent set to a promised one. */
export function PlanForm(props: ItemPartProps & { unitId: string }) {
  const { visit, data, unitId } = props;
  const texts = requiredStaffTexts[visit.language].item;
  if (!isWithinReach(data.rights.publishes, { id: null, unitId })) return null;
  const field = filled(props, 'plan', unitId);
  return (
    <details open={data.typed.deed === 'plan' && data.typed.unit === unitId}>
      <summary>{texts.plan}</summary>
      <form class="form" method="post" action={actionOf(props, 'plan')}>
        <p>{texts.planLead}</p>
        <input type="hidden" name="unit" value={unitId} />
        <Field
          label={texts.dueOn}
          type="date"
          required
          {...field('dueOn', addDays(dayOf(visit.ctx.clock.now()), PROMISE_DAYS))}
        />
        <Button>{texts.planButton}</Button>
      </form>
    </details>
  );
}

/** «Не володіємо» and «не застосовується», with who answers for the words and until when. */
export function DecideForm(props: ItemPartProps & { unitId: string }) {
  const { visit, data, unitId } = props;
  const texts = requiredStaffTexts[visit.language].item;
  const field = filled(props, 'decide', unitId);
  const today = dayOf(visit.ctx.clock.now());
  const kind = field('kind', 'not-held');
  return (
    <details open={data.typed.deed === 'decide' && data.typed.unit === unitId}>
      <summary>{texts.decide}</summary>
      <form class="form" method="post" action={actionOf(props, 'decide')}>
        <input type="hidden" name="unit" value={unitId} />
        <ChoiceGroup legend={texts.kind} name={kind.name} error={kind.error}>
          {DECISION_KINDS.map((each) => (
            <Choice
              key={each}
              type="radio"
              name={kind.name}
              value={each}
              label={texts.kinds[each]}
              checked={kind.value === each}
            />
          ))}
        </ChoiceGroup>
        <Field label={texts.reason} hint={texts.reasonHint} maxLength={1000} required {...field('reason')} />
        <Field
          label={texts.confirmedBy}
          hint={texts.confirmedByHint}
          maxLength={300}
          required
          {...field('confirmedBy', visit.person?.name ?? '')}
        />
        <Field label={texts.confirmedOn} type="date" required {...field('confirmedOn', today)} />
        <Field
          label={texts.nextReview}
          hint={texts.nextReviewHint}
          type="date"
          required
          {...field('nextReview', addDays(today, REVIEW_DAYS))}
        />
        <Field label={texts.orderLine} maxLength={500} {...field('orderLine')} />
        <Button kind="secondary">{texts.decideButton}</Button>
      </form>
    </details>
  );
}
