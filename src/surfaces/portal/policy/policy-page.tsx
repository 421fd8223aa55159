import type { Policy, PolicyVersion } from '../../../capabilities/orders/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { policyTexts } from '../../../locales/policy.ts';
import { Empty, href, Notice, Page, type Visit } from '../../components/index.ts';

export interface ShownPolicy {
  readonly policy: Policy;
  /** Those that are or were in force, the newest first. */
  readonly versions: readonly PolicyVersion[];
  /** The one whose text is shown. */
  readonly shown: PolicyVersion;
}

/** «Положення»: the text in force, or an earlier edition, and all editions. */
export function PublicPolicyPage({ visit, policies }: { visit: Visit; policies: readonly ShownPolicy[] }) {
  const texts = policyTexts[visit.language];
  const title = policies.length === 1 ? (policies[0]?.policy.title ?? texts.title) : texts.title;
  return (
    <Page visit={visit} title={title} description={texts.public.lead}>
      <div class="stack-l">
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">{texts.public.lead}</p>
        </div>
        {policies.length === 0 && <Empty title={texts.public.none} />}
        {policies.map((one) => (
          <PolicyText key={one.policy.id} visit={visit} shown={one} />
        ))}
      </div>
    </Page>
  );
}

function PolicyText({ visit, shown: { shown, versions } }: { visit: Visit; shown: ShownPolicy }) {
  const texts = policyTexts[visit.language];
  const words = (day: string | null) => (day === null ? '' : dayInWords(day, visit.language));
  const force = ({ approvedOn, endedOn }: PolicyVersion) =>
    endedOn === null ? texts.approvedOn(words(approvedOn)) : texts.inForce(words(approvedOn), words(endedOn));
  return (
    <>
      {shown.endedOn !== null && (
        <Notice kind="attention" title={texts.public.olderNote} language={visit.language}>
          <a href={href(visit, '/open-data/policy')}>{texts.public.toCurrent}</a>
        </Notice>
      )}
      <p class="soft">
        {texts.version(shown.number)}, {force(shown)}
      </p>
      <div class="policy-text" lang="uk">
        {shown.clauses.map(({ id, number, text, heading }) =>
          heading ? (
            <h2 key={id}>
              {number}. {text}
            </h2>
          ) : (
            <p key={id} id={`p${number}`}>
              {number}. {text}
            </p>
          ),
        )}
      </div>
      <p>
        <a href={href(visit, '/messages/new')}>{texts.public.askAbout}</a>
      </p>
      {versions.length > 1 && (
        <section class="stack" aria-labelledby="editions">
          <h2 id="editions">{texts.versions}</h2>
          <ul>
            {versions.map((version) => (
              <li key={version.id}>
                <a href={href(visit, `/open-data/policy/${version.id}`)}>{texts.version(version.number)}</a>,{' '}
                {force(version)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
