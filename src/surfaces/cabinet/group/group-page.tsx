import type { Person } from '../../../capabilities/accounts/index.ts';
import type { ListedDecision, OpenGroup } from '../../../capabilities/people/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { groupTexts } from '../../../locales/group.ts';
import {
  Badge,
  Button,
  CabinetPage,
  DataTable,
  Empty,
  Field,
  faultOf,
  href,
  LinkButton,
  Notice,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { CityTrail } from '../city/city-trail.tsx';
import { Members } from './group-members.tsx';
import { HOME } from './group-paths.ts';

/** The way back to the city's places, and here. */
export function GroupTrail({ visit, here }: { visit: Visit; here?: string }) {
  return <CityTrail visit={visit} place={groupTexts[visit.language].title} path={HOME} here={here} />;
}

export interface GroupView extends OpenGroup {
  readonly people: readonly Person[];
  readonly form: FormState;
  readonly done: string | null;
}

/** Decisions to be carried out, sessions, members. */
export function GroupPage({ visit, view }: { visit: Visit; view: GroupView }) {
  const texts = groupTexts[visit.language];
  const { group, mayKeep, form, done } = view;
  const told = toldOf(visit, done);
  return (
    <CabinetPage visit={visit} title={group?.name ?? texts.title}>
      <div class="stack-l">
        <GroupTrail visit={visit} />
        <div class="stack">
          <h1>{group?.name ?? texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          {group && <p class="soft">{group.order || texts.preparing}</p>}
        </div>
        {told && <Notice kind="good" title={told} language={visit.language} live />}
        <Refusal visit={visit} error={form.error} />
        {!group && <Empty title={texts.none}>{mayKeep && <p>{texts.noneText}</p>}</Empty>}
        {!group && mayKeep && <GroupForm visit={visit} view={view} />}
        {group && (
          <>
            <Decisions visit={visit} decisions={view.decisions} mayKeep={mayKeep} />
            <Sittings visit={visit} view={view} />
            <Members visit={visit} view={view} />
            {mayKeep && (
              <details>
                <summary>{texts.changeGroup}</summary>
                <GroupForm visit={visit} view={view} />
              </details>
            )}
          </>
        )}
      </div>
    </CabinetPage>
  );
}

/** What was just done, in words; null where nothing was. */
export function toldOf(visit: Visit, done: string | null): string | null {
  const texts = groupTexts[visit.language];
  const told: Readonly<Record<string, string>> = {
    saved: texts.saved,
    closed: texts.closed,
    planned: texts.planned,
    sitting: texts.sittingPlanned,
    held: texts.held,
    decision: texts.decisionNoted,
    member: texts.memberAdded,
    left: texts.memberLeft,
  };
  return told[done ?? ''] ?? null;
}

function GroupForm({ visit, view }: { visit: Visit; view: GroupView }) {
  const texts = groupTexts[visit.language];
  const { group, form } = view;
  return (
    <form class="form" method="post" action={href(visit, HOME)} novalidate>
      <Field
        label={texts.name}
        name="name"
        value={form.values.name ?? group?.name ?? ''}
        maxLength={300}
        error={faultOf(form.error?.fields ?? [], 'name', visit.language)}
        autocomplete="off"
      />
      <Field
        label={texts.order}
        hint={texts.orderHint}
        name="order"
        value={form.values.order ?? group?.order ?? ''}
        maxLength={400}
        autocomplete="off"
      />
      <Button>{group ? texts.save : texts.create}</Button>
    </form>
  );
}

function Decisions(props: { visit: Visit; decisions: readonly ListedDecision[]; mayKeep: boolean }) {
  const { visit, decisions, mayKeep } = props;
  const texts = groupTexts[visit.language];
  return (
    <div class="stack">
      <h2 id="decisions">{texts.decisionsTitle}</h2>
      {decisions.length === 0 ? (
        <p class="soft">{texts.noDecisions}</p>
      ) : (
        <DataTable
          caption={texts.decisionsTitle}
          captionUnseen
          columns={[
            { title: texts.decision },
            { title: texts.who },
            { title: texts.due, tight: true },
            { title: <span class="unseen">{texts.deeds}</span> },
          ]}
          rows={decisions.map((one) => [
            <>
              {one.text}
              <div class="soft small">
                {texts.taken(one.sitting.number, dayInWords(one.sitting.on, visit.language))}
              </div>
            </>,
            one.responsibleName,
            one.dueOn ? dayInWords(one.dueOn, visit.language) : <span class="soft">{texts.noTerm}</span>,
            <DecisionDeeds visit={visit} decision={one} mayKeep={mayKeep} />,
          ])}
        />
      )}
    </div>
  );
}

/** What may be done with an open decision. */
export function DecisionDeeds(props: { visit: Visit; decision: ListedDecision; mayKeep: boolean }) {
  const { visit, decision, mayKeep } = props;
  const texts = groupTexts[visit.language];
  const { id, state, datasetId } = decision;
  if (state !== 'open') {
    return (
      <>
        <Badge kind={state === 'done' ? 'good' : 'info'}>{texts.states[state]}</Badge>
        {datasetId && (
          <div>
            <a href={href(visit, `/cabinet/datasets/${datasetId}`)}>{texts.toDataset}</a>
          </div>
        )}
        {decision.closedNote && <div class="soft small">{decision.closedNote}</div>}
      </>
    );
  }
  if (!mayKeep && decision.responsibleId !== visit.person?.id) return null;
  return (
    <div class="stack">
      <form method="post" action={href(visit, `${HOME}/decisions/${id}/close`)}>
        <Button kind="quiet" name="state" value="done">
          {texts.done}
          <span class="unseen">: {decision.text}</span>
        </Button>
      </form>
      {mayKeep && <a href={href(visit, `${HOME}/decisions/${id}/plan`)}>{texts.plan}</a>}
      {mayKeep && (
        <details>
          <summary>{texts.drop}</summary>
          <form class="form" method="post" action={href(visit, `${HOME}/decisions/${id}/close`)}>
            <Field label={texts.dropReason} name={`note-${id}`} maxLength={1000} autocomplete="off" />
            <Button kind="secondary" name="state" value="dropped">
              {texts.drop}
            </Button>
          </form>
        </details>
      )}
    </div>
  );
}

function Sittings({ visit, view }: { visit: Visit; view: GroupView }) {
  const texts = groupTexts[visit.language];
  const { sittings, mayKeep } = view;
  return (
    <section class="stack" aria-labelledby="sittings">
      <h2 id="sittings">{texts.sittings}</h2>
      {sittings.length === 0 ? (
        <p class="soft">{texts.noSittings}</p>
      ) : (
        <ul class="plain stack">
          {sittings.map((one) => (
            <li key={one.id}>
              <a href={href(visit, `${HOME}/sittings/${one.id}`)}>{texts.sitting(one.number)}</a>,{' '}
              {dayInWords(one.on, visit.language)}{' '}
              <Badge kind={one.held ? 'good' : 'info'}>{one.held ? texts.heldState : texts.plannedState}</Badge>
            </li>
          ))}
        </ul>
      )}
      {mayKeep && (
        <p>
          <LinkButton href={href(visit, `${HOME}/sittings/new`)}>{texts.newSitting}</LinkButton>
        </p>
      )}
    </section>
  );
}
