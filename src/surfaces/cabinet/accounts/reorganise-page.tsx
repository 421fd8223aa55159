import type { Unit } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { unitsTexts } from '../../../locales/units.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  Field,
  href,
  type Visit,
} from '../../components/index.ts';
import { type FormState, fieldsOf } from './posted-form.ts';
import { Refusal } from './refusal.tsx';
import { unitOptions } from './units-page.tsx';

/** What becomes of a unit: who takes its datasets over. */
export function ReorganisePage(props: {
  visit: Visit;
  unit: Unit;
  units: readonly Unit[];
  datasets: readonly Dataset[];
  form: FormState;
}) {
  const { visit, unit, units, datasets, form } = props;
  const texts = unitsTexts[visit.language].page;
  const others = unitOptions(units).filter(({ value }) => value !== unit.id);
  const field = fieldsOf(visit, form);
  const who = form.values.who ?? 'known';
  return (
    <CabinetPage visit={visit} title={texts.title(unit.name)}>
      <Breadcrumbs
        items={[
          { label: accountsTexts[visit.language].units.title, href: href(visit, '/cabinet/units') },
          { label: unit.name, href: href(visit, `/cabinet/units/${unit.id}`) },
          { label: unitsTexts[visit.language].reorganise },
        ]}
        language={visit.language}
      />
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title(unit.name)}</h1>
          <p class="lead">{texts.lead(datasets.length)}</p>
        </div>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, `/cabinet/units/${unit.id}/reorganise`)} novalidate>
          <ChoiceGroup legend={texts.who} name="who">
            <Choice type="radio" name="who" value="known" label={texts.known} checked={who === 'known'} />
            <Field label={texts.choose} {...field('successorId')} options={[{ value: '', label: '—' }, ...others]} />
            <Choice type="radio" name="who" value="fresh" label={texts.fresh} checked={who === 'fresh'} />
            <Field label={texts.name} {...field('name')} maxLength={254} />
            <Field label={texts.edrpou} {...field('edrpou')} inputMode="numeric" maxLength={12} />
          </ChoiceGroup>
          {datasets.length > 1 && (
            <details open={datasets.some(({ id }) => form.values[`to-${id}`])}>
              <summary>{texts.split}</summary>
              <p class="soft">{texts.splitLead}</p>
              {datasets.map(({ id, passport, number }) => (
                <Field
                  key={id}
                  label={passport.title || number}
                  {...field(`to-${id}`)}
                  options={[{ value: '', label: texts.asAll }, ...others]}
                />
              ))}
            </details>
          )}
          <Field label={texts.on} {...field('on', dayOf(visit.ctx.clock.now()))} type="date" />
          <Field label={texts.order} hint={texts.orderHint} {...field('order')} maxLength={300} />
          <Button kind="danger">{texts.submit(unit.name)}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
