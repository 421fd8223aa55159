import type { Policy, PolicyVersion } from '../../../capabilities/orders/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { policyTexts } from '../../../locales/policy.ts';
import {
  Badge,
  Button,
  CabinetPage,
  Empty,
  ErrorSummary,
  Field,
  faultOf,
  href,
  Notice,
  type StateKind,
  type Visit,
} from '../../components/index.ts';
import type { FormState } from '../accounts/posted-form.ts';

export const POLICY = '/cabinet/city/policy';

export const VERSION_TONES: Readonly<Record<PolicyVersion['state'], StateKind>> = {
  draft: 'info',
  ready: 'attention',
  approved: 'good',
  ended: 'info',
};

export interface PoliciesView {
  readonly policies: readonly { readonly policy: Policy; readonly versions: readonly PolicyVersion[] }[];
  readonly keeps: boolean;
  readonly updateDays: number;
  readonly today: string;
  readonly form: FormState;
}

/** The policy with its versions; where there is none, the template to start from. */
export function PoliciesPage({ visit, view }: { visit: Visit; view: PoliciesView }) {
  const texts = policyTexts[visit.language];
  const { policies, keeps, form } = view;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <p>
            <a href={href(visit, '/open-data/policy')}>{texts.publicPage}</a>
          </p>
        </div>
        {visit.query.get('done') === 'saved' && !form.error && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <ErrorSummary faults={form.error?.fields ?? []} language={visit.language} />
        {policies.length === 0 && (
          <Empty title={texts.none}>
            <p>{texts.noneText}</p>
          </Empty>
        )}
        {policies.length === 0 && keeps && <StartForm visit={visit} form={form} />}
        {policies.map(({ policy, versions }) => (
          <PolicyPart key={policy.id} visit={visit} view={view} policy={policy} versions={versions} />
        ))}
        {keeps && (
          <form class="form" method="post" action={href(visit, `${POLICY}/update-days`)} novalidate>
            <Field
              label={texts.updateDays}
              hint={texts.updateDaysHint}
              name="updateDays"
              type="number"
              min={1}
              max={30}
              value={form.values.updateDays ?? view.updateDays}
              error={faultOf(form.error?.fields ?? [], 'updateDays', visit.language)}
            />
            <Button kind="secondary">{texts.save}</Button>
          </form>
        )}
      </div>
    </CabinetPage>
  );
}

function StartForm({ visit, form }: { visit: Visit; form: FormState }) {
  const texts = policyTexts[visit.language];
  const value = (name: string, given: string) => form.values[name] ?? given;
  return (
    <form class="form" method="post" action={href(visit, POLICY)} novalidate>
      <Field
        label={texts.community}
        hint={texts.communityHint}
        name="community"
        value={value('community', visit.profile?.name ?? '')}
        maxLength={300}
      />
      <Field
        label={texts.coordinator}
        hint={texts.coordinatorHint}
        name="coordinator"
        value={value('coordinator', '')}
        maxLength={300}
      />
      <Field label={texts.portal} name="portal" value={value('portal', visit.origin)} maxLength={300} />
      <Button>{texts.create}</Button>
    </form>
  );
}

function PolicyPart(props: { visit: Visit; view: PoliciesView; policy: Policy; versions: readonly PolicyVersion[] }) {
  const { visit, view, policy, versions } = props;
  const texts = policyTexts[visit.language];
  const { keeps, today, form } = view;
  const newest = versions[0];
  const mayBegin = keeps && newest !== undefined && (newest.state === 'approved' || newest.state === 'ended');
  return (
    <section class="stack" aria-labelledby={`policy-${policy.id}`}>
      <h2 id={`policy-${policy.id}`}>{texts.versions}</h2>
      {policy.reviewOn !== null && policy.reviewOn <= today && (
        <Notice
          kind="attention"
          title={texts.reviewDue(dayInWords(policy.reviewOn, visit.language))}
          language={visit.language}
        />
      )}
      <ul class="norm-list">
        {versions.map((version) => (
          <li key={version.id}>
            <a href={href(visit, `${POLICY}/versions/${version.id}`)}>{texts.version(version.number)}</a>{' '}
            <Badge kind={VERSION_TONES[version.state]}>{texts.states[version.state]}</Badge>
            <div class="soft small">{forceInWords(visit, version)}</div>
          </li>
        ))}
      </ul>
      {mayBegin && (
        <form method="post" action={href(visit, `${POLICY}/${policy.id}/next`)}>
          <Button kind="secondary">{texts.next}</Button>
        </form>
      )}
      {keeps && policy.reviewOn !== null && (
        <form class="form" method="post" action={href(visit, `${POLICY}/${policy.id}/review`)} novalidate>
          <Field
            label={texts.review}
            hint={texts.reviewHint}
            name="reviewOn"
            type="date"
            value={form.values.reviewOn ?? policy.reviewOn}
            error={faultOf(form.error?.fields ?? [], 'reviewOn', visit.language)}
          />
          <Button kind="secondary">{texts.setReview}</Button>
        </form>
      )}
    </section>
  );
}

/** «затверджено 12 жовтня 2026», «діяла з … до …»; empty for a draft. */
export function forceInWords(visit: Visit, { approvedOn, endedOn }: PolicyVersion): string {
  const texts = policyTexts[visit.language];
  const words = (day: string) => dayInWords(day, visit.language);
  if (approvedOn === null) return '';
  return endedOn === null ? texts.approvedOn(words(approvedOn)) : texts.inForce(words(approvedOn), words(endedOn));
}
