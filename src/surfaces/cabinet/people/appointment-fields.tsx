import { functionsOf, type Person, type Role, signInName, type Unit } from '../../../capabilities/accounts/index.ts';
import type { Dataset } from '../../../capabilities/catalog/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { Choice, ChoiceGroup, Field, type FieldOption, faultOf, type Visit } from '../../components/index.ts';
import { unitOptions } from '../accounts/units-page.tsx';
import type { AppointmentForm } from './typed-appointment.ts';

/** What an appointment's form offers. */
export interface AppointmentChoices {
  /** Units the asker may appoint to. */
  readonly units: readonly Unit[];
  readonly roles: readonly Role[];
  /** Who may stand in. */
  readonly people: readonly Person[];
  /** Of the unit chosen and those below it, when only named ones are meant. */
  readonly datasets: readonly Pick<Dataset, 'id' | 'passport' | 'number'>[];
}

interface FieldsProps {
  readonly visit: Visit;
  readonly form: AppointmentForm;
  readonly choices: AppointmentChoices;
  readonly faults: readonly FieldFault[];
  /** The unit of an appointment there is stays. */
  readonly unitStays?: boolean;
}

/** People as choices; namesakes are told apart by what they sign in with. */
export function personOptions(people: readonly Person[], first: FieldOption): FieldOption[] {
  return [first, ...people.map((one) => ({ value: one.id, label: `${one.name} · ${signInName(one)}` }))];
}

/** Unit, role, functions, datasets, order; the rest stands folded. */
export function AppointmentFields(props: FieldsProps) {
  const { visit, form, choices, faults, unitStays } = props;
  const texts = appointmentsTexts[visit.language];
  const error = (field: string) => faultOf(faults, field, visit.language);
  return (
    <>
      {!unitStays && <UnitFields {...props} />}
      <ChoiceGroup legend={texts.form.role} name="role" error={error('role')}>
        {choices.roles.map((role) => (
          <Choice
            key={role}
            type="radio"
            name="role"
            value={role}
            label={texts.roles[role]}
            hint={texts.roleHints[role]}
            checked={role === form.role}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup
        legend={texts.form.functions}
        hint={texts.form.functionsHint}
        name="functions"
        error={error('functions')}
      >
        {functionsOf('responsible').map((one) => (
          <Choice
            key={one}
            name="functions"
            value={one}
            label={texts.functions[one]}
            hint={texts.functionHints[one]}
            checked={form.functions.includes(one)}
          />
        ))}
      </ChoiceGroup>
      <DatasetFields {...props} />
      <Field
        label={texts.form.order}
        hint={texts.form.orderHint}
        name="order"
        value={form.order}
        error={error('order')}
        autocomplete="off"
        maxLength={300}
      />
      <MoreFields {...props} />
    </>
  );
}

function UnitFields({ visit, form, choices, faults }: FieldsProps) {
  const texts = appointmentsTexts[visit.language].form;
  const [first, ...more] = form.unitIds;
  return (
    <>
      <Field
        label={texts.unit}
        name="unitId"
        value={first ?? ''}
        error={faultOf(faults, 'units', visit.language)}
        options={[{ value: '', label: '—' }, ...unitOptions(choices.units)]}
      />
      {choices.units.length > 1 && (
        <details open={more.length > 0}>
          <summary>{texts.moreUnits}</summary>
          <ChoiceGroup legend={texts.moreUnits} hint={texts.moreUnitsHint} name="moreUnits">
            <div class="choice-list">
              {unitOptions(choices.units).map(({ value, label }) => (
                <Choice key={value} name="moreUnits" value={value} label={label} checked={more.includes(value)} />
              ))}
            </div>
          </ChoiceGroup>
        </details>
      )}
    </>
  );
}

function DatasetFields({ visit, form, choices, faults }: FieldsProps) {
  const texts = appointmentsTexts[visit.language].form;
  return (
    <>
      <ChoiceGroup legend={texts.datasets} name="which">
        <Choice type="radio" name="which" value="all" label={texts.allDatasets} checked={form.which === 'all'} />
        <Choice
          type="radio"
          name="which"
          value="named"
          label={texts.namedDatasets}
          hint={form.which === 'named' ? undefined : texts.namedHint}
          checked={form.which === 'named'}
        />
      </ChoiceGroup>
      {form.which === 'named' && (
        <ChoiceGroup legend={texts.chooseDatasets} name="datasets" error={faultOf(faults, 'datasets', visit.language)}>
          {choices.datasets.length === 0 && <p class="soft">{texts.noDatasets}</p>}
          <div class="choice-list">
            {choices.datasets.map(({ id, passport, number }) => (
              <Choice
                key={id}
                name="datasets"
                value={id}
                label={passport.title || number}
                checked={form.datasetIds.includes(id)}
              />
            ))}
          </div>
        </ChoiceGroup>
      )}
    </>
  );
}

const FOLDED = ['post', 'officeEmail', 'officePhone', 'from', 'to', 'substituteId'] as const;

function MoreFields({ visit, form, choices, faults }: FieldsProps) {
  const texts = appointmentsTexts[visit.language].form;
  const field = (name: (typeof FOLDED)[number]) => ({
    name,
    value: form[name],
    error: faultOf(faults, name, visit.language),
    autocomplete: 'off',
  });
  const open = faults.some((fault) => FOLDED.some((name) => name === fault.field));
  return (
    <details open={open}>
      <summary>{texts.more}</summary>
      <Field label={texts.post} {...field('post')} maxLength={200} />
      <Field
        label={texts.officeEmail}
        hint={texts.officeEmailHint}
        {...field('officeEmail')}
        type="email"
        maxLength={254}
      />
      <Field label={texts.officePhone} {...field('officePhone')} type="tel" maxLength={100} />
      <Field label={texts.from} {...field('from')} type="date" />
      <Field label={texts.to} hint={texts.toHint} {...field('to')} type="date" />
      <Field
        label={texts.substitute}
        {...field('substituteId')}
        options={personOptions(choices.people, { value: '', label: texts.nobody })}
      />
    </details>
  );
}

/** Trail to a page of people. */
export function peopleTrail(visit: Visit): string {
  return accountsTexts[visit.language].people.title;
}
