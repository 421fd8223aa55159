import { referencesOf, type StructureField } from '../../../capabilities/catalog/index.ts';
import type { ColumnFacts } from '../../../capabilities/tables/index.ts';
import type { Language } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { codeListTexts } from '../../../locales/code-lists.ts';
import { datasetTexts } from '../../../locales/dataset.ts';
import { downloadTexts } from '../../../locales/downloads.ts';
import { portalTexts } from '../../../locales/portal.ts';
import { Badge, DataTable, href, PHONE_BEGINNING, PhoneMore, type Visit } from '../../components/index.ts';
import { type DatasetView, datasetPath } from './dataset-view.ts';

/** Структура: each column with its kind, meaning, what is special about it, and what it holds in this version. */
export function StructurePart({ visit, view }: { visit: Visit; view: DatasetView }) {
  const texts = portalTexts[visit.language].structure;
  const { resource, card, facts } = view;
  if (!resource || resource.fields.length === 0) return <p class="soft">{texts.none}</p>;
  const address = `${datasetPath(view)}/structure/${resource.id}`;
  const held = datasetTexts[visit.language].facts;
  const open = resource.tableId !== null && card.state === 'published';
  return (
    <>
      <DataTable
        caption={texts.caption(resource.title)}
        captionUnseen
        rowHeaders
        columns={[
          { title: texts.column },
          { title: texts.type, tight: true },
          { title: texts.meaning },
          ...(open ? [{ title: held.title }] : []),
        ]}
        rows={resource.fields.map((field) => [
          <ColumnName key="name" field={field} />,
          texts.types[field.type],
          <FieldMeaning key="meaning" visit={visit} field={field} view={view} />,
          ...(open
            ? [
                <HeldValues
                  key="held"
                  visit={visit}
                  field={field}
                  facts={facts?.get(field.name)}
                  rows={resource.rows}
                />,
              ]
            : []),
        ])}
      />
      {resource.fields.length > PHONE_BEGINNING.lines && (
        <PhoneMore label={texts.showMore(resource.fields.length - PHONE_BEGINNING.lines)} />
      )}
      {open && facts === null && <p class="small soft">{held.counting}</p>}
      <p class="row part-links">
        <a href={`${address}.json`}>{texts.json}</a>
        <a href={`${address}.csv`}>{texts.csv}</a>
        <a href={`${address}.xsd`}>{downloadTexts[visit.language].xsd}</a>
        <a href={`${address}/csv-metadata.json`}>CSVW</a>
        {open && <a href={`/datasets/${card.slug}/datapackage.json`}>Data Package</a>}
      </p>
    </>
  );
}

function ColumnName({ field }: { field: StructureField }) {
  return (
    <span class="column-name" id={`column-${field.name}`}>
      {field.title}
      <code>{field.name}</code>
    </span>
  );
}

function FieldMeaning(props: { visit: Visit; field: StructureField; view: DatasetView }) {
  const { visit, field, view } = props;
  const lists = view.codeLists;
  const words = codeListTexts[visit.language];
  const list = field.codeList === undefined ? undefined : lists.get(field.codeList);
  const texts = portalTexts[visit.language].structure;
  const facts = [
    field.unit ? `${texts.unit}: ${field.unit}` : '',
    field.format,
    field.identifier ? texts.identifier : '',
    field.required && !field.identifier ? texts.required : '',
    field.geometry ? texts[field.geometry] : '',
    field.allowed && !list ? `${words.allowedTitle}: ${field.allowed.join(', ')}` : '',
    field.examples ? `${words.examplesTitle}: ${field.examples.join('; ')}` : '',
  ].filter(Boolean);
  return (
    <>
      {field.purpose && <div>{field.purpose}</div>}
      {facts.length > 0 && <div class="small soft">{facts.join(' · ')}</div>}
      {list && (
        <div class="small">
          {words.listTitle}: <a href={href(visit, `/code-lists/${list.slug}`)}>{list.name}</a>
        </div>
      )}
      <FieldReference visit={visit} field={field} view={view} />
      {field.sensitivity === 'restricted' && <Badge kind="attention">{texts.restricted}</Badge>}
      {!field.purpose && facts.length === 0 && field.sensitivity === 'open' && <span class="soft">—</span>}
    </>
  );
}

/** «посилається на: «Вулиці», Код вулиці»; of a key of several columns, told at the first of them. */
function FieldReference({ visit, field, view }: { visit: Visit; field: StructureField; view: DatasetView }) {
  const words = codeListTexts[visit.language];
  const one = referencesOf(view.resource?.fields ?? []).find(({ columns }) => columns[0]?.name === field.name);
  const table = one && view.referred.get(one.resource);
  if (!one || !table) return null;
  const there = one.to.map((name) => table.titles.get(name) ?? name).join(', ');
  const together = one.columns.slice(1).map(({ title }) => title);
  return (
    <div class="small">
      {words.refersTo}: <a href={href(visit, `/datasets/${table.slug}`)}>{table.datasetTitle}</a>, {there}
      {together.length > 0 && ` (${words.togetherWith(together.join(', '))})`}
    </div>
  );
}

function HeldValues(props: {
  visit: Visit;
  field: StructureField;
  facts: ColumnFacts | undefined;
  rows: number | null;
}) {
  const { visit, field, facts, rows } = props;
  if (!facts || field.sensitivity === 'restricted') return <span class="soft">—</span>;
  return <span class="small figures">{factsInWords(facts, field, rows ?? 0, visit.language).join(' · ')}</span>;
}

/** «від 4 до 120 · 17 різних значень · порожніх: 3» */
export function factsInWords(facts: ColumnFacts, field: StructureField, rows: number, language: Language): string[] {
  const texts = datasetTexts[language].facts;
  const filled = rows - facts.blanks;
  if (filled <= 0) return [texts.empty];
  const range =
    facts.least !== null && facts.most !== null
      ? texts.range(endInWords(facts.least, field, language), endInWords(facts.most, field, language))
      : '';
  const all = facts.exact && filled > 1 && facts.distinct === filled;
  return [
    range,
    all ? texts.allDistinct : texts.distinct(facts.distinct, facts.exact),
    facts.blanks > 0 ? texts.blanks(facts.blanks) : texts.noBlanks,
  ].filter(Boolean);
}

/** Numbers as people write them, but codes and years without spaces between digits; days in words. */
function endInWords(value: string, field: StructureField, language: Language): string {
  if (field.type === 'date') return dayInWords(value.slice(0, 10), language);
  if (field.type === 'datetime') return `${dayInWords(value.slice(0, 10), language)}, ${value.slice(11, 16)}`;
  if (field.type === 'time') return value.slice(0, 5);
  const number = Number(value);
  const digits = value.replace(/[-.]/g, '').length;
  const code =
    field.identifier || field.geometry !== null || digits > 15 || (field.type === 'integer' && isYear(number));
  if (code) return language === 'uk' ? value.replace('.', ',') : value;
  return formatNumber(number, language, 6);
}

function isYear(n: number): boolean {
  return n >= 1800 && n <= 2100;
}
