import {
  FREQUENCIES,
  FREQUENCY_NAMES,
  groundInWords,
  isInLatin,
  PASSPORT_LIMITS,
  type Passport,
  THEMES,
} from '../../../capabilities/catalog/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { Choice, ChoiceGroup, Field, faultOf, type Visit } from '../../components/index.ts';
import { localOfInstant, type PassportField } from './passport-form.ts';

/** The question of one element of the passport. */
export function PassportInput({
  visit,
  data,
  field,
}: {
  visit: Visit;
  data: { readonly passport: Passport; readonly faults: readonly FieldFault[] };
  field: PassportField;
}) {
  const texts = walkTexts[visit.language].passport;
  const { passport } = data;
  const error = faultOf(data.faults, field, visit.language);
  const shared = { label: texts.fields[field], name: field, error };
  switch (field) {
    case 'title':
      return (
        <Field
          {...shared}
          hint={isInLatin(passport) ? texts.hints.titleLatin : texts.hints.title}
          value={passport.title}
          maxLength={PASSPORT_LIMITS.title}
          counter
        />
      );
    case 'description':
      return (
        <Field
          {...shared}
          hint={texts.hints.description}
          value={passport.description}
          maxLength={PASSPORT_LIMITS.description}
          counter
          multiline
          rows={6}
        />
      );
    case 'purpose':
      return (
        <Field
          {...shared}
          hint={texts.hints.purpose}
          value={passport.purpose}
          maxLength={PASSPORT_LIMITS.purpose}
          counter
          multiline
          rows={3}
        />
      );
    case 'frequency':
      return (
        <Field
          {...shared}
          value={passport.frequency ?? ''}
          options={[
            { value: '', label: texts.notChosen },
            ...FREQUENCIES.map((value) => ({ value, label: FREQUENCY_NAMES[value][visit.language] })),
          ]}
        />
      );
    case 'keywords':
      return <Field {...shared} hint={texts.hints.keywords} value={passport.keywords.join(', ')} />;
    case 'themes':
      return <ThemesInput visit={visit} passport={passport} error={error} />;
    case 'ground':
      return <GroundInput visit={visit} passport={passport} error={error} />;
    case 'language':
      return (
        <Field
          {...shared}
          value={passport.language}
          options={Object.entries(texts.languages).map(([value, label]) => ({ value, label }))}
        />
      );
    case 'dataAsOf':
      return <Field {...shared} hint={texts.hints.dataAsOf} type="datetime-local" value={asTyped(passport.dataAsOf)} />;
    case 'responsibleEmail':
      return (
        <Field
          {...shared}
          hint={texts.hints.responsibleEmail}
          type="email"
          value={passport.responsibleEmail}
          maxLength={200}
        />
      );
    default:
      return <Field {...shared} value={passport[field]} maxLength={200} autocomplete="name" />;
  }
}

/** What was no date is shown as it was typed. */
function asTyped(dataAsOf: string | null): string {
  return dataAsOf !== null && Number.isNaN(Date.parse(dataAsOf)) ? dataAsOf : localOfInstant(dataAsOf);
}

interface GroupProps {
  readonly visit: Visit;
  readonly passport: Passport;
  readonly error: string | undefined;
}

function ThemesInput({ visit, passport, error }: GroupProps) {
  const texts = walkTexts[visit.language].passport;
  return (
    <ChoiceGroup legend={texts.fields.themes} name="themes" hint={texts.hints.themes} error={error}>
      {Object.entries(THEMES).map(([code, name]) => (
        <Choice
          key={code}
          name="themes"
          value={code}
          label={inLanguage(name, visit.language)}
          checked={passport.themes.includes(code)}
        />
      ))}
    </ChoiceGroup>
  );
}

function GroundInput({ visit, passport, error }: GroupProps) {
  const texts = walkTexts[visit.language].passport;
  const { ground } = passport;
  return (
    <>
      <ChoiceGroup legend={texts.fields.ground} name="ground" error={error}>
        {ground.kind === 'resolution-835' && (
          <Choice
            type="radio"
            name="ground"
            value="resolution-835"
            label={texts.grounds['resolution-835']}
            hint={inLanguage(groundInWords(ground), visit.language)}
            checked
          />
        )}
        <Choice
          type="radio"
          name="ground"
          value="own-initiative"
          label={texts.grounds['own-initiative']}
          checked={ground.kind === 'own-initiative'}
        />
        <Choice
          type="radio"
          name="ground"
          value="local-list"
          label={texts.grounds['local-list']}
          checked={ground.kind === 'local-list'}
        />
      </ChoiceGroup>
      {ground.kind === 'resolution-835' && (
        <>
          <input type="hidden" name="groundSection" value={ground.section} />
          <input type="hidden" name="groundNumber" value={ground.number} />
        </>
      )}
      <Field
        label={texts.localItem}
        name="groundItem"
        value={ground.kind === 'local-list' ? ground.item.trim() : ''}
        maxLength={500}
      />
    </>
  );
}
