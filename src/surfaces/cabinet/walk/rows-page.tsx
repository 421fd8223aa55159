import type { PreviewPage, Reading } from '../../../capabilities/ingest/index.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { href, type Visit } from '../../components/index.ts';
import { TextRows } from './text-rows.tsx';
import { WalkPage } from './walk-frame.tsx';

/** A cell of a finding among its neighbours. */
export function RowsPage(props: {
  visit: Visit;
  reading: Reading;
  page: PreviewPage;
  row: number;
  column: number | null;
  mended: boolean;
}) {
  const { visit, reading, page, row, column, mended } = props;
  const texts = walkTexts[visit.language].repairs;
  const first = page.rows[0]?.row ?? 1;
  const last = page.rows.at(-1)?.row ?? 1;
  const at = (from: number) => {
    const query = new URLSearchParams({ row: String(row), from: String(from) });
    if (column !== null) query.set('column', String(column));
    if (mended) query.set('mended', '1');
    return `${href(visit, `/cabinet/readings/${reading.id}/rows`)}?${query}`;
  };
  return (
    <WalkPage
      visit={visit}
      step="repairs"
      title={texts.rowsTitle(row)}
      place={{ readingId: reading.id, datasetId: reading.datasetId }}
      wide
    >
      <p>
        <a href={href(visit, `/cabinet/readings/${reading.id}/repairs`)}>{texts.rowsBack}</a>
      </p>
      <TextRows visit={visit} page={page} caption={texts.rowsCaption} captionUnseen mark={{ row, column }} />
      <p class="row">
        {first > 1 && <a href={at(Math.max(1, first - page.rows.length))}>{texts.earlier}</a>}
        {last < page.total && <a href={at(last + 1)}>{texts.later}</a>}
      </p>
    </WalkPage>
  );
}
