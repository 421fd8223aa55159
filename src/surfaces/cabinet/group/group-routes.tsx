import { Hono } from 'hono';
import { listPeople, listUnits, permit } from '../../../capabilities/accounts/index.ts';
import { fillForm } from '../../../capabilities/documents/index.ts';
import {
  addDecision,
  addMember,
  closeDecision,
  endMembership,
  holdSitting,
  type OpenSitting,
  openGroup,
  openSitting,
  type Part,
  planByDecision,
  planSitting,
  protocolForm,
  type SittingWish,
  saveGroup,
} from '../../../capabilities/people/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { dayInWords } from '../../../language/dates.ts';
import { groupTexts } from '../../../locales/group.ts';
import { DOCX_TYPE } from '../../../platform/documents/index.ts';
import { ownFile, type SurfaceEnv, type Visit } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  readLists,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { GroupPage } from './group-page.tsx';
import { HOME } from './group-paths.ts';
import { NewSittingPage, PlanPage, SittingPage } from './sitting-pages.tsx';

const SITTINGS = `${HOME}/sittings`;
const DECISIONS = `${HOME}/decisions`;

/** `/cabinet/city/group`. */
export function groupRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, (c) => showGroup(c, EMPTY_FORM));
  routes.post(HOME, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const { name = '', order = '' } = values;
    const saved = await attempt(saveGroup(c.get('visit').ctx, { name, order }));
    return saved.done ? goTo(c, `${HOME}?done=saved`) : showGroup(c, { values, error: saved.error });
  });
  routes.post(`${HOME}/members`, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const { personId = '', memberName = '', post = '', part = 'member' } = values;
    const wish = { personId: personId === '' ? null : personId, name: memberName, post, part: part as Part };
    const added = await attempt(addMember(c.get('visit').ctx, wish));
    return added.done ? goTo(c, `${HOME}?done=member#members`) : showGroup(c, { values, error: added.error });
  });
  routes.post(`${HOME}/members/:id/leave`, signedInOnly, smallForms, async (c) => {
    const { ctx } = c.get('visit');
    await endMembership(ctx, c.req.param('id'), dayOf(ctx.clock.now()));
    return goTo(c, `${HOME}?done=left#members`);
  });
  sittingPages(routes);
  decisionPages(routes);
  return routes;
}

function sittingPages(routes: Hono<SurfaceEnv>): void {
  routes.get(`${SITTINGS}/new`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    await permit(visit.ctx, 'city.manage', null);
    return show(c, <NewSittingPage visit={visit} form={EMPTY_FORM} />);
  });
  routes.post(SITTINGS, signedInOnly, smallForms, async (c) => {
    const visit = c.get('visit');
    const values = await readForm(c);
    const planned = await attempt(planSitting(visit.ctx, null, sittingOf(values)));
    if (planned.done) return goTo(c, `${SITTINGS}/${planned.value.id}?done=sitting`);
    return show(c, <NewSittingPage visit={visit} form={{ values, error: planned.error }} />, planned.error);
  });
  routes.get(`${SITTINGS}/:id`, signedInOnly, (c) => showSitting(c, c.req.param('id'), EMPTY_FORM));
  routes.post(`${SITTINGS}/:id`, signedInOnly, smallForms, async (c) => {
    const id = c.req.param('id');
    const values = await readForm(c);
    const changed = await attempt(planSitting(c.get('visit').ctx, id, sittingOf(values)));
    return changed.done
      ? goTo(c, `${SITTINGS}/${id}?done=saved`)
      : showSitting(c, id, { values, error: changed.error });
  });
  routes.post(`${SITTINGS}/:id/hold`, signedInOnly, async (c) => {
    const { values, lists } = await readLists(c);
    const id = c.req.param('id');
    const typed = { minutes: values.minutes ?? '', present: lists.present ?? [] };
    await holdSitting(c.get('visit').ctx, id, typed);
    return goTo(c, `${SITTINGS}/${id}?done=held`);
  });
  routes.get(`${SITTINGS}/:id/protocol.docx`, signedInOnly, async (c) => {
    const visit = c.get('visit');
    const opened = await openSitting(visit.ctx, c.req.param('id'));
    const bytes = await fillForm(visit.ctx, protocolForm, protocolOf(visit, opened), 'uk');
    return ownFile(bytes, DOCX_TYPE, `protokol-${opened.sitting.number}.docx`);
  });
}

function decisionPages(routes: Hono<SurfaceEnv>): void {
  routes.post(`${SITTINGS}/:id/decisions`, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const id = c.req.param('id');
    const { text = '', responsibleId = '', responsibleName = '', dueOn = '' } = values;
    const wish = { text, responsibleId: responsibleId || null, responsibleName, dueOn: dueOn || null };
    const noted = await attempt(addDecision(c.get('visit').ctx, id, wish));
    return noted.done ? goTo(c, `${SITTINGS}/${id}?done=decision`) : showSitting(c, id, { values, error: noted.error });
  });
  routes.post(`${DECISIONS}/:id/close`, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const id = c.req.param('id');
    const how = {
      state: values.state === 'dropped' ? ('dropped' as const) : ('done' as const),
      note: values[`note-${id}`] ?? '',
    };
    const closed = await attempt(closeDecision(c.get('visit').ctx, id, how));
    return closed.done ? goTo(c, `${HOME}?done=closed`) : showGroup(c, { values: {}, error: closed.error });
  });
  routes.get(`${DECISIONS}/:id/plan`, signedInOnly, (c) => showPlan(c, EMPTY_FORM));
  routes.post(`${DECISIONS}/:id/plan`, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const { title = '', unitId = '', dueOn = '' } = values;
    const planned = await attempt(planByDecision(c.get('visit').ctx, c.req.param('id'), { title, unitId, dueOn }));
    return planned.done ? goTo(c, `${HOME}?done=planned`) : showPlan(c, { values, error: planned.error });
  });
}

async function showGroup(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const opened = await openGroup(visit.ctx);
  const people = opened.mayKeep ? await listPeople(visit.ctx) : [];
  const view = { ...opened, people: people.filter(({ active }) => active), form, done: visit.query.get('done') };
  return show(c, <GroupPage visit={visit} view={view} />, form.error);
}

async function showSitting(c: PageContext, id: string, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const opened = await openSitting(visit.ctx, id);
  const people = opened.mayKeep ? await listPeople(visit.ctx) : [];
  const view = { ...opened, people: people.filter(({ active }) => active), form, done: visit.query.get('done') };
  return show(c, <SittingPage visit={visit} view={view} />, form.error);
}

async function showPlan(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'city.manage', null);
  const decision = (await openGroup(visit.ctx)).decisions.find(({ id }) => id === c.req.param('id'));
  if (!decision) return goTo(c, HOME);
  const units = await listUnits(visit.ctx);
  return show(c, <PlanPage visit={visit} decision={decision} units={units} form={form} />, form.error);
}

function sittingOf(values: Posted): SittingWish {
  const { on = '', at = '', place = '', agenda = '' } = values;
  return { on, at, place, agenda };
}

/** The minutes as a document: always in Ukrainian, like all papers of the council. */
function protocolOf(visit: Visit, { sitting, members, decisions, groupName }: OpenSitting) {
  const texts = groupTexts.uk;
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  const present = members.filter(({ id }) => sitting.present.includes(id));
  const named = (part: Part) => members.find((one) => one.part === part)?.name ?? '';
  return {
    group: groupName || (visit.profile?.name ?? ''),
    number: String(sitting.number),
    day: `${dayInWords(sitting.on, 'uk')} року`,
    place: sitting.place,
    present: present.map(({ name, post, part }) => ({ name, post: post || texts.parts[part] })),
    agenda: lines(sitting.agenda).map((question, at) => ({ question: `${at + 1}. ${question}` })),
    minutes: lines(sitting.minutes).map((paragraph) => ({ paragraph })),
    decisions: decisions
      .toSorted((one, other) => one.position - other.position)
      .map((one) => ({
        at: String(one.position),
        text: one.text,
        who: one.responsibleName,
        due: one.dueOn === null ? texts.noTerm : dayInWords(one.dueOn, 'uk'),
      })),
    head: named('head'),
    secretary: named('secretary'),
  };
}
