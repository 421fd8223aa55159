import type { ComponentChildren } from 'preact';
import {
  DATA_LANGUAGES,
  FREQUENCIES,
  FREQUENCY_NAMES,
  groundInWords,
  isInLatin,
  LANGUAGES,
  PASSPORT_LIMITS,
  type Passport,
  THEMES,
} from '../../../capabilities/catalog/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { passportTexts } from '../../../locales/passport.ts';
import { walkTexts } from '../../../locales/walk.ts';
import { Choice, ChoiceGroup, Field, faultOf, type Visit } from '../../components/index.ts';
import { localOfInstant } from './passport-answers.ts';
import { askedBy, type PassportField } from './passport-fields.ts';
import {
  CompressionInput,
  ContactsInput,
  DocumentsInput,
  type ElementProps,
  EuThemesInput,
  RelatedInput,
  type Relative,
  TemporalInput,
  WithheldInput,
} from './passport-more-inputs.tsx';

export interface InputData {
  readonly passport: Passport;
  readonly faults: readonly FieldFault[];
  /** The title is still the file's name. */
  readonly named?: boolean;
  /** Datasets tied to this one, and those a search found; null: nothing was asked. */
  readonly relatives: readonly Relative[];
  readonly foundRelatives: readonly Relative[] | null;
}

/** What an element is called on the form. */
export function fieldName(field: PassportField, language: Visit['language']): string {
  const texts = { ...walkTexts[language].passport.fields, ...passportTexts[language].fields };
  return texts[field];
}

/** Which rule asks for an element, beside its name. */
export function LawMark({ visit, field }: { visit: Visit; field: PassportField }) {
  const by = askedBy(field);
  if (by === null) return null;
  return <span class="law-mark">{passportTexts[visit.language].mark[by]}</span>;
}

/** The question of one element of the passport. */
export function PassportInput({ visit, data, field }: { visit: Visit; data: InputData; field: PassportField }) {
  const { hints } = walkTexts[visit.language].passport;
  const { passport } = data;
  const error = faultOf(data.faults, field, visit.language);
  const label = (
    <>
      {fieldName(field, visit.language)} <LawMark visit={visit} field={field} />
    </>
  );
  const asked = { label, name: field, error };
  const group = { visit, passport, error };
  switch (field) {
    case 'title':
    case 'description':
    case 'purpose':
      return <SentenceInput {...{ visit, data, asked, field }} />;
    case 'frequency':
    case 'language':
      return <Field {...asked} value={passport[field] ?? ''} options={choicesOf(field, visit.language)} />;
    case 'keywords':
      return <Field {...asked} hint={hints.keywords} value={passport.keywords.join(', ')} />;
    case 'themes':
      return <ThemesInput {...group} />;
    case 'ground':
      return <GroundInput {...group} />;
    case 'dataAsOf':
      return <Field {...asked} hint={hints.dataAsOf} type="datetime-local" value={asTyped(passport.dataAsOf)} />;
    case 'responsibleEmail':
      return <Field {...asked} hint={hints[field]} type="email" value={passport[field]} maxLength={200} />;
    case 'responsibleName':
      return <Field {...asked} value={passport[field]} maxLength={200} autocomplete="name" />;
    default:
      return <FurtherInput {...group} field={field} data={data} />;
  }
}

/** An element told in words of one's own, with its letters counted. */
function SentenceInput(props: {
  visit: Visit;
  data: InputData;
  asked: { readonly label: ComponentChildren; readonly name: string; readonly error: string | undefined };
  field: 'title' | 'description' | 'purpose';
}) {
  const { visit, data, asked, field } = props;
  const { passport } = data;
  const { hints } = walkTexts[visit.language].passport;
  const ofTitle = data.named
    ? passportTexts[visit.language].hints.titleOfFile
    : isInLatin(passport)
      ? hints.titleLatin
      : hints.title;
  const lines = { title: {}, description: { multiline: true, rows: 6 }, purpose: { multiline: true, rows: 3 } };
  return (
    <Field
      {...asked}
      hint={field === 'title' ? ofTitle : hints[field]}
      value={passport[field]}
      maxLength={PASSPORT_LIMITS[field]}
      counter
      {...lines[field]}
    />
  );
}

/** What may be chosen for an element; a frequency may be left unchosen for now. */
function choicesOf(field: 'frequency' | 'language', language: Visit['language']) {
  if (field === 'language') {
    return DATA_LANGUAGES.map((value) => ({ value, label: inLanguage(LANGUAGES[value].name, language) }));
  }
  return [
    { value: '', label: walkTexts[language].passport.notChosen },
    ...FREQUENCIES.map((value) => ({ value, label: FREQUENCY_NAMES[value][language] })),
  ];
}

/** The question of one of the elements a passport may go without. */
function FurtherInput(props: ElementProps & { field: PassportField; data: InputData }) {
  const { field, data, ...group } = props;
  const { visit, passport, error } = group;
  const { hints } = passportTexts[visit.language];
  const shared = { label: fieldName(field, visit.language), name: field, error };
  switch (field) {
    case 'norm':
      return <Field {...shared} hint={hints.norm} value={passport.norm ?? ''} maxLength={500} />;
    case 'withheld':
      return <WithheldInput {...group} />;
    case 'euThemes':
      return <EuThemesInput {...group} />;
    case 'spatial':
      return <Field {...shared} hint={hints.spatial} value={(passport.spatial ?? []).join('\n')} multiline rows={2} />;
    case 'temporal':
      return <TemporalInput {...group} />;
    case 'related':
      return <RelatedInput {...group} relatives={data.relatives} found={data.foundRelatives} />;
    case 'documents':
      return <DocumentsInput {...group} />;
    case 'contacts':
      return <ContactsInput {...group} />;
    case 'compression':
      return <CompressionInput {...group} />;
    case 'responsiblePhone':
      return (
        <Field
          {...shared}
          hint={hints.responsiblePhone}
          type="tel"
          value={passport.responsiblePhone ?? ''}
          maxLength={50}
        />
      );
    case 'previousUrl':
      return (
        <Field {...shared} hint={hints.previousUrl} type="url" value={passport.previousUrl ?? ''} maxLength={500} />
      );
    default:
      return <Field {...shared} value={String(passport[field] ?? '')} maxLength={200} />;
  }
}

/** What was no date is shown as it was typed. */
function asTyped(dataAsOf: string | null): string {
  return dataAsOf !== null && Number.isNaN(Date.parse(dataAsOf)) ? dataAsOf : localOfInstant(dataAsOf);
}

function ThemesInput({ visit, passport, error }: ElementProps) {
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

function GroundInput({ visit, passport, error }: ElementProps) {
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
          {ground.edition && <input type="hidden" name="groundEdition" value={ground.edition} />}
        </>
      )}
      {ground.kind === 'local-list' && ground.number !== undefined && (
        <>
          <input type="hidden" name="groundItemWas" value={ground.item.trim()} />
          <input type="hidden" name="groundItemNumber" value={ground.number} />
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
