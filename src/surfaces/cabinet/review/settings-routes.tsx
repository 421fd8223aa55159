import { Hono } from 'hono';
import { listUnits, permit, type Unit } from '../../../capabilities/accounts/index.ts';
import { changeReviewSettings, type ReviewSettings, reviewSettings } from '../../../capabilities/review/index.ts';
import { HTTP_STATUS, isRequestError, type RequestError } from '../../../kernel/errors.ts';
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
      const [settings, units] = await Promise.all([reviewSettings(visit.ctx), listUnits(visit.ctx)]);
      return renderPage(c, <SettingsPage visit={visit} settings={settings} units={units} error={null} />);
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
        const units = await listUnits(visit.ctx);
        const page = <SettingsPage visit={visit} settings={settings} units={units} error={error} />;
        return renderPage(c, page, HTTP_STATUS[error.kind]);
      }
      return c.redirect(href(visit, `${HOME}?done=saved`), 303);
    });
}

function SettingsPage(props: {
  visit: Visit;
  settings: ReviewSettings;
  units: readonly Unit[];
  error: RequestError | null;
}) {
  const { visit, settings, units, error } = props;
  const texts = reviewTexts[visit.language].settings;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.back, href: href(visit, '/cabinet/settings') }, { label: texts.title }]}
        />
        <h1>{texts.title}</h1>
        <ErrorSummary faults={error?.fields ?? []} language={visit.language} />
        {visit.query.get('done') === 'saved' && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
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
            error={faultOf(error?.fields ?? [], 'termDays', visit.language)}
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
                <Choice
                  key={id}
                  name="trusted"
                  value={id}
                  label={name}
                  checked={settings.trustedUnitIds.includes(id)}
                />
              ))}
            </ChoiceGroup>
          </details>
          <Button>{texts.save}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
