import type { Unit } from '../../../capabilities/accounts/index.ts';
import { linkPath, type MadeLink } from '../../../capabilities/links/index.ts';
import type { Confirmation, UnitStanding } from '../../../capabilities/registry/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { registryTexts } from '../../../locales/registry.ts';
import {
  Button,
  CabinetPage,
  DataTable,
  Empty,
  ErrorSummary,
  Field,
  faultOf,
  href,
  Notice,
  Snippet,
  type Visit,
} from '../../components/index.ts';
import { percentOf } from './registry-page.tsx';
import { RegistryPlaces } from './registry-places.tsx';
import { STAFF_PATH } from './registry-query.ts';

export interface ConfirmView {
  readonly standing: readonly UnitStanding[];
  readonly confirmations: readonly Confirmation[];
  /** Units whose registry the person may confirm. */
  readonly units: readonly Unit[];
  /** Just made. */
  readonly done: Confirmation | null;
  readonly made: MadeLink | null;
  readonly error: RequestError | null;
  readonly typed: Readonly<Record<string, string>>;
}

const PATH = `${STAFF_PATH}/confirm`;

/** How complete the registry is, unit by unit; the head's word that it is true; who said so before. */
export function ConfirmPage({ visit, view }: { visit: Visit; view: ConfirmView }) {
  const texts = registryTexts[visit.language].confirm;
  const { done, error } = view;
  return (
    <CabinetPage visit={visit} title={texts.title} wide>
      <div class="stack-l">
        <ErrorSummary faults={error?.fields ?? []} language={visit.language} />
        {error && error.fields.length === 0 && (
          <Notice kind="error" title={inLanguage(error.text, visit.language)} language={visit.language} live />
        )}
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {done && <Notice kind="good" title={texts.done(done.unitName, done.entries)} language={visit.language} live />}
        <RegistryPlaces visit={visit} current="confirm" />
        {view.standing.length === 0 ? (
          <Empty title={texts.noUnits} />
        ) : (
          <StandingTable visit={visit} standing={view.standing} />
        )}
        {view.units.length > 0 && view.standing.length > 0 && <Deeds visit={visit} view={view} />}
        <section class="stack" aria-labelledby="confirmations">
          <h2 id="confirmations">{texts.list}</h2>
          <Confirmations visit={visit} confirmations={view.confirmations} />
        </section>
      </div>
    </CabinetPage>
  );
}

function StandingTable({ visit, standing }: { visit: Visit; standing: readonly UnitStanding[] }) {
  const texts = registryTexts[visit.language].confirm;
  const sum = (count: 'entries' | 'filled' | 'asked' | 'incomplete' | 'confirmed') =>
    standing.reduce((all, one) => all + one[count], 0);
  const whole = {
    unitId: '',
    unitName: texts.whole,
    entries: sum('entries'),
    filled: sum('filled'),
    asked: sum('asked'),
    incomplete: sum('incomplete'),
    confirmed: sum('confirmed'),
  };
  const rows = standing.length > 1 ? [whole, ...standing] : standing;
  return (
    <DataTable
      caption={texts.title}
      captionUnseen
      rowHeaders
      columns={[
        { title: texts.columns.unit },
        { title: texts.columns.entries, align: 'end' },
        { title: texts.columns.filled, align: 'end' },
        { title: texts.columns.incomplete, align: 'end' },
        { title: texts.columns.confirmed, align: 'end' },
      ]}
      rows={rows.map((one) => [
        one.unitName,
        one.entries,
        percentOf(one.filled, one.asked, visit),
        one.incomplete === 0 ? (
          0
        ) : (
          <a key="incomplete" href={incompleteHref(visit, one.unitId)}>
            {one.incomplete}
            <span class="unseen"> {one.unitName}</span>
          </a>
        ),
        percentOf(one.confirmed, one.entries, visit),
      ])}
    />
  );
}

function incompleteHref(visit: Visit, unitId: string): string {
  const unit = unitId === '' ? '' : `&unit=${unitId}`;
  return `${href(visit, STAFF_PATH)}?incomplete=1${unit}`;
}

function Deeds({ visit, view }: { visit: Visit; view: ConfirmView }) {
  const texts = registryTexts[visit.language].confirm;
  const { units, typed, error, made } = view;
  const today = dayInWords(dayOf(visit.ctx.clock.now()), visit.language);
  const options = units.map(({ id, name }) => ({ value: id, label: name }));
  const field = (name: string) => ({
    name,
    value: typed[name] ?? '',
    error: faultOf(error?.fields ?? [], name, visit.language),
  });
  return (
    <>
      <section class="stack narrow no-print" aria-labelledby="confirm-deed">
        <h2 id="confirm-deed">{texts.deed}</h2>
        <p>{texts.deedLead}</p>
        <form class="form" method="post" action={href(visit, PATH)}>
          <Field label={texts.unit} name="unit" value={typed.unit ?? units[0]?.id ?? ''} options={options} />
          <Button>{texts.button(today)}</Button>
        </form>
      </section>
      <section class="stack narrow no-print" aria-labelledby="confirm-link">
        <h2 id="confirm-link">{texts.byLink}</h2>
        <p>{texts.byLinkLead}</p>
        {made && <Made visit={visit} made={made} />}
        <form class="form" method="post" action={href(visit, `${PATH}/link`)}>
          <Field label={texts.unit} name="unit-of-link" value={typed['unit-of-link'] ?? ''} options={options} />
          <Field label={texts.name} {...field('name')} maxLength={200} />
          <Field label={texts.post} {...field('post')} maxLength={200} />
          <Field label={texts.email} hint={texts.emailHint} {...field('email')} type="email" autocomplete="off" />
          <Button kind="secondary">{texts.ask}</Button>
        </form>
      </section>
    </>
  );
}

function Made({ visit, made: { code } }: { visit: Visit; made: MadeLink }) {
  const texts = registryTexts[visit.language].confirm;
  return (
    <div class="stack">
      <Notice kind="good" title={texts.given} language={visit.language} live>
        {texts.givenLead}
      </Notice>
      <Snippet label={texts.address} code={`${visit.origin}${linkPath(code)}`} language={visit.language} />
      <Snippet label={texts.code} code={code} language={visit.language} />
    </div>
  );
}

function Confirmations({ visit, confirmations }: { visit: Visit; confirmations: readonly Confirmation[] }) {
  const texts = registryTexts[visit.language].confirm;
  if (confirmations.length === 0) return <p class="soft">{texts.none}</p>;
  const { listColumns: columns } = texts;
  return (
    <DataTable
      caption={texts.listCaption}
      captionUnseen
      columns={[
        { title: columns.day, tight: true },
        { title: columns.unit },
        { title: columns.who },
        { title: columns.entries, align: 'end' },
        { title: columns.filled, align: 'end' },
        { title: columns.file },
      ]}
      rows={confirmations.map((one) => [
        dayInWords(one.day, visit.language),
        one.unitName,
        one.byLink ? `${one.personName} (${texts.link})` : one.personName,
        one.entries,
        percentOf(one.filled, one.asked, visit),
        <a key="file" href={href(visit, `${PATH}/${one.id}.csv`)} download>
          CSV
          <span class="unseen">
            {' '}
            {one.unitName}, {one.day}
          </span>
        </a>,
      ])}
    />
  );
}
