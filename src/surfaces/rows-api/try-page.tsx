import { rowsApiTexts } from '../../locales/rows-api.ts';
import { ApiSnippets } from '../components/api-snippets-list.tsx';
import { Breadcrumbs, DataTable, href, Page, type Visit } from '../components/index.ts';
import type { ColumnFacts } from './column-facts.ts';
import { TryAnswer } from './try-answer.tsx';
import { TryForm } from './try-form.tsx';
import type { TryQuestion } from './try-question.ts';

/** What the API answered, or would have. */
export interface TriedAnswer {
  readonly status: number;
  readonly body: string;
  readonly mediaType: string;
  /** Absolute address of the next page. */
  readonly next: string | null;
  readonly groups: boolean;
  /** Null for a refusal. */
  readonly total: number | null;
  readonly milliseconds: number;
}

/** Everything the page shows. */
export interface TryPageProps {
  readonly visit: Visit;
  readonly facts: readonly ColumnFacts[];
  readonly title: string;
  readonly version: number;
  readonly dataset: { readonly title: string; readonly slug: string } | null;
  /** Absolute address of the table in the API. */
  readonly base: string;
  readonly parameters: URLSearchParams;
  readonly question: TryQuestion;
  readonly answer: TriedAnswer;
}

/** The page to try the API of one table: a form, the request it makes, the answer, the same in programs. */
export function TryPage(props: TryPageProps) {
  const { visit, facts, title, version, dataset, base, parameters } = props;
  const texts = rowsApiTexts[visit.language];
  const path = new URL(base).pathname;
  return (
    <Page visit={visit} title={texts.title(title)} head={<meta name="robots" content="noindex" />} wide>
      {dataset && (
        <Breadcrumbs
          language={visit.language}
          items={[{ label: dataset.title, href: href(visit, `/datasets/${dataset.slug}`) }, { label: texts.heading }]}
        />
      )}
      <h1>{texts.heading}</h1>
      <p class="try-table">
        {title} <span class="soft">({texts.version(version)})</span>
      </p>
      <p class="lead">{texts.lead}</p>
      <div class="try">
        <TryForm visit={visit} facts={facts} question={props.question} action={href(visit, `${path}/try`)} />
        <div class="stack try-result">
          <TryAnswer visit={visit} address={requestAddress(base, parameters)} answer={props.answer} />
        </div>
      </div>
      <section class="part-plain" aria-labelledby="try-programs">
        <h2 id="try-programs">{texts.snippets.title}</h2>
        <ApiSnippets
          question={{ base, parameters, columns: shownColumns(facts, parameters) }}
          language={visit.language}
        />
      </section>
      <section class="part-plain" aria-labelledby="try-columns">
        <h2 id="try-columns">{texts.columns.title}</h2>
        <ColumnsTable visit={visit} facts={facts} />
        <p>
          <a href={`${path}/openapi.json`}>{texts.description}</a>
        </p>
      </section>
    </Page>
  );
}

function requestAddress(base: string, parameters: URLSearchParams): string {
  const text = parameters.toString();
  return text === '' ? base : `${base}?${text}`;
}

/** The columns of the answer as far as they are known without asking: groups have others. */
function shownColumns(facts: readonly ColumnFacts[], parameters: URLSearchParams): ColumnFacts['column'][] {
  if (parameters.has('group')) return [];
  const asked = (parameters.get('columns') ?? '').split(',').map((name) => name.trim());
  const shown = facts.map(({ column }) => column);
  const chosen = asked.flatMap((name) => shown.filter((column) => column.name === name));
  return chosen.length > 0 ? chosen : shown;
}

function ColumnsTable({ visit, facts }: { visit: Visit; facts: readonly ColumnFacts[] }) {
  const texts = rowsApiTexts[visit.language].columns;
  return (
    <DataTable
      caption={texts.title}
      captionUnseen
      rowHeaders
      columns={[
        { title: texts.name, tight: true },
        { title: texts.column },
        { title: texts.type, tight: true },
        { title: texts.operators },
        { title: texts.example },
      ]}
      rows={facts.map(({ column, operators, example, values }) => [
        <code key="name">{column.name}</code>,
        column.title,
        texts.types[column.type],
        <code key="operators" class="try-operators">
          {operators.map((operator) => `__${operator}`).join(' ')}
        </code>,
        values ? someOf(values) : short(example),
      ])}
    />
  );
}

/** As many values as fit a cell. */
function someOf(values: readonly string[]): string {
  const some = values.slice(0, 6).join(' · ');
  return values.length > 6 ? `${some} · …` : some;
}

function short(example: ColumnFacts['example']): string {
  const text = example === null ? '' : String(example);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
