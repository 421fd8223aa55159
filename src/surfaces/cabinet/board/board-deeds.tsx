import { FREQUENCIES, FREQUENCY_NAMES } from '../../../capabilities/catalog/index.ts';
import { MOST_DATASETS } from '../../../capabilities/coordination/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { boardTexts } from '../../../locales/board.ts';
import { Button, Choice, Field, type Visit } from '../../components/index.ts';

/** What can be done to the ticked datasets; the buttons say which. Stands inside the table's form. */
export function BoardDeeds({ visit, total }: { visit: Visit; total: number }) {
  const texts = boardTexts[visit.language].deeds;
  return (
    <fieldset class="stack board-deeds">
      <legend>{texts.title}</legend>
      <Choice
        name="all"
        value="1"
        label={texts.all(total)}
        hint={total > MOST_DATASETS ? texts.tooMany(MOST_DATASETS) : undefined}
      />
      <div class="filters">
        <Field
          label={texts.frequency}
          name="new-frequency"
          value=""
          hint={texts.frequencyHint}
          options={[
            { value: '', label: texts.chooseFrequency },
            ...FREQUENCIES.map((value) => ({ value, label: inLanguage(FREQUENCY_NAMES[value], visit.language) })),
          ]}
        />
        <Button kind="secondary" name="deed" value="frequency">
          {texts.changeFrequency}
        </Button>
      </div>
      <div class="row">
        <Button kind="secondary" name="deed" value="reminder">
          {texts.remind}
        </Button>
        <Button kind="secondary" name="deed" value="approval">
          {texts.approve}
        </Button>
        <Button kind="secondary" name="deed" value="assign">
          {texts.assign}
        </Button>
        <Button kind="quiet" name="deed" value="memo">
          {texts.memo}
        </Button>
        <Button kind="quiet" name="deed" value="text">
          {texts.text}
        </Button>
      </div>
    </fieldset>
  );
}
