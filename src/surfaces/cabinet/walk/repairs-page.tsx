import type { Reading } from '../../../capabilities/ingest/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { formatNumber } from '../../../language/numbers.ts';
import { recipeTexts } from '../../../locales/recipe.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { type RecipeStep, readRecipe, stepKey } from '../../../tabular/index.ts';
import type { Recognised } from '../../../tabular/standards/index.ts';
import { Button, Choice, href, LinkButton, Notice, type Visit } from '../../components/index.ts';
import { FindingCard } from './finding-card.tsx';
import { QUESTIONS_SHOWN, type RepairsView, repairsView, stepOf } from './repairs-view.ts';
import { StandardPart } from './standard-part.tsx';
import { WalkPage } from './walk-frame.tsx';
import { Working, WorkingHead } from './working.tsx';

interface RepairsProps {
  readonly visit: Visit;
  readonly reading: Reading;
  /** The first question shown, 0-based. */
  readonly from: number;
  /** The structure it looks like most. */
  readonly like?: Recognised | undefined;
  /** The screen that comes next: what waits for a decision about people comes before the passport. */
  readonly leadsTo: 'privacy' | 'passport';
}

/** Screen 3, Виправлення: one button for all that can be mended, three questions at a time, advice folded, and undo. */
export function RepairsPage(props: RepairsProps) {
  const { visit, reading } = props;
  const texts = walkTexts[visit.language].repairs;
  const working = reading.state === 'mending';
  const view = repairsView(reading);
  return (
    <WalkPage
      visit={visit}
      step="repairs"
      title={working ? texts.working : titleOf(view, texts)}
      place={{ readingId: reading.id, datasetId: reading.datasetId }}
      islands={working ? ['reading'] : []}
      head={working ? <WorkingHead /> : undefined}
    >
      {working ? <Working visit={visit} reading={reading} /> : <Answers {...props} view={view} />}
    </WalkPage>
  );
}

function titleOf(view: RepairsView, texts: (typeof walkTexts)['uk']['repairs']): string {
  if (view.done !== null && view.done > 0) return texts.done(view.done);
  if (view.count === 0) return texts.nothing;
  return texts.title(view.count, view.mendableCount);
}

function Answers({ visit, reading, view, from, like, leadsTo }: RepairsProps & { view: RepairsView }) {
  const texts = walkTexts[visit.language].repairs;
  return (
    <>
      {view.done !== null && <Done visit={visit} reading={reading} view={view} />}
      <StandardPart visit={visit} reading={reading} like={like} />
      {view.mendable.length > 0 && <MendAll visit={visit} reading={reading} view={view} />}
      {view.count === 0 && view.done === null && <p class="lead">{texts.nothingLead}</p>}
      {view.questions.length > 0 && <Questions visit={visit} reading={reading} view={view} from={from} />}
      <GoOn visit={visit} reading={reading} view={view} leadsTo={leadsTo} />
      {view.advice.length > 0 && (
        <details>
          <summary>{texts.advice(view.advice.length)}</summary>
          <div class="stack">
            <p class="soft">{texts.adviceHint}</p>
            {view.advice.map((finding) => (
              <FindingCard
                key={`${finding.code} ${finding.column}`}
                visit={visit}
                reading={reading}
                finding={finding}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function MendAll({ visit, reading, view }: { visit: Visit; reading: Reading; view: RepairsView }) {
  const texts = walkTexts[visit.language].repairs;
  const action = href(visit, `/cabinet/readings/${reading.id}/repairs`);
  return (
    <section class="stack">
      {view.cleared.length > 0 && <p>{texts.cleared(view.cleared.map((name) => texts.column(name)).join(', '))}</p>}
      <form class="row" method="post" action={action}>
        <Button name="deed" value="all">
          {texts.all(view.mendableCount)}
        </Button>
        {view.done === null && (
          <Button kind="quiet" name="deed" value="none">
            {texts.none}
          </Button>
        )}
      </form>
      <details>
        <summary>{texts.pick}</summary>
        <form class="stack" method="post" action={action}>
          {view.mendable.map((finding) => (
            <div class="row repair" key={`${finding.code} ${finding.column}`}>
              <Choice
                name="step"
                value={stepKey(stepOf(finding))}
                label={inLanguage(finding.message, visit.language)}
                checked
              />
              <FindingCard visit={visit} reading={reading} finding={finding} bare places={3} />
            </div>
          ))}
          <Button kind="secondary" name="deed" value="some">
            {texts.some}
          </Button>
        </form>
      </details>
    </section>
  );
}

function Questions({ visit, reading, view, from }: Omit<RepairsProps, 'leadsTo'> & { view: RepairsView }) {
  const texts = walkTexts[visit.language].repairs;
  const start = from < view.questions.length ? from : 0;
  const shown = view.questions.slice(start, start + QUESTIONS_SHOWN);
  const left = view.questions.length - start - shown.length;
  const path = href(visit, `/cabinet/readings/${reading.id}/repairs`);
  return (
    <section class="stack" aria-labelledby="questions">
      <h2 id="questions">{texts.questions(view.questions.length)}</h2>
      <p class="soft">{texts.questionsHint}</p>
      {shown.map((finding) => (
        <FindingCard key={`${finding.code} ${finding.column}`} visit={visit} reading={reading} finding={finding} />
      ))}
      <p class="row">
        {left > 0 && (
          <a href={`${path}?from=${start + QUESTIONS_SHOWN}#questions`}>
            {texts.more(Math.min(left, QUESTIONS_SHOWN))}
          </a>
        )}
        {start > 0 && <a href={`${path}#questions`}>{texts.first}</a>}
        <a href={href(visit, `/cabinet/new?dataset=${reading.datasetId}`)}>{texts.uploadAgain}</a>
      </p>
    </section>
  );
}

/** What was done, with the way back. */
function Done({ visit, reading, view }: { visit: Visit; reading: Reading; view: RepairsView }) {
  const texts = walkTexts[visit.language].repairs;
  const { mended, recipe } = reading;
  const done = (mended?.counts ?? []).filter(({ count }) => count > 0);
  const sentences = readRecipe(done.map(({ count: _, ...step }) => step));
  const countOf = (steps: readonly RecipeStep[]) => {
    const keys = new Set(steps.map(stepKey));
    return done.reduce((sum, { count, ...step }) => sum + (keys.has(stepKey(step)) ? count : 0), 0);
  };
  const missed = (mended?.missed ?? []).flatMap(({ columnTitle }) =>
    columnTitle === null ? [] : [`«${columnTitle}»`],
  );
  return (
    <section class="stack">
      <Notice kind="good" title={view.done === 0 ? texts.doneNone : texts.list} language={visit.language} live>
        <ul>
          {sentences.map(({ text, steps }) => (
            <li key={text.en}>
              {inLanguage(text, visit.language)}: {formatNumber(countOf(steps), visit.language)}
            </li>
          ))}
        </ul>
      </Notice>
      {missed.length > 0 && (
        <Notice kind="attention" title={texts.missed([...new Set(missed)].join(', '))} language={visit.language} />
      )}
      {recipe.length > 0 && (
        <p>
          <a href={href(visit, `/cabinet/readings/${reading.id}/recipe`)}>{recipeTexts[visit.language].link}</a>
        </p>
      )}
      {recipe.length > 0 && !reading.publishedAt && (
        <form method="post" action={href(visit, `/cabinet/readings/${reading.id}/repairs/undo`)}>
          <Button kind="quiet">{texts.undo}</Button>
        </form>
      )}
    </section>
  );
}

/** To the next screen, named; while «Виправити все» stands open it is the second choice. */
function GoOn({ visit, reading, view, leadsTo }: Omit<RepairsProps, 'from'> & { view: RepairsView }) {
  const texts = walkTexts[visit.language].repairs;
  if (view.mendable.length > 0 && view.done === null) return null;
  return (
    <form class="row" method="post" action={href(visit, `/cabinet/readings/${reading.id}/forward`)}>
      <Button>{leadsTo === 'privacy' ? texts.toPrivacy : texts.toPassport}</Button>
      <LinkButton kind="quiet" href={href(visit, `/cabinet/readings/${reading.id}`)}>
        {walkTexts[visit.language].back}
      </LinkButton>
    </form>
  );
}
