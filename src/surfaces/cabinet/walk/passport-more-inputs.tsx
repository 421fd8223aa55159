import type { ComponentChildren } from 'preact';
import {
  COMPRESSIONS,
  EU_THEME_CODES,
  EU_THEMES,
  euThemesOf,
  type Passport,
  RESTRICTION_NAMES,
  RESTRICTIONS,
} from '../../../capabilities/catalog/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { passportTexts } from '../../../locales/passport.ts';
import { Button, Choice, ChoiceGroup, Field, fieldId, Notice, type Visit } from '../../components/index.ts';

/** A dataset that can be tied to this one, or is. */
export interface Relative {
  readonly id: string;
  readonly title: string;
}

export interface ElementProps {
  readonly visit: Visit;
  readonly passport: Passport;
  readonly error: string | undefined;
}

/** Several rows of one question, and empty ones to add. */
function Rows(props: {
  field: string;
  legend: string;
  hint?: string;
  error: string | undefined;
  rows: number;
  row: (at: number) => ComponentChildren;
}) {
  return (
    <ChoiceGroup legend={props.legend} name={props.field} hint={props.hint} error={props.error}>
      {Array.from({ length: props.rows }, (_, at) => (
        <div class="answer-row" key={at}>
          {props.row(at)}
        </div>
      ))}
    </ChoiceGroup>
  );
}

/** What is not published and under which restriction: a line for each, one more to fill. */
export function WithheldInput({ visit, passport, error }: ElementProps) {
  const texts = passportTexts[visit.language];
  const withheld = passport.withheld ?? [];
  return (
    <Rows
      field="withheld"
      legend={texts.fields.withheld}
      hint={texts.hints.withheld}
      error={error}
      rows={Math.min(10, withheld.length + 1)}
      row={(at) => (
        <>
          <Field label={texts.what} name={`withheld.${at}.what`} value={withheld[at]?.what ?? ''} maxLength={500} />
          <Field
            label={texts.restriction}
            name={`withheld.${at}.kind`}
            value={withheld[at]?.kind ?? 'confidential'}
            options={RESTRICTIONS.map((value) => ({
              value,
              label: inLanguage(RESTRICTION_NAMES[value], visit.language),
            }))}
          />
        </>
      )}
    />
  );
}

/** Documents beside the data: a line for each, one more to fill. */
export function DocumentsInput({ visit, passport, error }: ElementProps) {
  const texts = passportTexts[visit.language];
  const documents = passport.documents ?? [];
  return (
    <Rows
      field="documents"
      legend={texts.fields.documents}
      hint={texts.hints.documents}
      error={error}
      rows={Math.min(20, documents.length + 1)}
      row={(at) => (
        <>
          <Field
            label={texts.documentTitle}
            name={`documents.${at}.title`}
            value={documents[at]?.title ?? ''}
            maxLength={254}
          />
          <Field
            label={texts.documentUrl}
            name={`documents.${at}.url`}
            value={documents[at]?.url ?? ''}
            type="url"
            maxLength={500}
          />
        </>
      )}
    />
  );
}

/** People to ask besides the responsible one: a line for each, one more to fill. */
export function ContactsInput({ visit, passport, error }: ElementProps) {
  const texts = passportTexts[visit.language];
  const contacts = passport.contacts ?? [];
  const input = (at: number, part: 'name' | 'post' | 'email' | 'phone', label: string, maxLength: number) => (
    <Field
      label={label}
      name={`contacts.${at}.${part}`}
      value={contacts[at]?.[part] ?? ''}
      maxLength={maxLength}
      type={part === 'email' ? 'email' : part === 'phone' ? 'tel' : 'text'}
    />
  );
  return (
    <Rows
      field="contacts"
      legend={texts.fields.contacts}
      hint={texts.hints.contacts}
      error={error}
      rows={Math.min(10, contacts.length + 1)}
      row={(at) => (
        <>
          {input(at, 'name', texts.contactName, 200)}
          {input(at, 'post', texts.contactPost, 200)}
          {input(at, 'email', texts.contactEmail, 200)}
          {input(at, 'phone', texts.contactPhone, 50)}
        </>
      )}
    />
  );
}

/** Themes of the European portal; those of the Ukrainian themes are ticked until a person chooses. */
export function EuThemesInput({ visit, passport, error }: ElementProps) {
  const texts = passportTexts[visit.language];
  const chosen = euThemesOf(passport);
  return (
    <ChoiceGroup legend={texts.fields.euThemes} name="euThemes" hint={texts.hints.euThemes} error={error}>
      {EU_THEME_CODES.map((code) => (
        <Choice
          key={code}
          name="euThemes"
          value={code}
          label={inLanguage(EU_THEMES[code], visit.language)}
          checked={chosen.includes(code)}
        />
      ))}
    </ChoiceGroup>
  );
}

/** The time the data are of; either end may be left open. */
export function TemporalInput({ visit, passport, error }: ElementProps) {
  const texts = passportTexts[visit.language];
  return (
    <ChoiceGroup legend={texts.fields.temporal} name="temporal" error={error}>
      <div class="answer-row">
        <Field label={texts.from} name="temporal.from" type="date" value={passport.temporal?.from ?? ''} />
        <Field label={texts.to} name="temporal.to" type="date" value={passport.temporal?.to ?? ''} />
      </div>
    </ChoiceGroup>
  );
}

/** How files are packed; told by the files themselves unless a person says. */
export function CompressionInput({ visit, passport, error }: ElementProps) {
  const texts = passportTexts[visit.language];
  return (
    <Field
      label={texts.fields.compression}
      name="compression"
      error={error}
      hint={texts.hints.compression}
      value={passport.compression ?? ''}
      options={[{ value: '', label: texts.chosenByFiles }, ...COMPRESSIONS.map((value) => ({ value, label: value }))]}
    />
  );
}

/** Datasets tied to this one, each a tick to take away, and a search for more. */
export function RelatedInput(
  props: ElementProps & { relatives: readonly Relative[]; found: readonly Relative[] | null },
) {
  const { visit, passport, error, relatives, found } = props;
  const texts = passportTexts[visit.language];
  const related = passport.related ?? [];
  const offered = [...relatives, ...(found ?? []).filter(({ id }) => !related.includes(id))];
  return (
    <ChoiceGroup legend={texts.fields.related} name="related" hint={texts.hints.related} error={error}>
      {offered.map(({ id, title }) => (
        <Choice key={id} name="related" value={id} label={title} checked={related.includes(id)} />
      ))}
      {found !== null && found.length === 0 && (
        <Notice kind="attention" title={texts.foundNone} language={visit.language} live />
      )}
      <div class="row" id={fieldId('find-related')}>
        <Field label={texts.findRelated} name="relatedQuery" type="search" maxLength={100} />
        <Button kind="secondary" name="find" value="related" formNoValidate>
          {texts.find}
        </Button>
      </div>
    </ChoiceGroup>
  );
}
