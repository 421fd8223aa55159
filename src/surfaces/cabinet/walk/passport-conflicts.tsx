import type { Dataset, Passport, PassportConflict } from '../../../capabilities/catalog/index.ts';
import { dateTimeInWords, timeOfDay } from '../../../language/dates.ts';
import { passportTexts } from '../../../locales/passport.ts';
import { Choice, Notice, type Visit } from '../../components/index.ts';
import { PASSPORT_FIELDS } from './passport-fields.ts';
import { fieldName } from './passport-inputs.tsx';
import { elementInWords } from './passport-words.ts';

/** What others did while this person was writing: which fields wait for a choice, which were simply taken over. */
export function Meanwhile({
  visit,
  data,
}: {
  visit: Visit;
  data: { readonly conflicts: readonly PassportConflict[]; readonly taken: readonly (keyof Passport)[] };
}) {
  const texts = passportTexts[visit.language];
  const taken = PASSPORT_FIELDS.filter((field) => data.taken.includes(field));
  return (
    <>
      {data.conflicts.length > 0 && (
        <Notice kind="attention" title={texts.meanwhile(data.conflicts.length)} language={visit.language} live />
      )}
      {taken.length > 0 && (
        <Notice kind="info" language={visit.language} live>
          {texts.othersChanged(taken.map((field) => `«${fieldName(field, visit.language)}»`).join(', '))}
        </Notice>
      )}
    </>
  );
}

/** What the other one wrote in this field, and the choice between it and what stands in the field below. */
export function ConflictChoice(props: { visit: Visit; dataset: Dataset; conflict: PassportConflict }) {
  const { visit, dataset, conflict } = props;
  const texts = passportTexts[visit.language];
  const { by, field } = conflict;
  const who = texts.meanwhileOf(
    by?.name || texts.somebody,
    dateTimeInWords(by?.at ?? dataset.changedAt, visit.language),
  );
  const known = PASSPORT_FIELDS.find((one) => one === field);
  return (
    <fieldset class="field conflict">
      <legend class="field-label">{who}</legend>
      <blockquote>{known ? elementInWords(visit, dataset.passport, known) : ''}</blockquote>
      <div class="choices">
        <Choice type="radio" name={`choose.${field}`} value="mine" label={texts.mine} checked />
        <Choice type="radio" name={`choose.${field}`} value="theirs" label={texts.theirs} />
      </div>
    </fieldset>
  );
}

/** «Збережено о 14:05»; kept up to date by the island, which finds its words here. */
export function SaveState({ visit, savedAt }: { visit: Visit; savedAt: Date | null }) {
  const texts = passportTexts[visit.language];
  return (
    <p
      class="soft small"
      role="status"
      data-save-state
      data-saving={texts.saving}
      data-not-saved={texts.notSaved}
      data-elsewhere={texts.elsewhere}
    >
      {savedAt ? texts.saved(timeOfDay(savedAt)) : ''}
    </p>
  );
}
