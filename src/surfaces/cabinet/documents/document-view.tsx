import { documentsTexts } from '../../../locales/documents.ts';
import type { DocumentBlock, ViewParagraph, ViewTable } from '../../../platform/documents/index.ts';
import { type Breadcrumb, Breadcrumbs, CabinetPage, ScrollRegion, type Visit } from '../../components/index.ts';

/** A document as it reads, on a sheet; printed, only the sheet stays. */
export function DocumentViewPage(props: {
  visit: Visit;
  title: string;
  trail: readonly Breadcrumb[];
  blocks: readonly DocumentBlock[];
  /** Invented data. */
  sample?: boolean;
}) {
  const { visit, title, trail, blocks, sample } = props;
  const { view } = documentsTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={title}>
      <div class="stack-l sheet-page">
        <div class="stack no-print">
          <Breadcrumbs language={visit.language} items={[...trail, { label: sample ? title : view.title }]} />
          <h1>{title}</h1>
          <p class="soft">{sample ? view.sample : view.print}</p>
        </div>
        <article class="sheet" lang="uk" aria-label={title}>
          <Blocks blocks={blocks} page={view.page} />
        </article>
      </div>
    </CabinetPage>
  );
}

function Blocks({ blocks, page }: { blocks: readonly DocumentBlock[]; page: string }) {
  return (
    <>
      {blocks.map((block, at) => {
        if (block.kind === 'page-break') return <hr key={at} class="sheet-break" aria-label={page} />;
        return block.kind === 'table' ? (
          <SheetTable key={at} table={block} page={page} />
        ) : (
          <SheetParagraph key={at} paragraph={block} />
        );
      })}
    </>
  );
}

function SheetParagraph({ paragraph }: { paragraph: ViewParagraph }) {
  const { align, aside, mark, runs } = paragraph;
  if (runs.length === 0) return null;
  return (
    <p class={[`sheet-${align}`, aside ? 'sheet-aside' : ''].filter(Boolean).join(' ')}>
      {mark !== '' && <span class="sheet-mark">{mark} </span>}
      {runs.map(({ text, bold, italic }, at) => {
        if (bold) return <strong key={at}>{text}</strong>;
        return italic ? <em key={at}>{text}</em> : <span key={at}>{text}</span>;
      })}
    </p>
  );
}

function SheetTable({ table, page }: { table: ViewTable; page: string }) {
  const { lines, headingRows, rows } = table;
  const cells = (row: ViewTable['rows'][number], heading: boolean) =>
    row.map(({ span, blocks }, at) => {
      const content = <Blocks blocks={blocks} page={page} />;
      const columns = span > 1 ? span : undefined;
      return heading ? (
        <th key={at} scope="col" colSpan={columns}>
          {content}
        </th>
      ) : (
        <td key={at} colSpan={columns}>
          {content}
        </td>
      );
    });
  const content = (
    <table class={lines ? 'sheet-lines' : 'sheet-side'} role={lines ? undefined : 'presentation'}>
      {headingRows > 0 && (
        <thead>
          {rows.slice(0, headingRows).map((row, at) => (
            <tr key={at}>{cells(row, true)}</tr>
          ))}
        </thead>
      )}
      <tbody>
        {rows.slice(headingRows).map((row, at) => (
          <tr key={at}>{cells(row, false)}</tr>
        ))}
      </tbody>
    </table>
  );
  return lines ? <ScrollRegion label={tableName(table)}>{content}</ScrollRegion> : content;
}

/** A table of an office has no name of its own: its columns name it. */
function tableName({ rows }: ViewTable): string {
  const words = (rows[0] ?? []).map(({ blocks }) =>
    blocks.map((block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : '')).join(' '),
  );
  return words.join(', ');
}
