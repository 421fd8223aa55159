import type { Reading, StepPreview } from '../../../capabilities/ingest/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { recipeTexts } from '../../../locales/recipe.ts';
import { describeStep, type RecipeStep, shapeDeed, stepKey } from '../../../tabular/index.ts';
import { Button, href, LinkButton, type Visit } from '../../components/index.ts';
import { TextRows } from './text-rows.tsx';
import { WalkPage } from './walk-frame.tsx';

/** Real rows before and after one change of shape, with the button that accepts it. */
export function StepPreviewPage(props: { visit: Visit; reading: Reading; step: RecipeStep; preview: StepPreview }) {
  const { visit, reading, step, preview } = props;
  const texts = recipeTexts[visit.language];
  const path = href(visit, `/cabinet/readings/${reading.id}/repairs`);
  const deed = shapeDeed(step.code);
  return (
    <WalkPage
      visit={visit}
      step="repairs"
      title={texts.previewTitle}
      place={{ readingId: reading.id, datasetId: reading.datasetId }}
      wide
    >
      <p class="lead">
        {texts.sentence(inLanguage(describeStep(step), visit.language))}{' '}
        {preview.count === null ? texts.missed : texts.did(preview.count)}.
      </p>
      <section class="stack">
        <h2>{texts.before}</h2>
        <TextRows visit={visit} page={preview.before} caption={texts.before} captionUnseen />
      </section>
      <section class="stack">
        <h2>{texts.after}</h2>
        <TextRows visit={visit} page={preview.after} caption={texts.after} captionUnseen />
      </section>
      <form class="row" method="post" action={path}>
        <Button name="ask" value={stepKey(step)}>
          {deed ? inLanguage(deed, visit.language) : texts.save}
        </Button>
        <LinkButton kind="quiet" href={path}>
          {texts.back}
        </LinkButton>
      </form>
    </WalkPage>
  );
}
