import type { PreviewPage } from '../../../capabilities/ingest/index.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { ScrollRegion, type Visit } from '../../components/index.ts';

/** More columns than a person looks at; the rest are in the structure. */
const SHOWN_COLUMNS = 60;

/** Rows of a text table with the header marked; one cell may be pointed at. */
export function TextRows(props: {
  visit: Visit;
  page: PreviewPage;
  caption: string;
  captionUnseen?: boolean;
  mark?: { readonly row: number; readonly column: number | null };
  /** Columns left out of the table. */
  without?: readonly number[];
}) {
  const { visit, page, caption, mark, without = [] } = props;
  const texts = walkTexts[visit.language].look;
  const columns = page.headers.map((_, column) => column).filter((column) => !without.includes(column));
  const first = mark?.column !== undefined && mark.column !== null ? Math.max(0, columns.indexOf(mark.column) - 4) : 0;
  const shown = columns.slice(first, first + SHOWN_COLUMNS);
  return (
    <ScrollRegion label={caption}>
      <table class="table">
        <caption class={props.captionUnseen ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="end tight">
              {texts.rowNumber}
            </th>
            {shown.map((column) => (
              <th scope="col" key={column}>
                {page.headers[column] || <span class="soft">{texts.noHeader}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map(({ row, values }) => (
            <tr key={row} aria-current={mark?.row === row ? 'true' : undefined}>
              <th scope="row" class="end tight figures">
                {mark?.row === row && mark.column === null ? (
                  <mark>{formatNumber(row, visit.language)}</mark>
                ) : (
                  formatNumber(row, visit.language)
                )}
              </th>
              {shown.map((column) => (
                <td key={column} class={isTight(values[column]) ? 'tight' : undefined}>
                  {mark?.row === row && mark.column === column ? (
                    <mark id="cell">{cut(values[column])}</mark>
                  ) : (
                    cut(values[column])
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function cut(value: string | null | undefined): string {
  if (value === null || value === undefined) return '';
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}

/** A number, date or time is read as one: never broken in two lines. */
function isTight(value: string | null | undefined): boolean {
  return /^[+−–-]?\d[\d\s.,:/'T+Z–-]{0,34}$/.test(value ?? '');
}
