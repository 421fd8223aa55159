import type { ColumnType } from '../../tabular/column.ts';

/** A ready piece of a program that asks the row API. */
export interface ApiSnippet {
  readonly id: 'curl' | 'javascript' | 'python' | 'r' | 'excel';
  /** Name of the language or program: the same in every language of people. */
  readonly label: string;
  readonly code: string;
}

/** The question to write down: the absolute address without a query string, the parameters, the columns of the answer. */
export interface SnippetQuestion {
  readonly base: string;
  readonly parameters: URLSearchParams;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
}

/** Columns printed by the programs. */
const SHOWN = 3;

/** The same question in each language, with this table's own columns and conditions. */
export function apiSnippets(question: SnippetQuestion): ApiSnippet[] {
  return [
    { id: 'curl', label: 'curl', code: curl(question) },
    { id: 'javascript', label: 'JavaScript', code: javascript(question) },
    { id: 'python', label: 'Python', code: python(question) },
    { id: 'r', label: 'R', code: r(question) },
    { id: 'excel', label: 'Excel (Power Query)', code: excel(question) },
  ];
}

/** The parameters without the form of the answer: each language asks for the one it reads. */
function pairs({ parameters }: SnippetQuestion, format?: string): [string, string][] {
  const own = [...parameters].filter(([name]) => name !== 'format');
  return format === undefined ? own : [...own, ['format', format]];
}

/** Text between double quotes as JavaScript, Python and R read it; `\/`-like escapes of JSON are theirs too. */
const quoted = (text: string) => JSON.stringify(text);

/** Text between single quotes of a shell. */
const shell = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function curl(question: SnippetQuestion): string {
  const asked = pairs({ ...question, parameters: question.parameters }, undefined);
  const format = question.parameters.get('format');
  const all = format === null ? asked : [...asked, ['format', format] as const];
  const lines = all.map(([name, value]) => `  --data-urlencode ${shell(`${name}=${value}`)}`);
  return [`curl --get ${shell(question.base)}`, ...lines].join(' \\\n');
}

function javascript(question: SnippetQuestion): string {
  const sets = pairs(question).map(
    ([name, value]) => `address.searchParams.append(${quoted(name)}, ${quoted(value)});`,
  );
  const shown = question.columns.slice(0, SHOWN).map(({ name }) => `row[${quoted(name)}]`);
  return [
    `const address = new URL(${quoted(question.base)});`,
    ...sets,
    'const answer = await fetch(address);',
    'const page = await answer.json();',
    'if (!answer.ok) throw new Error(page.error.message.uk);',
    'console.log(page.total);',
    `for (const row of page.rows) console.log(${shown.length > 0 ? shown.join(', ') : 'row'});`,
    '// page.links.next',
  ].join('\n');
}

function python(question: SnippetQuestion): string {
  const asked = pairs(question).map(([name, value]) => `    (${quoted(name)}, ${quoted(value)}),`);
  const shown = question.columns.slice(0, SHOWN).map(({ name }) => `row[${quoted(name)}]`);
  return [
    'import json',
    'from urllib.parse import urlencode',
    'from urllib.request import urlopen',
    '',
    'question = [',
    ...asked,
    ']',
    `with urlopen(${quoted(`${question.base}?`)} + urlencode(question)) as answer:`,
    '    page = json.load(answer)',
    'print(page["total"])',
    'for row in page["rows"]:',
    `    print(${shown.length > 0 ? shown.join(', ') : 'row'})`,
    '# page["links"]["next"]',
  ].join('\n');
}

function r(question: SnippetQuestion): string {
  const query = new URLSearchParams(pairs(question, 'csv'));
  return [
    `address <- ${quoted(`${question.base}?${query}`)}`,
    'rows <- read.csv(url(address, encoding = "UTF-8"), check.names = FALSE)',
    'head(rows)',
  ].join('\n');
}

const EXCEL_TYPES: Record<ColumnType, string> = {
  integer: 'Int64.Type',
  decimal: 'type number',
  boolean: 'type logical',
  date: 'type date',
  datetime: 'type datetime',
  time: 'type time',
  text: 'type text',
};

/** Text of Power Query: a quote is doubled, `#(` begins an escape. */
const power = (text: string) =>
  `"${text.replaceAll('"', '""').replaceAll('#(', '#(#)(').replaceAll('\n', '#(lf)').replaceAll('\r', '#(cr)').replaceAll('\t', '#(tab)')}"`;

function excel(question: SnippetQuestion): string {
  const asked = new Map<string, string[]>();
  for (const [name, value] of pairs(question, 'csv')) asked.set(name, [...(asked.get(name) ?? []), value]);
  const query = [...asked].map(([name, values]) => {
    const [first = ''] = values;
    return `#${power(name)} = ${values.length === 1 ? power(first) : `{${values.map(power).join(', ')}}`}`;
  });
  const types = question.columns.map(({ name, type }) => `{${power(name)}, ${EXCEL_TYPES[type]}}`);
  const last = types.length > 0 ? 'Typed' : 'Rows';
  return [
    'let',
    `    Answer = Web.Contents(${power(question.base)}, [Query = [${query.join(', ')}]]),`,
    '    Source = Csv.Document(Answer, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),',
    `    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true])${types.length > 0 ? ',' : ''}`,
    ...(types.length > 0 ? [`    Typed = Table.TransformColumnTypes(Rows, {${types.join(', ')}}, "en-US")`] : []),
    'in',
    `    ${last}`,
  ].join('\n');
}
