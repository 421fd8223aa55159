import { type Person, signInName } from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { appointmentsTexts } from '../../../locales/appointments.ts';
import { CabinetPage, href, KeyValues, LinkButton, type Visit } from '../../components/index.ts';

/** A sheet to print for somebody without e-mail: where to go, the code, the name to sign in by. Shown once. */
export function PaperPage({ visit, person, link }: { visit: Visit; person: Person; link: string }) {
  const texts = appointmentsTexts[visit.language].paper;
  const { people } = accountsTexts[visit.language];
  const code = new URL(link).searchParams.get('token') ?? '';
  const where = `${visit.origin}${href(visit, '/code')}`;
  return (
    <CabinetPage visit={visit} title={texts.title(person.name)}>
      <div class="stack-l narrow">
        <div class="stack">
          <h1>{texts.title(person.name)}</h1>
          <p class="lead no-print">
            {texts.lead} {texts.print}.
          </p>
        </div>
        <KeyValues
          items={[
            [texts.where, where],
            [texts.code, <strong class="code-to-type">{code}</strong>],
            [texts.signIn, <strong>{signInName(person)}</strong>],
          ]}
        />
        <p>{texts.steps}</p>
        <p class="no-print">
          <LinkButton href={href(visit, '/cabinet/people')}>{people.toList}</LinkButton>
        </p>
      </div>
    </CabinetPage>
  );
}
