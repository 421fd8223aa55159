import { CHECK_GROUPS, type CheckEntry } from '../../../kernel/check.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import type { Severity } from '../../../kernel/finding.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { checksTexts } from '../../../locales/checks.ts';
import { CHECK_CATALOGUE, type ChosenSeverities } from '../../../tabular/index.ts';
import { Breadcrumbs, Button, CabinetPage, href, Notice, type Visit } from '../../components/index.ts';

export const CHECK_WEIGHTS = '/cabinet/settings/checks';

/** Checks whose weight a community may choose at all. */
export const WEIGHED_CHECKS: readonly CheckEntry[] = CHECK_CATALOGUE.filter(({ may = [] }) => may.length > 0);

interface WeightsProps {
  readonly visit: Visit;
  readonly weights: ChosenSeverities;
  readonly error: RequestError | null;
}

/** Every check that may weigh otherwise, by what it looks at. */
export function WeightsPage({ visit, weights, error }: WeightsProps) {
  const texts = checksTexts[visit.language];
  const own = texts.weights;
  const changed = WEIGHED_CHECKS.filter(({ code, severity }) => (weights[code] ?? severity) !== severity).length;
  return (
    <CabinetPage visit={visit} title={own.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: own.back, href: href(visit, '/cabinet/settings') }, { label: own.title }]}
        />
        <div class="stack">
          <h1>{own.title}</h1>
          <p class="lead">{own.lead}</p>
          <p class="soft">{changed > 0 ? own.changed(changed) : own.unchanged}</p>
        </div>
        {visit.query.get('done') === 'saved' && <Notice kind="good" title={own.saved} language={visit.language} live />}
        {error && <Notice kind="error" title={inLanguage(error.text, visit.language)} language={visit.language} live />}
        <form class="check-weights stack" method="post" action={href(visit, CHECK_WEIGHTS)}>
          {CHECK_GROUPS.map((group) => (
            <Group key={group} visit={visit} group={group} weights={weights} />
          ))}
          <div class="row">
            <Button>{own.save}</Button>
            {changed > 0 && (
              <Button kind="quiet" name="reset" value="1">
                {own.reset}
              </Button>
            )}
          </div>
        </form>
      </div>
    </CabinetPage>
  );
}

function Group(props: Pick<WeightsProps, 'visit' | 'weights'> & { readonly group: CheckEntry['group'] }) {
  const { visit, weights, group } = props;
  const checks = WEIGHED_CHECKS.filter((check) => check.group === group);
  if (checks.length === 0) return null;
  const changed = checks.filter(({ code, severity }) => (weights[code] ?? severity) !== severity).length;
  const texts = checksTexts[visit.language];
  return (
    <details open={changed > 0}>
      <summary>
        {texts.groups[group]}{' '}
        <span class="soft small">
          {changed > 0 ? texts.weights.changed(changed) : texts.weights.count(checks.length)}
        </span>
      </summary>
      <ul class="check-lines plain">
        {checks.map((check) => (
          <li key={check.code}>
            <a href={href(visit, `/guide/checks/${check.code}`)}>{inLanguage(check.title, visit.language)}</a>
            <Weight visit={visit} check={check} weight={weights[check.code] ?? check.severity} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Weight({ visit, check, weight }: { visit: Visit; check: CheckEntry; weight: Severity }) {
  const texts = checksTexts[visit.language];
  const { code, severity, may = [], title } = check;
  return (
    <select class="input" name={`weight.${code}`} aria-label={texts.weights.of(inLanguage(title, visit.language))}>
      {[severity, ...may].map((one) => (
        <option key={one} value={one} selected={one === weight}>
          {one === severity ? texts.weights.usual(texts.severities[one]) : texts.severities[one]}
        </option>
      ))}
    </select>
  );
}
