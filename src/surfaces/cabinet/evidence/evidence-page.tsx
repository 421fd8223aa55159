import { type Evidence, type EvidenceFilter, FACT_KINDS, PROOFS } from '../../../capabilities/evidence/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { dottedDay } from '../../../language/citations/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { evidenceTexts } from '../../../locales/evidence.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  Field,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { queryOf } from './evidence-filter.ts';
import { HOME } from './paths.ts';

export interface EvidenceView {
  readonly filter: EvidenceFilter;
  readonly facts: readonly Evidence[];
  readonly more: boolean;
  readonly page: number;
  /** How many stand, of each thing proved, the most first. */
  readonly proved: readonly { readonly title: string; readonly code: string; readonly count: number }[];
  readonly total: number;
  /** May make a statement. */
  readonly manages: boolean;
  /** The period of a statement where none was chosen. */
  readonly period: { readonly from: string; readonly to: string };
  readonly error: RequestError | null;
}

/** Facts and what they prove, with filters, a file and a statement. */
export function EvidencePage({ visit, view }: { visit: Visit; view: EvidenceView }) {
  const { filter, facts, page, error } = view;
  const texts = evidenceTexts[visit.language];
  const address = (more: Record<string, string>) => `${href(visit, HOME)}${queryOf(filter, more)}`;
  return (
    <CabinetPage visit={visit} title={texts.title} wide>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {error && <Notice kind="error" title={inLanguage(error.text, visit.language)} language={visit.language} live />}
        <Filters visit={visit} filter={filter} />
        {facts.length === 0 ? (
          <Empty title={texts.empty}>
            <p>{texts.emptyHint}</p>
          </Empty>
        ) : (
          <>
            <Proved visit={visit} view={view} />
            <TakeAway visit={visit} view={view} />
            <FactsTable visit={visit} facts={facts} />
          </>
        )}
        <p class="row">
          {page > 1 && <LinkButton href={address({ page: String(page - 1) })}>{texts.newer}</LinkButton>}
          {view.more && <LinkButton href={address({ page: String(page + 1) })}>{texts.older}</LinkButton>}
        </p>
      </div>
    </CabinetPage>
  );
}

function Filters({ visit, filter }: { visit: Visit; filter: EvidenceFilter }) {
  const { language } = visit;
  const texts = evidenceTexts[language].filter;
  const namesOf = (table: Readonly<Record<string, { readonly title: { uk: string; en: string } }>>) =>
    Object.entries(table)
      .map(([value, { title }]) => ({ value, label: inLanguage(title, language) }))
      .sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <form class="filters" method="get" action={href(visit, HOME)}>
      <Field
        label={texts.proves}
        name="proves"
        value={filter.proves ?? ''}
        options={[{ value: '', label: texts.anything }, ...namesOf(PROOFS)]}
      />
      <Field
        label={texts.kind}
        name="kind"
        value={filter.kind ?? ''}
        options={[{ value: '', label: texts.anyKind }, ...namesOf(FACT_KINDS)]}
      />
      <Field label={texts.from} name="from" type="date" value={filter.from} />
      <Field label={texts.to} name="to" type="date" value={filter.to} />
      <Button kind="secondary">{texts.button}</Button>
      {Object.keys(filter).length > 0 && (
        <LinkButton kind="quiet" href={href(visit, HOME)}>
          {texts.clear}
        </LinkButton>
      )}
    </form>
  );
}

/** How many facts stand behind each thing proved; one fact may prove several. */
function Proved({ visit, view }: { visit: Visit; view: EvidenceView }) {
  const texts = evidenceTexts[visit.language];
  return (
    <section class="stack" aria-labelledby="proved">
      <h2 id="proved">{texts.byProof}</h2>
      <ul class="plain">
        {view.proved.map(({ code, title, count }) => (
          <li key={code}>
            <a href={`${href(visit, HOME)}${queryOf({ ...view.filter, proves: code })}`}>{title}</a>:{' '}
            {texts.count(count)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeAway({ visit, view }: { visit: Visit; view: EvidenceView }) {
  const texts = evidenceTexts[visit.language];
  const { filter, period } = view;
  const days = [period.from, period.to].map((day) => dayInWords(day, visit.language));
  return (
    <div class="stack">
      <div class="row">
        <LinkButton href={`${href(visit, `${HOME}.csv`)}${queryOf(filter)}`} kind="quiet" download>
          {texts.csv}
        </LinkButton>
        {view.manages && (
          <form method="post" action={`${href(visit, `${HOME}/statement`)}`}>
            <input type="hidden" name="from" value={period.from} />
            <input type="hidden" name="to" value={period.to} />
            <input type="hidden" name="proves" value={filter.proves ?? ''} />
            <Button kind="secondary">{texts.statement}</Button>
          </form>
        )}
      </div>
      {view.manages && <p class="soft">{texts.statementHint(days[0] ?? '', days[1] ?? '')}</p>}
      <p class="soft">{texts.count(view.total)}</p>
    </div>
  );
}

function FactsTable({ visit, facts }: { visit: Visit; facts: readonly Evidence[] }) {
  const { language } = visit;
  const texts = evidenceTexts[language];
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.caption}
      captionUnseen
      columns={[
        { title: columns.day, tight: true },
        { title: columns.fact },
        { title: columns.about },
        { title: columns.proves },
        { title: columns.by },
      ]}
      rows={facts.map((fact) => [
        dottedDay(fact.day),
        <>
          {inLanguage(FACT_KINDS[fact.kind].title, language)}
          {fact.takenBackAt !== null && (
            <>
              {' '}
              <Badge kind="attention">{texts.undone}</Badge>
            </>
          )}
        </>,
        <About key="about" visit={visit} fact={fact} />,
        provesInWords(fact, language),
        fact.doneBy || texts.bySystem,
      ])}
    />
  );
}

/** All that a fact proves, with semicolons between. */
export function provesInWords(fact: Evidence, language: Language): string {
  return fact.proves.map((code) => inLanguage(PROOFS[code].title, language)).join('; ');
}

function About({ visit, fact }: { visit: Visit; fact: Evidence }) {
  if (fact.address === null) return <span>{fact.title}</span>;
  return (
    <a href={href(visit, fact.address)}>{fact.title || inLanguage(FACT_KINDS[fact.kind].title, visit.language)}</a>
  );
}
