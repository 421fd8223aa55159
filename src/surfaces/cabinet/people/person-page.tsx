import {
  mayAnywhere,
  type Person,
  type StaffPerson,
  signInName,
  type Unit,
} from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { rightsTexts } from '../../../locales/rights.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Field,
  faultOf,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { AbsencePart } from './absence-part.tsx';
import { peopleTrail } from './appointment-fields.tsx';
import { AppointmentList } from './people-page.tsx';
import { PersonRights } from './rights-page.tsx';

export interface PersonView extends Awaited<StaffPerson> {
  readonly absences: Parameters<typeof AbsencePart>[0]['absences'];
  readonly units: readonly Unit[];
  /** Who may stand in. */
  readonly people: readonly Person[];
  readonly form: FormState;
}

/** One person: what they were appointed to, whether they are here, what they may do, how they enter. */
export function PersonPage({ visit, view }: { visit: Visit; view: PersonView }) {
  const { person, appointments, units, form } = view;
  const texts = appointmentsTexts[visit.language];
  const may = (deed: 'people.manage' | 'history.view') => mayAnywhere(visit.person?.appointments ?? [], deed);
  const happened = Object.entries(texts.list.done).find(([code]) => code === visit.query.get('done'))?.[1];
  return (
    <CabinetPage visit={visit} title={person.name}>
      <Breadcrumbs
        items={[{ label: peopleTrail(visit), href: href(visit, '/cabinet/people') }, { label: person.name }]}
        language={visit.language}
      />
      <div class="stack-l">
        <div class="stack">
          <h1>{person.name}</h1>
          <p class="soft">{signInName(person)}</p>
        </div>
        {happened && form.error === null && <Notice kind="good" title={happened} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        <section class="stack" aria-labelledby="appointments-title">
          <h2 id="appointments-title">{texts.list.roles}</h2>
          {appointments.length === 0 ? (
            <p class="soft">{texts.list.none}</p>
          ) : (
            <AppointmentList visit={visit} units={units} appointments={appointments} />
          )}
          <div class="row">
            <LinkButton href={href(visit, `/cabinet/appointments/new?person=${person.id}`)}>
              {texts.form.add}
            </LinkButton>
            {appointments.length > 0 && (
              <LinkButton kind="quiet" href={href(visit, `/cabinet/people/${person.id}/replace`)}>
                {texts.list.replace}
              </LinkButton>
            )}
          </div>
        </section>
        {appointments.length > 0 && <AbsencePart visit={visit} {...view} />}
        <section class="stack" aria-labelledby="rights-title">
          <h2 id="rights-title">{rightsTexts[visit.language].ofPerson}</h2>
          <PersonRights visit={visit} person={person} units={units} />
        </section>
        {may('people.manage') && <Access visit={visit} view={view} />}
        {may('people.manage') && (
          <p>
            <a href={href(visit, `/cabinet/people/${person.id}/sign-in`)}>
              {signingInTexts[visit.language].person.link}
            </a>
          </p>
        )}
        {may('history.view') && (
          <p>
            <a href={href(visit, `/cabinet/history?person=${person.id}`)}>
              {accountsTexts[visit.language].people.history}
            </a>
          </p>
        )}
      </div>
    </CabinetPage>
  );
}

function Access({ visit, view }: { visit: Visit; view: PersonView }) {
  const { people: texts, save } = accountsTexts[visit.language];
  const { person, form } = view;
  const action = href(visit, `/cabinet/people/${person.id}`);
  return (
    <section class="stack" aria-labelledby="access-title">
      <h2 id="access-title">{texts.accessTitle}</h2>
      <form class="form" method="post" action={action} novalidate>
        <Field
          label={texts.name}
          name="name"
          value={form.values.name ?? person.name}
          error={faultOf(form.error?.fields ?? [], 'name', visit.language)}
          autocomplete="off"
          required
          maxLength={200}
        />
        <Button kind="secondary">{save}</Button>
      </form>
      {person.active && (
        <form class="stack" method="post" action={`${action}/link`}>
          <p class="soft">{texts.linkHint}</p>
          <Button kind="secondary">{texts.linkAction}</Button>
        </form>
      )}
      <form class="stack" method="post" action={`${action}/access`}>
        {person.active && <p class="soft">{texts.switchOffHint}</p>}
        <Button kind={person.active ? 'danger' : 'secondary'} name="active" value={person.active ? 'no' : 'yes'}>
          {person.active ? texts.switchOff(person.name) : texts.switchOn(person.name)}
        </Button>
      </form>
    </section>
  );
}
