import type { Person, Unit } from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import {
  Badge,
  CabinetPage,
  DataTable,
  href,
  LinkButton,
  Notice,
  Snippet,
  type Visit,
} from '../../components/index.ts';

/** Everybody who may enter the cabinet. */
export function PeoplePage(props: {
  visit: Visit;
  people: readonly Person[];
  units: readonly Unit[];
  done: string | null;
}) {
  const { visit, people, units, done } = props;
  const { people: texts, saved } = accountsTexts[visit.language];
  const happened = { created: texts.created, saved }[done ?? ''] ?? null;
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? texts.noUnit;
  const each = (names: string[]) => [...new Set(names)].join(', ');
  const rolesOf = ({ appointments }: Person) =>
    each(appointments.map(({ role }) => appointmentsTexts[visit.language].roles[role]));
  const unitsOf = ({ appointments }: Person) => each(appointments.map(({ unitId }) => unitName(unitId)));
  return (
    <CabinetPage visit={visit} title={texts.title} wide>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {happened !== null && <Notice kind="good" title={happened} language={visit.language} live />}
        <div class="row">
          <LinkButton kind="primary" href={href(visit, '/cabinet/people/new')}>
            {texts.add}
          </LinkButton>
          <span class="soft">{texts.count(people.length)}</span>
        </div>
        <DataTable
          caption={texts.caption}
          captionUnseen
          rowHeaders
          columns={[
            { title: texts.name },
            { title: texts.email },
            { title: texts.role },
            { title: texts.unit },
            { title: texts.state, tight: true },
          ]}
          rows={people.map((person) => [
            <a key="name" href={href(visit, `/cabinet/people/${person.id}`)}>
              {person.name}
            </a>,
            person.email,
            rolesOf(person),
            unitsOf(person),
            <Badge key="state" kind={person.active ? 'good' : 'attention'}>
              {person.active ? texts.active : texts.inactive}
            </Badge>,
          ])}
        />
      </div>
    </CabinetPage>
  );
}

/** The one time a link for setting a password is shown: it is part of no address and of no list. */
export function LinkPage({ visit, person, link }: { visit: Visit; person: Person; link: string }) {
  const texts = accountsTexts[visit.language].people;
  return (
    <CabinetPage visit={visit} title={texts.linkTitle(person.name)}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.linkTitle(person.name)}</h1>
          <p class="lead">{visit.ctx.mail.leaves ? texts.linkLead : texts.linkLeadNoMail}</p>
        </div>
        <Snippet code={link} label={texts.linkLabel} language={visit.language} />
        <LinkButton href={href(visit, '/cabinet/people')}>{texts.toList}</LinkButton>
      </div>
    </CabinetPage>
  );
}
