import type { Import } from '../../../capabilities/exchange/index.ts';
import { USUAL_PORTAL } from '../../../capabilities/exchange/index.ts';
import { dateTimeInWords } from '../../../language/dates.ts';
import { exchangeTexts } from '../../../locales/exchange.ts';
import {
  Badge,
  Button,
  DataTable,
  Field,
  faultOf,
  href,
  Notice,
  type StateKind,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';
import { Refusal } from '../accounts/refusal.tsx';
import { BASE, Frame } from './frame.tsx';

export const TONES: Readonly<Record<Import['state'], StateKind>> = {
  looking: 'info',
  which: 'attention',
  found: 'attention',
  working: 'info',
  paused: 'attention',
  done: 'good',
  failed: 'error',
};

export interface ListView {
  readonly imports: readonly Import[];
  readonly settings: { readonly waitMs: number; readonly patienceSeconds: number };
  /** Of the first form. */
  readonly form: FormState;
  /** Of the settings. */
  readonly settingsForm: FormState;
}

/** What to look for and where, what was looked at before, and how politely portals are asked. */
export function ListPage({ visit, view }: { visit: Visit; view: ListView }) {
  const texts = exchangeTexts[visit.language];
  const { form, imports } = view;
  const error = (name: string) => faultOf(form.error?.fields ?? [], name, visit.language);
  return (
    <Frame visit={visit} title={texts.title} lead={texts.lead}>
      {visit.query.get('done') === 'settings' && (
        <Notice kind="good" title={texts.settings.saved} language={visit.language} live />
      )}
      <Refusal visit={visit} error={form.error ?? view.settingsForm.error} />
      <form class="form" method="post" action={href(visit, BASE)} novalidate>
        <Field
          label={texts.question}
          hint={texts.questionHint}
          name="question"
          value={form.values.question ?? visit.profile?.edrpou ?? ''}
          error={error('question')}
          maxLength={500}
          required
        />
        <Field
          label={texts.portal}
          hint={texts.portalHint}
          name="portal"
          value={form.values.portal ?? USUAL_PORTAL}
          error={error('portal')}
          maxLength={300}
        />
        <Button>{texts.look}</Button>
      </form>
      {imports.length > 0 && <Earlier visit={visit} imports={imports} />}
      <Settings visit={visit} view={view} />
    </Frame>
  );
}

function Earlier({ visit, imports }: { visit: Visit; imports: readonly Import[] }) {
  const texts = exchangeTexts[visit.language];
  const { what, portal, when, state, who } = texts.columns;
  return (
    <DataTable
      caption={texts.earlier}
      rowHeaders
      columns={[{ title: what }, { title: portal }, { title: state }, { title: when }, { title: who }]}
      rows={imports.map((one) => [
        <a key={one.id} href={href(visit, `${BASE}/${one.id}`)}>
          {one.question}
        </a>,
        new URL(one.portal).host,
        <Badge key="state" kind={TONES[one.state]}>
          {texts.states[one.state]}
        </Badge>,
        dateTimeInWords(one.startedAt, visit.language),
        one.askedBy.name,
      ])}
    />
  );
}

function Settings({ visit, view }: { visit: Visit; view: ListView }) {
  const texts = exchangeTexts[visit.language].settings;
  const { settings, settingsForm } = view;
  const error = (name: string) => faultOf(settingsForm.error?.fields ?? [], name, visit.language);
  return (
    <details open={settingsForm.error !== null}>
      <summary>{texts.title}</summary>
      <form class="form" method="post" action={href(visit, `${BASE}/settings`)} novalidate>
        <Field
          label={texts.wait}
          hint={texts.waitHint}
          name="waitMs"
          type="number"
          value={settingsForm.values.waitMs ?? settings.waitMs}
          error={error('waitMs')}
          min={0}
          max={60000}
        />
        <Field
          label={texts.patience}
          name="patienceSeconds"
          type="number"
          value={settingsForm.values.patienceSeconds ?? settings.patienceSeconds}
          min={1}
          max={600}
        />
        <Button kind="secondary">{texts.save}</Button>
      </form>
    </details>
  );
}
