import type { CitationFinding, OpenedVersion, TermComparison } from '../../../capabilities/orders/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { ordersTexts } from '../../../locales/orders.ts';
import { policyTexts } from '../../../locales/policy.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  CabinetPage,
  DataTable,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { forceInWords, POLICY, VERSION_TONES } from './policy-page.tsx';

/** One version of the text: its terms beside the settings, its clauses with their remarks. */
export function VersionPage(props: {
  visit: Visit;
  opened: OpenedVersion;
  keeps: boolean;
  citations: readonly CitationFinding[];
}) {
  const { visit, opened, keeps, citations } = props;
  const texts = policyTexts[visit.language];
  const { version, policy } = opened;
  const name = texts.version(version.number);
  return (
    <CabinetPage visit={visit} title={`${policy.title}: ${name}`}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.title, href: href(visit, POLICY) }, { label: name }]}
        />
        <div class="stack">
          <h1>
            {policy.title}: {name.toLowerCase()}
          </h1>
          <p class="row">
            <Badge kind={VERSION_TONES[version.state]}>{texts.states[version.state]}</Badge>
            <span class="soft">{forceInWords(visit, version)}</span>
          </p>
        </div>
        {keeps && <Deeds visit={visit} opened={opened} />}
        <Terms visit={visit} terms={opened.terms} path={`${POLICY}/versions/${version.id}`} keeps={keeps} />
        <Citations visit={visit} citations={citations} />
        <Clauses visit={visit} opened={opened} />
      </div>
    </CabinetPage>
  );
}

function Deeds({ visit, opened }: { visit: Visit; opened: OpenedVersion }) {
  const texts = policyTexts[visit.language];
  const { version } = opened;
  const base = href(visit, `${POLICY}/versions/${version.id}`);
  const deed = (path: string, label: string, kind: 'secondary' | 'quiet') => (
    <form method="post" action={`${base}/${path}`}>
      <Button kind={kind}>{label}</Button>
    </form>
  );
  if (version.state === 'draft') {
    return (
      <div class="row">
        {deed('ready', texts.ready, 'secondary')}
        {deed('remove', texts.remove, 'quiet')}
      </div>
    );
  }
  if (version.state !== 'ready') return null;
  return (
    <div class="row">
      <LinkButton href={href(visit, '/cabinet/city/orders/waiting')} kind="primary">
        {texts.prepare}
      </LinkButton>
      {deed('back', texts.back, 'quiet')}
    </div>
  );
}

function Terms(props: { visit: Visit; terms: readonly TermComparison[]; path: string; keeps: boolean }) {
  const { visit, terms, path, keeps } = props;
  if (terms.length === 0) return null;
  const texts = policyTexts[visit.language];
  const differ = terms.filter(({ inText, inSettings }) => inText !== inSettings).length;
  return (
    <section class="stack" aria-labelledby="terms">
      <h2 id="terms">{texts.terms}</h2>
      <Notice
        kind={differ > 0 ? 'attention' : 'good'}
        title={differ > 0 ? texts.termsDiffer(differ) : texts.termsAgree}
        language={visit.language}
      />
      <DataTable
        caption={texts.comparison}
        captionUnseen
        rowHeaders
        columns={[
          { title: texts.termsOf },
          { title: texts.inText },
          { title: texts.inSettings },
          { title: texts.whether },
        ]}
        rows={terms.map(({ clause, term, inText, inSettings }) => [
          inLanguage(term.title, visit.language),
          <>
            {inText === null ? texts.notNamed : texts.days(inText)},{' '}
            <a href={href(visit, `${path}/clauses/${clause.id}`)}>{texts.toClause(clause.number)}</a>
          </>,
          <>
            {texts.days(inSettings)}
            {keeps && (
              <>
                , <a href={href(visit, term.place)}>{texts.toSettings}</a>
              </>
            )}
          </>,
          <Badge kind={inText === inSettings ? 'good' : 'attention'}>
            {inText === inSettings ? texts.agree : texts.differ}
          </Badge>,
        ])}
      />
    </section>
  );
}

function Citations({ visit, citations }: { visit: Visit; citations: readonly CitationFinding[] }) {
  if (citations.length === 0) return null;
  const texts = ordersTexts[visit.language].citations;
  return (
    <Notice kind="attention" title={texts.title} language={visit.language}>
      <ul>
        {citations.map((finding) => (
          <li key={`${finding.start} ${finding.code}`}>
            {inLanguage(finding.text, visit.language)}: {texts.written(finding.written, finding.proposed)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Clauses({ visit, opened }: { visit: Visit; opened: OpenedVersion }) {
  const texts = policyTexts[visit.language];
  const { version, comments } = opened;
  const open = (clauseId: string) =>
    comments.filter((one) => one.clauseId === clauseId && one.resolvedAt === null).length;
  return (
    <div class="policy-text">
      {version.clauses.map(({ id, number, text, heading }) => {
        const remarks = open(id);
        if (heading) {
          return (
            <h2 key={id}>
              {number}. {text}
            </h2>
          );
        }
        return (
          <div class="policy-clause" key={id}>
            <p>
              {number}. {text}
            </p>
            <p class="small">
              <a href={href(visit, `${POLICY}/versions/${version.id}/clauses/${id}`)}>
                {version.state === 'draft' ? texts.change : texts.discuss}
                <span class="unseen"> {number}</span>
              </a>
              {remarks > 0 && <Badge kind="attention">{texts.remarks(remarks)}</Badge>}
            </p>
          </div>
        );
      })}
    </div>
  );
}
