import { memoTexts } from '../../../locales/memo.ts';
import { CabinetPage, Snippet, type Visit } from '../../components/index.ts';
import type { ToldList } from './told-list.ts';

/** The list as plain words: one thing a line, and under it its address. */
export function messengerText(visit: Visit, list: ToldList): string {
  return list.rows
    .map(({ cells, path }) => {
      const [title = '', ...facts] = cells;
      const said = facts.filter(Boolean).join(', ');
      return `• ${title}${said ? `: ${said}` : ''}\n  ${visit.origin}${path}`;
    })
    .join('\n');
}

/** The text on a page of its own, to be copied. */
export function TextPage(props: { visit: Visit; list: ToldList; back: string }) {
  const { visit, list, back } = props;
  const texts = memoTexts[visit.language].text;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <Snippet words label={texts.label} code={messengerText(visit, list)} language={visit.language} />
        <p>
          <a href={back}>{texts.back}</a>
        </p>
      </div>
    </CabinetPage>
  );
}
