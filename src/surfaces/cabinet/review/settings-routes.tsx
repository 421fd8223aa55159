import { Hono, type Context as HonoContext } from 'hono';
import { listUnits, permit, type Unit } from '../../../capabilities/accounts/index.ts';
import { changeLinkDays, linkDays } from '../../../capabilities/links/index.ts';
import { changeReviewSettings, type ReviewSettings, reviewSettings } from '../../../capabilities/review/index.ts';
import { type FieldFault, HTTP_STATUS, isRequestError, type RequestError } from '../../../kernel/errors.ts';
import { reviewTexts } from '../../../locales/review.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  ErrorSummary,
  Field,
  faultOf,
  href,
  Notice,
  renderPage,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';

const HOME = '/cabinet/settings/review';

/** How the community reviews what is published. */
export function reviewSettingsPages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(HOME, async (c) => {
      const visit = signedIn(c.get('visit'));
      await permit(visit.ctx, 'settings.change', null);
      const { ctx } = visit;
      const [settings, units, days] = [await reviewSettings(ctx), await listUnits(ctx), await linkDays(ctx)];
      return renderPage(c, <SettingsPage {...{ visit, settings, units }} days={String(days)} error={null} />);
    })
    .post(HOME, async (c) => {
      const visit = signedIn(c.get('visit'));
      const form = await formOf(c);
      const settings: ReviewSettings = {
        twoPerson: form.has('twoPerson'),
        reviewers: form.text('reviewers') === 'coordinators' ? 'coordinators' : 'unit',
        termDays: Number.parseInt(form.text('termDays'), 10) || 0,
        routineAtOnce: form.has('routineAtOnce'),
        trustedUnitIds: form.all('trusted'),
      };
      try {
        await changeReviewSettings(visit.ctx, settings);
      } catch (error) {
        if (!isRequestError(error) || error.kind !== 'invalid') throw error;
        return refused(c, visit, { settings, days: String(await linkDays(visit.ctx)) }, error);
      }
      return c.redirect(href(visit, `${HOME}?done=saved`), 303);
    })
    .post(`${HOME}/links`, async (c) => {
      const visit = signedIn(c.get('visit'));
      const days = (await formOf(c)).text('linkDays');
      try {
        await changeLinkDays(visit.ctx, Number(days));
      } catch (error) {
        if (!isRequestError(error) || error.kind !== 'invalid') throw error;
        return refused(c, visit, { settings: await reviewSettings(visit.ctx), days }, error);
      }
      return c.redirect(href(visit, `${HOME}?done=saved`), 303);
    });
}

async function refused(
  c: HonoContext<SurfaceEnv>,
  visit: Visit,
  typed: { readonly settings: ReviewSettings; readonly days: string },
  error: RequestError,
): Promise<Response> {
  const units = await listUnits(visit.ctx);
  return renderPage(c, <SettingsPage {...{ visit, units, error }} {...typed} />, HTTP_STATUS[error.kind]);
}

function SettingsPage(props: {
  visit: Visit;
  settings: ReviewSettings;
  units: readonly Unit[];
  /** How long a one-time link lives, as typed. */
  days: string;
  error: RequestError | null;
}) {
  const { visit, settings, units, days, error } = props;
  const texts = reviewTexts[visit.language].settings;
  const faults = error?.fields ?? [];
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.back, href: href(visit, '/cabinet/settings') }, { label: texts.title }]}
        />
        <h1>{texts.title}</h1>
        <ErrorSummary faults={faults} language={visit.language} />
        {visit.query.get('done') === 'saved' && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <ReviewForm {...{ visit, settings, units, faults }} />
        <LinksForm {...{ visit, days, faults }} />
      </div>
    </CabinetPage>
  );
}

/** Who reviews, within what term, and whose routine goes out at once. */
function ReviewForm(props: {
  visit: Visit;
  settings: ReviewSettings;
  units: readonly Unit[];
  faults: readonly FieldFault[];
}) {
  const { visit, settings, units, faults } = props;
  const texts = reviewTexts[visit.language].settings;
  return (
    <form class="form" method="post" action={href(visit, HOME)}>
      <Choice
        name="twoPerson"
        value="1"
        label={texts.twoPerson}
        hint={texts.twoPersonHint}
        checked={settings.twoPerson}
      />
      <ChoiceGroup legend={texts.reviewers} name="reviewers">
        {(['unit', 'coordinators'] as const).map((who) => (
          <Choice
            key={who}
            type="radio"
            name="reviewers"
            value={who}
            label={texts[who]}
            checked={settings.reviewers === who}
          />
        ))}
      </ChoiceGroup>
      <Field
        label={texts.termDays}
        name="termDays"
        type="number"
        min={1}
        max={30}
        value={settings.termDays}
        error={faultOf(faults, 'termDays', visit.language)}
      />
      <Choice
        name="routineAtOnce"
        value="1"
        label={texts.routine}
        hint={texts.routineHint}
        checked={settings.routineAtOnce}
      />
      <details open={settings.trustedUnitIds.length > 0}>
        <summary>{texts.trusted}</summary>
        <ChoiceGroup legend={texts.trusted} name="trusted">
          {units.map(({ id, name }) => (
            <Choice key={id} name="trusted" value={id} label={name} checked={settings.trustedUnitIds.includes(id)} />
          ))}
        </ChoiceGroup>
      </details>
      <Button>{texts.save}</Button>
    </form>
  );
}

/** How many days a one-time link to people outside lives. */
function LinksForm({ visit, days, faults }: { visit: Visit; days: string; faults: readonly FieldFault[] }) {
  const texts = reviewTexts[visit.language].settings;
  return (
    <form class="form" method="post" action={href(visit, `${HOME}/links`)}>
      <h2>{texts.links}</h2>
      <Field
        label={texts.linkDays}
        name="linkDays"
        type="number"
        min={1}
        max={60}
        value={days}
        error={faultOf(faults, 'linkDays', visit.language)}
      />
      <Button kind="secondary">{texts.save}</Button>
    </form>
  );
}
