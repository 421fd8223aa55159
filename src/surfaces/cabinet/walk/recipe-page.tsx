import type { Reading } from '../../../capabilities/ingest/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { recipeTexts } from '../../../locales/recipe.ts';
import { type RecipeSentence, type RecipeStep, readRecipe, shapeDeed, stepKey } from '../../../tabular/index.ts';
import { Button, Field, href, LinkButton, Notice, type Visit } from '../../components/index.ts';
import { ADDED, type Asked, blankStep } from './recipe-form.ts';
import { WalkPage } from './walk-frame.tsx';

interface RecipeProps {
  readonly visit: Visit;
  readonly reading: Reading;
  /** A step whose fields are shown. */
  readonly asked: Asked | null;
  /** What was sent cannot be carried out. */
  readonly wrong: boolean;
}

/** The recipe as sentences, in its order: steps are moved, changed, taken out and added. */
export function RecipePage({ visit, reading, asked, wrong }: RecipeProps) {
  const texts = recipeTexts[visit.language];
  const sentences = readRecipe(reading.recipe);
  const open = reading.publishedAt === null;
  return (
    <WalkPage
      visit={visit}
      step="repairs"
      title={texts.title}
      place={{ readingId: reading.id, datasetId: reading.datasetId }}
    >
      <p class="lead">{sentences.length === 0 ? texts.empty : texts.lead}</p>
      {wrong && <Notice kind="error" title={texts.wrong} language={visit.language} />}
      <ol class="plain stack">
        {sentences.map((sentence, at) => (
          <li key={sentence.text.en} class="stack">
            <Sentence visit={visit} reading={reading} sentence={sentence} place={at + 1} />
            {open && <Deeds visit={visit} reading={reading} sentence={sentence} first={at === 0} asked={asked} />}
          </li>
        ))}
      </ol>
      {sentences.some(({ steps }) => !isShape(steps[0])) && <p class="soft small">{texts.cellsHint}</p>}
      {open && <Add visit={visit} reading={reading} asked={asked} />}
      <p>
        <LinkButton kind="secondary" href={href(visit, `/cabinet/readings/${reading.id}/repairs`)}>
          {texts.back}
        </LinkButton>
      </p>
    </WalkPage>
  );
}

const isShape = (step: RecipeStep | undefined): boolean => step !== undefined && shapeDeed(step.code) !== null;

function Sentence(props: { visit: Visit; reading: Reading; sentence: RecipeSentence; place: number }) {
  const { visit, reading, sentence, place } = props;
  const texts = recipeTexts[visit.language];
  const keys = new Set(sentence.steps.map(stepKey));
  const count = (reading.mended?.counts ?? [])
    .filter(({ count: _, ...step }) => keys.has(stepKey(step)))
    .reduce((sum, one) => sum + one.count, 0);
  const missed = (reading.mended?.missed ?? []).some((step) => keys.has(stepKey(step)));
  const words = inLanguage(sentence.text, visit.language);
  return (
    <span>
      {place}. {words}
      {reading.mended && (
        <span class="soft"> · {missed ? texts.missed : count > 0 ? texts.did(count) : texts.nothing}</span>
      )}
    </span>
  );
}

function Deeds(props: {
  visit: Visit;
  reading: Reading;
  sentence: RecipeSentence;
  first: boolean;
  asked: Asked | null;
}) {
  const { visit, reading, sentence, first, asked } = props;
  const texts = recipeTexts[visit.language];
  const [step] = sentence.steps;
  if (step === undefined) return null;
  const shape = isShape(step);
  const path = href(visit, `/cabinet/readings/${reading.id}/recipe`);
  const name = inLanguage(sentence.text, visit.language);
  const editable = shape && Object.keys(step.parameters ?? {}).length > 0;
  if (asked?.key === stepKey(step)) return <StepForm visit={visit} reading={reading} asked={asked} />;
  return (
    <form class="row" method="post" action={path}>
      {sentence.steps.map((one) => (
        <input key={stepKey(one)} type="hidden" name="step" value={stepKey(one)} />
      ))}
      {editable && (
        <a href={`${path}?${new URLSearchParams({ step: stepKey(step) })}`}>
          {texts.change}
          <span class="unseen">: {name}</span>
        </a>
      )}
      {shape && !first && (
        <Button kind="quiet" name="deed" value="up">
          {texts.up}
          <span class="unseen">: {name}</span>
        </Button>
      )}
      <Button kind="quiet" name="deed" value="remove">
        {texts.remove}
        <span class="unseen">: {name}</span>
      </Button>
    </form>
  );
}

/** The parameters of a step as fields: a text each, a list as lines. */
function StepForm({ visit, reading, asked }: { visit: Visit; reading: Reading; asked: Asked }) {
  const texts = recipeTexts[visit.language];
  const parameters = Object.entries(asked.step.parameters ?? {});
  return (
    <form class="form" method="post" action={href(visit, `/cabinet/readings/${reading.id}/recipe`)}>
      <input type="hidden" name="code" value={asked.step.code} />
      {asked.key && <input type="hidden" name="step" value={asked.key} />}
      {parameters.map(([name, value]) => (
        <Field
          key={name}
          label={texts.parameters[name] ?? name}
          name={`p.${name}`}
          value={Array.isArray(value) ? value.join('\n') : String(value)}
          {...(Array.isArray(value) ? { rows: 3, hint: texts.listHint } : {})}
        />
      ))}
      <Button name="deed" value="save">
        {texts.save}
      </Button>
    </form>
  );
}

function Add({ visit, reading, asked }: { visit: Visit; reading: Reading; asked: Asked | null }) {
  const texts = recipeTexts[visit.language];
  const options = ADDED.map((code) => ({ value: code, label: shapeDeed(code)?.[visit.language] ?? code }));
  const fresh = asked !== null && asked.key === null ? asked : null;
  return (
    <details open={fresh !== null}>
      <summary>{texts.add}</summary>
      {fresh ? (
        <StepForm visit={visit} reading={reading} asked={fresh} />
      ) : (
        <form class="form" method="get" action={href(visit, `/cabinet/readings/${reading.id}/recipe`)}>
          <Field label={texts.step} name="add" options={options} value={ADDED[0] ?? blankStep('').code} />
          <Button kind="secondary">{texts.choose}</Button>
        </form>
      )}
    </details>
  );
}
