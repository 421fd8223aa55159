import { DEFAULT_COLOUR, LEAST_PASSWORD } from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { Button, CabinetPage, Field, faultOf, href, type Visit } from '../../components/index.ts';
import { ColourOffer } from './colour-offer.tsx';
import type { FormState } from './posted-form.ts';
import { Refusal } from './refusal.tsx';

/** The first page a newcomer sees. `peopled`: an administrator exists already, so only the community is asked. */
export function SetUpPage(props: { visit: Visit; form: FormState; peopled: boolean }) {
  const { visit, form, peopled } = props;
  const texts = accountsTexts[visit.language].setUp;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{peopled ? texts.leadPeopled : texts.lead}</p>
        </div>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, '/setup')} novalidate>
          {!peopled && <h2>{texts.community}</h2>}
          <CommunityFields visit={visit} form={form} />
          {!peopled && <AdministratorFields visit={visit} form={form} />}
          <Button>{texts.submit}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

function CommunityFields({ visit, form }: { visit: Visit; form: FormState }) {
  const texts = accountsTexts[visit.language].setUp;
  const error = (field: string) => faultOf(form.error?.fields ?? [], field, visit.language);
  return (
    <>
      <Field
        label={texts.name}
        hint={texts.nameHint}
        name="communityName"
        value={form.values.communityName}
        error={error('communityName')}
        autocomplete="organization"
        required
        maxLength={254}
      />
      <Field
        label={texts.edrpou}
        hint={texts.edrpouHint}
        name="edrpou"
        value={form.values.edrpou}
        error={error('edrpou')}
        autocomplete="off"
        inputMode="numeric"
        required
        maxLength={12}
      />
      <Field
        label={texts.katottg}
        hint={texts.katottgHint}
        name="katottg"
        value={form.values.katottg}
        error={error('katottg')}
        autocomplete="off"
        required
        maxLength={30}
      />
      <Field
        label={texts.colour}
        hint={texts.colourHint}
        name="colour"
        type="color"
        value={form.values.colour || DEFAULT_COLOUR}
        error={error('colour')}
      />
      <ColourOffer visit={visit} form={form} />
    </>
  );
}

function AdministratorFields({ visit, form }: { visit: Visit; form: FormState }) {
  const texts = accountsTexts[visit.language];
  const error = (field: string) => faultOf(form.error?.fields ?? [], field, visit.language);
  return (
    <>
      <h2>{texts.setUp.administrator}</h2>
      <Field
        label={texts.setUp.personName}
        name="personName"
        value={form.values.personName}
        error={error('personName')}
        autocomplete="name"
        required
        maxLength={200}
      />
      <Field
        label={texts.setUp.email}
        hint={texts.setUp.emailHint}
        name="email"
        type="email"
        value={form.values.email}
        error={error('email')}
        autocomplete="username"
        required
        maxLength={254}
      />
      <Field
        label={texts.password.label}
        hint={texts.password.hint(LEAST_PASSWORD)}
        name="password"
        type="password"
        error={error('password')}
        autocomplete="new-password"
        required
      />
    </>
  );
}
