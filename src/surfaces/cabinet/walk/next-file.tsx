import type { Reading } from '../../../capabilities/ingest/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { recipeTexts } from '../../../locales/recipe.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { isWeighty, readRecipe, tellChange } from '../../../tabular/index.ts';
import { Button, href, Notice, type Visit } from '../../components/index.ts';
import type { NextFileView } from './next-file-view.ts';

interface NextFileProps {
  readonly visit: Visit;
  readonly reading: Reading;
  readonly view: NextFileView | null;
}

/** What is other in the file than in the one before it; where nothing is, the button that publishes it at once. */
export function NextFile({ visit, reading, view }: NextFileProps) {
  if (view === null) return null;
  return view.publish === null ? (
    <Changes visit={visit} reading={reading} view={view} />
  ) : (
    <AsBefore visit={visit} reading={reading} view={view} version={view.publish} />
  );
}

function Changes({ visit, reading, view }: { visit: Visit; reading: Reading; view: NextFileView }) {
  const texts = recipeTexts[visit.language];
  if (view.changes.length === 0) return null;
  const renamed = view.changes.filter(({ what }) => what === 'renamed').length;
  const weighty = view.changes.some(isWeighty);
  return (
    <section class="stack">
      <Notice kind={weighty ? 'attention' : 'info'} title={texts.changed} language={visit.language}>
        <ul>
          {view.changes.map((change) => {
            const words = inLanguage(tellChange(change), visit.language);
            return <li key={words}>{words}</li>;
          })}
        </ul>
        {weighty && <p>{texts.unread}</p>}
      </Notice>
      {renamed > 0 && (
        <form method="post" action={href(visit, `/cabinet/readings/${reading.id}/titles`)}>
          <Button kind="secondary">{texts.keepTitles(renamed)}</Button>
        </form>
      )}
    </section>
  );
}

function AsBefore({
  visit,
  reading,
  view,
  version,
}: {
  visit: Visit;
  reading: Reading;
  view: NextFileView;
  version: number;
}) {
  const texts = recipeTexts[visit.language];
  const rows = reading.mended?.rows ?? 0;
  const done = readRecipe(
    (reading.mended?.counts ?? [])
      .filter(({ count }) => count > 0)
      .map(({ code, columnTitle, parameters }) => ({ code, columnTitle, ...(parameters ? { parameters } : {}) })),
  );
  return (
    <section class="stack">
      <Notice kind="good" title={texts.sameTitle} language={visit.language}>
        <p>{texts.sameLead(rows - view.rowsBefore, walkTexts[visit.language].rows(rows))}</p>
        {view.changes.map((change) => (
          <p key={change.what}>{inLanguage(tellChange(change), visit.language)}</p>
        ))}
        {done.length > 0 && (
          <>
            <p>{texts.replayed}</p>
            <ul>
              {done.map(({ text }) => (
                <li key={text.en}>{inLanguage(text, visit.language)}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
      <form method="post" action={href(visit, `/cabinet/readings/${reading.id}/publish`)}>
        <Button>{texts.publish(version)}</Button>
      </form>
    </section>
  );
}
