import {
  DEEDS,
  type Deed,
  grantOf,
  grantOfHolding,
  type Holding,
  type Person,
  ROLES,
  type Role,
  type Unit,
} from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { rightsTexts } from '../../../locales/rights.ts';
import { Breadcrumbs, CabinetPage, href, type Visit } from '../../components/index.ts';
import { peopleTrail } from './appointment-fields.tsx';

/** Who may do what: the table of rights in sentences, and one's own rights. */
export function RightsPage({ visit, units }: { visit: Visit; units: readonly Unit[] }) {
  const texts = rightsTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <Breadcrumbs
        items={[{ label: peopleTrail(visit), href: href(visit, '/cabinet/people') }, { label: texts.title }]}
        language={visit.language}
      />
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {visit.person && (
          <section class="stack" aria-labelledby="mine-title">
            <h2 id="mine-title">{texts.mine}</h2>
            <PersonRights visit={visit} person={visit.person} units={units} />
          </section>
        )}
        {ROLES.map((role) => (
          <section key={role} class="stack" aria-labelledby={`role-${role}`}>
            <h2 id={`role-${role}`}>{appointmentsTexts[visit.language].roles[role]}</h2>
            <RoleSentences visit={visit} role={role} />
          </section>
        ))}
      </div>
    </CabinetPage>
  );
}

/** The deeds of a role, those of one place and one function together. */
function groupsOf(role: Role): { words: (visit: Visit) => string; deeds: Deed[] }[] {
  const groups = new Map<string, { words: (visit: Visit) => string; deeds: Deed[] }>();
  for (const deed of DEEDS) {
    const grant = grantOf(role, deed);
    if (grant === null) continue;
    const key = `${grant.reach} ${grant.functions?.join() ?? ''}`;
    const words = (visit: Visit) => {
      const texts = rightsTexts[visit.language];
      const functions = grant.functions?.map((one) => appointmentsTexts[visit.language].functions[one]);
      return texts.sentence(role, texts.reach[grant.reach], functions ? texts.ifAppointed(functions) : '');
    };
    const group = groups.get(key) ?? { words, deeds: [] };
    group.deeds.push(deed);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function RoleSentences({ visit, role }: { visit: Visit; role: Role }) {
  const texts = rightsTexts[visit.language];
  const never = DEEDS.filter((deed) => grantOf(role, deed) === null);
  return (
    <>
      {groupsOf(role).map(({ words, deeds }) => (
        <Sentence key={deeds[0]} visit={visit} beginning={words(visit)} deeds={deeds} />
      ))}
      {never.length > 0 && (
        <p class="soft">
          {texts.never} {texts.list(never.map((deed) => texts.deeds[deed]))}.
        </p>
      )}
    </>
  );
}

function Sentence({ visit, beginning, deeds }: { visit: Visit; beginning: string; deeds: readonly Deed[] }) {
  const texts = rightsTexts[visit.language];
  return (
    <p>
      {beginning} {texts.list(deeds.map((deed) => texts.deeds[deed]))}.
    </p>
  );
}

/** What one person may do and where, one sentence an appointment. */
export function PersonRights(props: { visit: Visit; person: Person; units: readonly Unit[] }) {
  const { visit, person, units } = props;
  const texts = rightsTexts[visit.language];
  const sentences = person.appointments.flatMap((held) => sentencesOf(visit, held, units));
  if (sentences.length === 0) return <p class="soft">{texts.nothing}</p>;
  return (
    <>
      {sentences.map(({ beginning, deeds }) => (
        <Sentence key={`${beginning} ${deeds.join()}`} visit={visit} beginning={beginning} deeds={deeds} />
      ))}
    </>
  );
}

function sentencesOf(visit: Visit, held: Holding, units: readonly Unit[]) {
  const texts = rightsTexts[visit.language];
  const unit = units.find(({ id }) => id === held.unitId)?.name ?? accountsTexts[visit.language].people.noUnit;
  const place = held.datasetIds === null ? texts.inUnit(unit) : texts.onDatasets(held.datasetIds.length, unit);
  const instead = held.standsInFor === null ? '' : texts.insteadOf(held.standsInFor);
  const given = DEEDS.map((deed) => ({ deed, grant: grantOfHolding(held, deed) }));
  const of = (reach: 'all' | 'own-and-below') =>
    given.filter(({ grant }) => grant?.reach === reach).map(({ deed }) => deed);
  return [
    { beginning: texts.may(texts.everywhere, instead), deeds: of('all') },
    { beginning: texts.may(place, instead), deeds: of('own-and-below') },
  ].filter(({ deeds }) => deeds.length > 0);
}
