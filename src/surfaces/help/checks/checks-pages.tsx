import type { CheckEntry } from '../../../kernel/check.ts';
import type { Severity } from '../../../kernel/finding.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { checksTexts } from '../../../locales/checks.ts';
import type { ChosenSeverities } from '../../../tabular/index.ts';
import { Badge, Breadcrumbs, Button, Empty, href, KeyValues, Page, type Visit } from '../../components/index.ts';
import { ALL_CHECKS, byGroup, findChecks } from './check-list.ts';
import { ExampleTables } from './example-tables.tsx';

/** Other checks named on a check’s page. */
const NEIGHBOURS = 12;

const TONES = { error: 'error', warning: 'attention', advice: 'info' } as const satisfies Record<Severity, string>;

/** All checks by what they look at, with a search that needs no script. */
export function ChecksPage({ visit, weights = {} }: { visit: Visit; weights?: ChosenSeverities }) {
  const texts = checksTexts[visit.language];
  const asked = (visit.query.get('q') ?? '').trim().slice(0, 100);
  const found = findChecks(asked);
  return (
    <Page visit={visit} title={texts.title} search={false}>
      <h1 class="check-title">{texts.title}</h1>
      <p class="lead">{texts.lead(ALL_CHECKS.length)}</p>
      <search>
        <form class="search-box check-search" action={href(visit, '/guide/checks')} method="get">
          <label class="unseen" for="find-check">
            {texts.search}
          </label>
          <input class="input" id="find-check" name="q" type="search" value={asked} placeholder={texts.search} />
          <Button>{texts.find}</Button>
        </form>
      </search>
      {asked !== '' && found.length > 0 && (
        <p role="status">
          {texts.found(found.length, asked)} <a href={href(visit, '/guide/checks')}>{texts.all}</a>
        </p>
      )}
      {found.length === 0 && (
        <Empty title={texts.none(asked)}>
          <p>{texts.noneHint}</p>
          <p>
            <a href={href(visit, '/guide/checks')}>{texts.all}</a>
          </p>
        </Empty>
      )}
      {byGroup(found).map(({ group, checks }) => (
        <section class="check-group" key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{texts.groups[group]}</h2>
          <ul class="check-lines plain">
            {checks.map((check) => (
              <li key={check.code}>
                <a href={href(visit, `/guide/checks/${check.code}`)}>{inLanguage(check.title, visit.language)}</a>
                <span class="soft small">{texts.severities[weights[check.code] ?? check.severity]}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

/** One check: why it matters, an example, what to do, how much it weighs and on what ground. */
export function CheckPage({ visit, check, weight }: { visit: Visit; check: CheckEntry; weight?: Severity }) {
  const texts = checksTexts[visit.language];
  const title = inLanguage(check.title, visit.language);
  // a refusal with a file that shows it says why it matters; the others say what happened
  const isRefusal = check.todo !== undefined && check.example === undefined;
  return (
    <Page visit={visit} title={title} description={inLanguage(check.why, visit.language)} search={false}>
      <Breadcrumbs
        language={visit.language}
        items={[
          { label: texts.title, href: href(visit, '/guide/checks') },
          { label: texts.groups[check.group], href: `${href(visit, '/guide/checks')}#group-${check.group}` },
          { label: title },
        ]}
      />
      <h1>{title}</h1>
      <p class="check-weight">
        <Badge kind={TONES[weight ?? check.severity]}>{texts.severities[weight ?? check.severity]}</Badge>{' '}
        {weight && <span class="soft small">{texts.chosen}</span>}
      </p>
      <div class="check-about stack">
        <h2>{isRefusal ? texts.happened : texts.why}</h2>
        <p class="prose">{inLanguage(check.why, visit.language)}</p>
        {check.example && (
          <>
            <h2>{texts.example}</h2>
            <ExampleTables visit={visit} example={check.example} />
          </>
        )}
        <h2>{texts.todo}</h2>
        <p class="prose">{todoOf(check, visit)}</p>
        <KeyValues
          items={[
            [texts.ground, inLanguage(check.clause, visit.language)],
            [
              texts.code,
              <>
                <code>{check.code}</code>{' '}
                {check.group !== 'passport' && <span class="soft small">{texts.codeHint}</span>}
              </>,
            ],
          ]}
        />
        <Neighbours visit={visit} check={check} />
      </div>
    </Page>
  );
}

/** Ways to the checks beside this one, and to all of them. */
function Neighbours({ visit, check }: { visit: Visit; check: CheckEntry }) {
  const texts = checksTexts[visit.language];
  const beside = neighboursOf(check);
  if (beside.length === 0) return null;
  return (
    <>
      <h2>{texts.beside}</h2>
      <ul>
        {beside.map(({ code, title }) => (
          <li key={code}>
            <a href={href(visit, `/guide/checks/${code}`)}>{inLanguage(title, visit.language)}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={href(visit, '/guide/checks')}>{texts.all}</a>
      </p>
    </>
  );
}

/** The checks of the same part that stand nearest in the list; the list itself is one click away. */
function neighboursOf({ group, code }: CheckEntry): readonly CheckEntry[] {
  const alike = ALL_CHECKS.filter((one) => one.group === group);
  const at = alike.findIndex((one) => one.code === code);
  const from = Math.max(0, Math.min(at - NEIGHBOURS / 2, alike.length - 1 - NEIGHBOURS));
  return alike.slice(from, from + NEIGHBOURS + 1).filter((one) => one.code !== code);
}

function todoOf({ repair, group, todo }: CheckEntry, visit: Visit): string {
  const texts = checksTexts[visit.language];
  if (todo) return inLanguage(todo, visit.language);
  if (group === 'passport') return texts.inPassport;
  if (repair === null) return texts.byHand;
  if (repair === 'safe') return texts.safe;
  return texts.asked(repair.map((button) => `«${inLanguage(button, visit.language)}»`).join(', '));
}
