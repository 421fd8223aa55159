import { type FactorPolicy, ROLES } from '../../../capabilities/accounts/index.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { Button, Choice, ChoiceGroup, Field, faultOf, href, type Visit } from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { SETTINGS } from './paths.ts';

/** Of which roles the second step is asked, and how soon. */
export function Required({ visit, policy, form }: { visit: Visit; policy: FactorPolicy; form: FormState }) {
  const { required: texts } = signingInTexts[visit.language];
  const { roles } = appointmentsTexts[visit.language];
  const isTyped = form.values.graceDays !== undefined;
  return (
    <section class="stack" aria-labelledby="required-title">
      <h2 id="required-title">{texts.title}</h2>
      <p>{texts.lead}</p>
      <form class="form" method="post" action={href(visit, `${SETTINGS}/required`)} novalidate>
        <ChoiceGroup legend={texts.roles} name="roles">
          {ROLES.map((role) => (
            <Choice
              key={role}
              label={roles[role]}
              name={`role-${role}`}
              value="yes"
              checked={isTyped ? form.values[`role-${role}`] === 'yes' : policy.roles.includes(role)}
            />
          ))}
        </ChoiceGroup>
        <Field
          label={texts.days}
          hint={texts.daysHint}
          name="graceDays"
          type="number"
          min={0}
          max={90}
          value={form.values.graceDays ?? policy.graceDays}
          error={faultOf(form.error?.fields ?? [], 'graceDays', visit.language)}
          required
        />
        <Button>{texts.save}</Button>
      </form>
    </section>
  );
}
