import type { Dataset } from '../../../capabilities/catalog/index.ts';
import type {
  SecurityDecision,
  SecurityFlag,
  SecurityStanding,
  SecurityWay,
} from '../../../capabilities/privacy/index.ts';
import { addMonths, type Day } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { securityTexts } from '../../../locales/security.ts';
import { Badge, Button, href, type Visit } from '../../components/index.ts';
import type { Refused } from './privacy-form.ts';
import { isSecurityForm, SecurityForm } from './security-form.tsx';

interface SecurityProps {
  readonly visit: Visit;
  readonly dataset: Dataset;
  readonly security: SecurityStanding;
  readonly today: Day;
  /** The form of the page that was refused. */
  readonly refused: Refused | null;
}

/** Half a year, as restrictions are looked at again. */
const MONTHS = 6;

/** What of the dataset asks for a security decision, the proposal first, the other ways folded; or the decision with its way back. */
export function SecurityPart({ visit, dataset, security, today, refused }: SecurityProps) {
  const texts = securityTexts[visit.language];
  const { flags, decision, faults } = security;
  if (flags.length === 0 && decision === null) return null;
  const asked = faults.some(({ code }) => code !== 'security-postponed');
  const ofDatasets = flags.some(({ by }) => by !== 'column');
  const forms = { visit, dataset, flags, reviewOn: addMonths(today, MONTHS), refused };
  const ways = waysFor(flags);
  return (
    <section class="stack" aria-labelledby="security">
      <h2 id="security">{texts.title}</h2>
      {asked && decision === null && <p>{ofDatasets ? texts.lead : texts.leadColumns}</p>}
      {flags.map((flag) => (
        <FlagCard key={flag.code} visit={visit} dataset={dataset} flag={flag} />
      ))}
      {decision ? (
        <Standing visit={visit} dataset={dataset} decision={decision} security={security} />
      ) : (
        ways[0] && (
          <div class="stack">
            <h3>
              {texts.proposed}: {texts.ways[ways[0]].toLowerCase()}
            </h3>
            <SecurityForm {...forms} way={ways[0]} proposed />
          </div>
        )
      )}
      {(decision ? ways : ways.slice(1)).map((way) => (
        <details key={way} open={refused !== null && isSecurityForm(refused.form, way)}>
          <summary>{decision ? `${texts.again}: ${texts.ways[way].toLowerCase()}` : texts.ways[way]}</summary>
          <SecurityForm {...forms} way={way} />
        </details>
      ))}
    </section>
  );
}

/** The ways there are, the proposed one first: a sort of datasets is suspended, columns are withheld. */
function waysFor(flags: readonly SecurityFlag[]): SecurityWay[] {
  if (flags.length === 0) return [];
  const columns: SecurityWay[] = flags.some((flag) => flag.columns.length > 0) ? ['withhold', 'generalise'] : [];
  return flags.some(({ by }) => by !== 'column')
    ? ['suspend', ...columns, 'publish']
    : [...columns, 'suspend', 'publish'];
}

function FlagCard({ visit, dataset, flag }: Pick<SecurityProps, 'visit' | 'dataset'> & { flag: SecurityFlag }) {
  const texts = securityTexts[visit.language];
  const tables = Map.groupBy(flag.columns, ({ resourceId }) => resourceId);
  return (
    <article class="finding stack">
      <h3 class="finding-title">{inLanguage(flag.title, visit.language)}</h3>
      <p>{inLanguage(flag.harm, visit.language)}</p>
      {[...tables].map(([id, columns]) => (
        <p key={id}>
          {texts.columns(columns.map(({ columnTitle }) => columnTitle))}
          {dataset.resources.length > 1 &&
            ` (${texts.table(dataset.resources.find((one) => one.id === id)?.title ?? '')})`}
        </p>
      ))}
      <p class="soft small">
        {texts.by[flag.by]} {texts.source(flag.source.replace(/\.$/u, ''))}
      </p>
    </article>
  );
}

function Standing({
  visit,
  dataset,
  decision,
  security,
}: Omit<SecurityProps, 'today' | 'refused'> & { decision: SecurityDecision }) {
  const texts = securityTexts[visit.language];
  const has = (code: string) => security.faults.some((fault) => fault.code === code);
  const { way, reviewOn } = decision;
  const day = reviewOn ? dayInWords(reviewOn, visit.language) : '';
  return (
    <div class="stack">
      {has('security-undecided') && <p>{texts.newFlags}</p>}
      {has('security-review-due') && <p>{texts.due}</p>}
      {has('security-not-withheld') && <p>{texts.shown}</p>}
      <p>
        <Badge kind={security.faults.length === 0 ? 'good' : 'attention'}>
          {texts.done[way]}
          {way === 'suspend' && day !== '' && ` ${texts.until(day)}`}
        </Badge>
      </p>
      {decision.columns.length > 0 && <p>{texts.columns(decision.columns.map(({ columnTitle }) => columnTitle))}.</p>}
      <p>{decision.reason}</p>
      {decision.order !== '' && <p>{texts.ground(decision.order)}</p>}
      {decision.agreedWith !== '' && <p>{texts.agreed(decision.agreedWith)}</p>}
      <p class="soft small">
        {texts.decided(decision.decidedBy, dayInWords(decision.decidedAt, visit.language))}
        {way !== 'suspend' && day !== '' && ` · ${texts.review(day)}`}
      </p>
      <form
        class="row"
        method="post"
        action={href(visit, `/cabinet/datasets/${dataset.id}/privacy/security/${decision.id}/undo`)}
      >
        <Button kind="quiet">{texts.undo}</Button>
      </form>
    </div>
  );
}
