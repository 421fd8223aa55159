import type { Person, Unit } from '../../../capabilities/accounts/index.ts';
import type { ListedDecision, OpenSitting } from '../../../capabilities/people/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { groupTexts } from '../../../locales/group.ts';
import {
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  DataTable,
  Field,
  href,
  Markdown,
  Notice,
  type Visit,
} from '../../components/index.ts';
import { type FormState, fieldsOf } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { personOptions } from '../people/appointment-fields.tsx';
import { DecisionDeeds, GroupTrail, toldOf } from './group-page.tsx';
import { HOME } from './group-paths.ts';

/** A new session. */
export function NewSittingPage({ visit, form }: { visit: Visit; form: FormState }) {
  const texts = groupTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.newSitting}>
      <div class="stack-l">
        <GroupTrail visit={visit} here={texts.newSitting} />
        <h1>{texts.newSitting}</h1>
        <Refusal visit={visit} error={form.error} />
        <SittingFields visit={visit} form={form} action={`${HOME}/sittings`} button={texts.planSitting} />
      </div>
    </CabinetPage>
  );
}

function SittingFields(props: { visit: Visit; form: FormState; action: string; button: string }) {
  const { visit, form, action, button } = props;
  const texts = groupTexts[visit.language];
  const field = fieldsOf(visit, form);
  return (
    <form class="form" method="post" action={href(visit, action)} novalidate>
      <Field label={texts.on} {...field('on')} type="date" />
      <Field label={texts.at} {...field('at')} maxLength={20} />
      <Field label={texts.place} {...field('place')} maxLength={300} />
      <Field label={texts.agenda} hint={texts.agendaHint} {...field('agenda')} multiline rows={5} maxLength={5000} />
      <Button>{button}</Button>
    </form>
  );
}

export interface SittingView extends OpenSitting {
  readonly people: readonly Person[];
  readonly form: FormState;
  readonly done: string | null;
}

/** One session: its agenda, minutes, who was there, what was decided. */
export function SittingPage({ visit, view }: { visit: Visit; view: SittingView }) {
  const texts = groupTexts[visit.language];
  const { sitting, mayKeep, form, done } = view;
  const title = texts.sitting(sitting.number);
  const told = toldOf(visit, done);
  return (
    <CabinetPage visit={visit} title={title}>
      <div class="stack-l">
        <GroupTrail visit={visit} here={title} />
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">
            {[dayInWords(sitting.on, visit.language), sitting.at, sitting.place].filter(Boolean).join(' · ')}
          </p>
        </div>
        {told && <Notice kind="good" title={told} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        {sitting.agenda !== '' && (
          <section class="stack" aria-labelledby="agenda">
            <h2 id="agenda">{texts.agenda}</h2>
            <ol class="agenda">
              {sitting.agenda
                .split('\n')
                .filter(Boolean)
                .map((line) => (
                  <li key={line}>{line}</li>
                ))}
            </ol>
          </section>
        )}
        <Decided visit={visit} view={view} />
        <Minutes visit={visit} view={view} />
        {sitting.held && (
          <p>
            <a href={href(visit, `${HOME}/sittings/${sitting.id}/protocol.docx`)} download>
              {texts.docx}
            </a>
          </p>
        )}
        {mayKeep && !sitting.held && (
          <details>
            <summary>{texts.changeSitting}</summary>
            <SittingFields
              visit={visit}
              form={{
                values: { on: sitting.on, at: sitting.at, place: sitting.place, agenda: sitting.agenda },
                error: null,
              }}
              action={`${HOME}/sittings/${sitting.id}`}
              button={texts.save}
            />
          </details>
        )}
      </div>
    </CabinetPage>
  );
}

function Minutes({ visit, view }: { visit: Visit; view: SittingView }) {
  const texts = groupTexts[visit.language];
  const { sitting, members, mayKeep } = view;
  if (!mayKeep) {
    const names = members.filter(({ id }) => sitting.present.includes(id)).map(({ name }) => name);
    return sitting.held ? (
      <section class="stack" aria-labelledby="minutes">
        <h2 id="minutes">{texts.minutes}</h2>
        <p>
          {texts.present}: {names.join(', ')}
        </p>
        <Markdown text={sitting.minutes} />
      </section>
    ) : null;
  }
  return (
    <section class="stack" aria-labelledby="minutes">
      <h2 id="minutes">{texts.minutes}</h2>
      <form class="form" method="post" action={href(visit, `${HOME}/sittings/${sitting.id}/hold`)}>
        <ChoiceGroup legend={texts.present} name="present">
          {members.map((one) => (
            <Choice
              key={one.id}
              name="present"
              value={one.id}
              label={one.name}
              hint={one.post || undefined}
              checked={sitting.present.includes(one.id)}
            />
          ))}
        </ChoiceGroup>
        <Field
          label={texts.minutes}
          hint={texts.minutesHint}
          name="minutes"
          value={sitting.minutes}
          multiline
          rows={8}
          maxLength={40_000}
        />
        <Button>{texts.hold}</Button>
      </form>
    </section>
  );
}

function Decided({ visit, view }: { visit: Visit; view: SittingView }) {
  const texts = groupTexts[visit.language];
  const { sitting, decisions, mayKeep, people, form } = view;
  const field = fieldsOf(visit, form);
  return (
    <div class="stack">
      <h2 id="decided">{texts.decided}</h2>
      {decisions.length === 0 ? (
        <p class="soft">{texts.nothingDecided}</p>
      ) : (
        <DataTable
          caption={texts.decided}
          captionUnseen
          columns={[
            { title: texts.decision },
            { title: texts.who },
            { title: texts.due, tight: true },
            { title: <span class="unseen">{texts.deeds}</span> },
          ]}
          rows={decisions.map((one) => [
            one.text,
            one.responsibleName,
            one.dueOn ? dayInWords(one.dueOn, visit.language) : texts.noTerm,
            <DecisionDeeds visit={visit} decision={one} mayKeep={mayKeep} />,
          ])}
        />
      )}
      {mayKeep && (
        <details open={decisions.length === 0 || form.error !== null}>
          <summary>{texts.addDecision}</summary>
          <form class="form" method="post" action={href(visit, `${HOME}/sittings/${sitting.id}/decisions`)} novalidate>
            <Field label={texts.decisionText} {...field('text')} multiline rows={3} maxLength={1000} />
            <Field
              label={texts.responsible}
              {...field('responsibleId')}
              options={personOptions(people, { value: '', label: texts.nobody })}
            />
            <Field label={texts.responsibleName} {...field('responsibleName')} maxLength={300} />
            <Field label={texts.due} {...field('dueOn')} type="date" />
            <Button>{texts.noteDecision}</Button>
          </form>
        </details>
      )}
    </div>
  );
}

/** A decision becomes a planned dataset. */
export function PlanPage(props: { visit: Visit; decision: ListedDecision; units: readonly Unit[]; form: FormState }) {
  const { visit, decision, units, form } = props;
  const texts = groupTexts[visit.language];
  const field = fieldsOf(visit, form);
  return (
    <CabinetPage visit={visit} title={texts.planTitle}>
      <div class="stack-l">
        <GroupTrail visit={visit} here={texts.planTitle} />
        <div class="stack">
          <h1>{texts.planTitle}</h1>
          <p class="lead">{texts.planLead}</p>
          <p>{decision.text}</p>
        </div>
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, `${HOME}/decisions/${decision.id}/plan`)} novalidate>
          <Field label={texts.planName} {...field('title', decision.text.slice(0, 200))} maxLength={254} />
          <Field
            label={texts.planUnit}
            {...field('unitId')}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field label={texts.planDue} {...field('dueOn', decision.dueOn ?? '')} type="date" />
          <Button>{texts.planSave}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
