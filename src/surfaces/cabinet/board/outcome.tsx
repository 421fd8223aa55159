import type { LeftAlone } from '../../../capabilities/coordination/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { boardTexts } from '../../../locales/board.ts';
import { Button, href, Notice, type Visit } from '../../components/index.ts';
import type { BoardView } from './board-page.tsx';

/** What came of a deed: how many, what was left alone and why, and the way back. */
export function Outcome({ visit, view }: { visit: Visit; view: BoardView }) {
  const texts = boardTexts[visit.language];
  const { deed, refusal } = view;
  if (refusal) return <Notice kind="error" title={refusal} language={visit.language} live />;
  if (!deed) return null;
  const count = deed.items.length;
  const title = deed.undoneAt ? texts.undone(count) : count === 0 ? texts.nothingDone : texts.done[deed.kind](count);
  return (
    <Notice kind={count === 0 ? 'attention' : 'good'} title={title} language={visit.language} live>
      <Left visit={visit} left={deed.left} />
      {count > 0 && deed.undoneAt === null && (
        <form method="post" action={href(visit, `/cabinet/board/undo/${deed.id}`)}>
          <Button kind="secondary">{texts.undo}</Button>
        </form>
      )}
    </Notice>
  );
}

function Left({ visit, left }: { visit: Visit; left: readonly LeftAlone[] }) {
  if (left.length === 0) return null;
  return (
    <>
      <p>{boardTexts[visit.language].left}</p>
      <ul>
        {left.map(({ datasetId, title, why }) => (
          <li key={datasetId}>
            <a href={href(visit, `/cabinet/datasets/${datasetId}`)}>{title}</a>: {inLanguage(why, visit.language)}
          </li>
        ))}
      </ul>
    </>
  );
}
