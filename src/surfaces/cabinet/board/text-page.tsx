import type { BoardRow } from '../../../capabilities/catalog/index.ts';
import { boardTexts } from '../../../locales/board.ts';
import { CabinetPage, Snippet, type Visit } from '../../components/index.ts';
import { termOfRow } from './board-table.tsx';

/** One dataset a line: what, its term, who, and its address in the cabinet. */
export function messengerText(visit: Visit, rows: readonly BoardRow[]): string {
  return rows
    .map((row) => {
      const facts = [termOfRow(visit, row)?.words, row.responsibleName].filter(Boolean).join(', ');
      return `• ${row.title || row.number}${facts ? `: ${facts}` : ''}\n  ${visit.origin}/cabinet/datasets/${row.id}`;
    })
    .join('\n');
}

/** The list as plain words, to be copied. */
export function TextPage(props: { visit: Visit; rows: readonly BoardRow[]; back: string }) {
  const { visit, rows, back } = props;
  const texts = boardTexts[visit.language].text;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <Snippet words label={texts.label} code={messengerText(visit, rows)} language={visit.language} />
        <p>
          <a href={back}>{texts.back}</a>
        </p>
      </div>
    </CabinetPage>
  );
}
