import type { ComponentChildren } from 'preact';
import type { CardResource } from '../../../capabilities/catalog/index.ts';
import { EVERY_ROW, type RowQuery, rowQueryParameters } from '../../../capabilities/tables/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { rowsApiTexts } from '../../../locales/rows-api.ts';
import { ApiSnippets } from '../../components/api-snippets-list.tsx';
import { href, Snippet, type Visit } from '../../components/index.ts';
import { rowsApiAddress } from '../explorer/table-address.ts';
import { type DatasetView, questionColumns, TABLE_PAGE_SIZE } from './dataset-view.ts';
import { partAddresses } from './passport-elements.ts';

/** A part of the page: its name at the side, leading to its own address where it has one; what it says beside it. */
export function Part(props: { id: string; title: string; children: ComponentChildren; href?: string | null }) {
  const { id, title, children, href: own } = props;
  return (
    <section class="part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {own ? (
          <a class="part-name" href={own}>
            {title}
          </a>
        ) : (
          title
        )}
      </h2>
      <div class="part-body">{children}</div>
    </section>
  );
}

/** API: the address of exactly the rows on the page. */
export function ApiPart({ visit, view }: { visit: Visit; view: DatasetView }) {
  const texts = portalTexts[visit.language].api;
  const { resource, table, card } = view;
  const addresses = partAddresses(card, visit.origin);
  return (
    <div class="stack">
      {resource?.tableId && table ? (
        <>
          <p>{texts.intro}</p>
          <Snippet label={texts.address} code={shownAddress(visit, resource, table)} language={visit.language} />
          <ApiPrograms visit={visit} resource={resource} table={table} />
        </>
      ) : (
        <p>{texts.none}</p>
      )}
      <ul class="plain api-list">
        <li>
          {texts.passport}: <a href={addresses.passport}>{addresses.passport}</a>
        </li>
      </ul>
      <p>
        <a href="/api/openapi.json">{texts.all}</a>
      </p>
    </div>
  );
}

/** The question of the page: the rows it shows. */
function shownQuery(table: NonNullable<DatasetView['table']>): RowQuery {
  return table.kind === 'rows' ? table.query : { ...EVERY_ROW, size: TABLE_PAGE_SIZE };
}

/** The resource's address stays right when the next version comes; a table's own would always give this version. */
function shownAddress(visit: Visit, resource: CardResource, table: NonNullable<DatasetView['table']>): string {
  const open = questionColumns(resource).some((column) => column.sensitivity === 'open');
  return open ? decodeAddress(rowsApiAddress(visit.origin, resource.id, shownQuery(table))) : visit.origin;
}

/** The page to try the API, the description for programs, the shown rows in several languages. */
function ApiPrograms(props: { visit: Visit; resource: CardResource; table: NonNullable<DatasetView['table']> }) {
  const { visit, resource, table } = props;
  const texts = rowsApiTexts[visit.language].part;
  const path = `/api/rows/${resource.id}`;
  const query = shownQuery(table);
  const open = questionColumns(resource).filter((column) => column.sensitivity === 'open');
  const asked = query.columns.flatMap((name) => open.filter((column) => column.name === name));
  const question = {
    base: `${visit.origin}${path}`,
    parameters: rowQueryParameters(query),
    columns: asked.length > 0 ? asked : open,
  };
  return (
    <>
      <ul class="plain api-list">
        <li>
          <a href={href(visit, `${path}/try?${question.parameters}`)} rel="nofollow">
            {texts.try}
          </a>
        </li>
        <li>
          <a href={`${path}/openapi.json`}>{texts.description}</a>
        </li>
      </ul>
      <h3>{texts.snippets}</h3>
      <ApiSnippets question={question} language={visit.language} />
    </>
  );
}

/** Ukrainian letters as people read them; browsers and libraries encode them, curl follows the redirect with -L. */
function decodeAddress(address: string): string {
  try {
    return decodeURI(address).replaceAll(' ', '%20');
  } catch {
    return address;
  }
}

/** Умови: the law's words, and the attribution ready to copy. */
export function ReusePart({ visit, view }: { visit: Visit; view: DatasetView }) {
  const { language } = visit;
  const texts = portalTexts[language].reuse;
  const { card } = view;
  const passport = view.old?.passport ?? card.passport;
  const text = texts.attributionText({
    unit: card.unit.name,
    title: passport.title,
    day: dayInWords(new Date(view.old?.passport.dataAsOf ?? card.dataAsOf), language),
    address: view.old
      ? partAddresses(card, visit.origin).version(view.old.number)
      : partAddresses(card, visit.origin).dataset,
  });
  return (
    <div class="stack">
      <p>{texts.terms}</p>
      <p class="soft small">{texts.law}</p>
      <Snippet label={texts.attribution} code={text} words language={language} />
      {passport.responsibleEmail && (
        <p>
          {texts.question}. {texts.questionText}{' '}
          <a href={`mailto:${passport.responsibleEmail}`}>{passport.responsibleEmail}</a>
        </p>
      )}
    </div>
  );
}
