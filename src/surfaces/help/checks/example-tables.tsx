import type { CheckExample } from '../../../kernel/check.ts';
import { checksTexts } from '../../../locales/checks.ts';
import { exampleCells } from '../../../tabular/index.ts';
import { ScrollRegion, type Visit } from '../../components/index.ts';

/** Characters nobody sees, as they are named. */
const UNSEEN = /(?!\n)\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const HARD_SPACES = /[\u00a0\u2007\u2009\u202f]/gu;

/** Text with what is not seen made visible: spaces at the ends and doubled, hard spaces, characters without a form. */
function visible(text: string): string {
  return text
    .replace(/^ +| +$| {2,}/g, (spaces) => '·'.repeat(spaces.length))
    .replace(HARD_SPACES, '⍽')
    .replace(UNSEEN, (one) => `‹U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}›`);
}

/** The example as two tables, what differs marked; a file that is no table of cells as its text. */
export function ExampleTables({ visit, example }: { visit: Visit; example: CheckExample }) {
  const texts = checksTexts[visit.language];
  const isTable = (example.fileName ?? 'table.csv').endsWith('.csv') && example.bytes !== 'latin1' && !example.asText;
  // the indents of JSON are there to be read by
  const isJson = /json$/.test(example.fileName ?? '');
  const asSeen = (text: string) => (isJson ? text : text.split('\n').map(visible).join('\n'));
  if (!isTable) {
    return (
      <div class="example-sides">
        <TextSide title={texts.before} text={asSeen(example.before)} />
        <TextSide title={texts.after} text={asSeen(example.after)} />
      </div>
    );
  }
  const before = exampleCells(example.before);
  const after = exampleCells(example.after);
  const sameSize = before.length === after.length && before.every((row, at) => row.length === after[at]?.length);
  return (
    <>
      <div class="example-sides">
        <TableSide title={texts.before} rows={before} other={sameSize ? after : null} />
        <TableSide title={texts.after} rows={after} other={sameSize ? before : null} />
      </div>
      {sameSize && <p class="soft small">{texts.changed}</p>}
    </>
  );
}

function TextSide({ title, text }: { title: string; text: string }) {
  return (
    <figure>
      <figcaption class="soft small">{title}</figcaption>
      <ScrollRegion label={title}>
        <pre class="example-text">
          <code>{text}</code>
        </pre>
      </ScrollRegion>
    </figure>
  );
}

function TableSide(props: { title: string; rows: readonly string[][]; other: readonly string[][] | null }) {
  const { title, rows, other } = props;
  const width = Math.max(...rows.map((row) => row.length));
  const cells = (row: readonly string[], at: number) =>
    Array.from({ length: width }, (_, column) => {
      const text = visible(row[column] ?? '');
      return other !== null && other[at]?.[column] !== row[column] ? <mark>{text}</mark> : text;
    });
  const [header = [], ...body] = rows;
  return (
    <ScrollRegion label={title}>
      <table class="table">
        <caption>{title}</caption>
        <thead>
          <tr>
            {cells(header, 0).map((cell, column) => (
              <th key={column} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <tr key={at}>
              {cells(row, at + 1).map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
