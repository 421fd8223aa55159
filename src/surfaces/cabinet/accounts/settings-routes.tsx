import { Hono } from 'hono';
import { type CommunityProfile, changeCommunityProfile, permit } from '../../../capabilities/accounts/index.ts';
import { accountsTexts } from '../../../locales/accounts.ts';
import { checksTexts } from '../../../locales/checks.ts';
import { downloadTexts } from '../../../locales/downloads.ts';
import { exposureTexts } from '../../../locales/exposure.ts';
import { mailTexts } from '../../../locales/mail.ts';
import { originalsTexts } from '../../../locales/originals.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { signingInTexts } from '../../../locales/signing-in.ts';
import { sourcesTexts } from '../../../locales/sources.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import {
  Button,
  CabinetPage,
  Field,
  faultOf,
  href,
  Notice,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
import { SETTINGS as SIGN_IN_SETTINGS } from '../signing-in/paths.ts';
import { ColourOffer, chosenColour } from './colour-offer.tsx';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from './posted-form.ts';
import { Refusal } from './refusal.tsx';

/** `/cabinet/settings`: what visitors see of the community. */
export function settingsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get('/cabinet/settings', signedInOnly, (c) => showSettings(c, EMPTY_FORM));
  routes.post('/cabinet/settings', signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const { communityName: name, edrpou, katottg, email, site } = values;
    const colour = chosenColour(values);
    const changed = await attempt(
      changeCommunityProfile(c.get('visit').ctx, { name, edrpou, katottg, colour, email, site }),
    );
    if (!changed.done) return await showSettings(c, { values, error: changed.error });
    return goTo(c, '/cabinet/settings?done=saved');
  });
  return routes;
}

async function showSettings(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  await permit(visit.ctx, 'settings.change');
  if (visit.profile === null) return goTo(c, '/setup');
  return show(c, <SettingsPage visit={visit} profile={visit.profile} form={form} />, form.error);
}

function SettingsPage({ visit, profile, form }: { visit: Visit; profile: CommunityProfile; form: FormState }) {
  const texts = accountsTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.settings.title}>
      <div class="stack-l">
        <div class="stack">
          <h1>{texts.settings.title}</h1>
          <p class="lead">{texts.settings.lead}</p>
        </div>
        {visit.query.get('done') === 'saved' && form.error === null && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <Refusal visit={visit} error={form.error} />
        <form class="form" method="post" action={href(visit, '/cabinet/settings')} novalidate>
          <SettingsFields visit={visit} profile={profile} form={form} />
          <Button>{texts.save}</Button>
        </form>
        <p>
          <a href={href(visit, SIGN_IN_SETTINGS)}>{signingInTexts[visit.language].services.link}</a>
        </p>
        <p>
          <a href={href(visit, '/cabinet/settings/review')}>{reviewTexts[visit.language].settings.link}</a>
        </p>
        <p>
          <a href={href(visit, '/cabinet/settings/downloads')}>{downloadTexts[visit.language].settingsLink}</a>
        </p>
        <p>
          <a href={href(visit, '/cabinet/settings/originals')}>{originalsTexts[visit.language].settingsLink}</a>
        </p>
        <p>
          <a href={href(visit, '/cabinet/settings/exposure')}>{exposureTexts[visit.language].staff.settings}</a>
        </p>
        <p>
          <a href={href(visit, '/cabinet/settings/checks')}>{checksTexts[visit.language].weights.link}</a>
        </p>
        <p>
          <a href={href(visit, '/cabinet/settings/mail')}>{mailTexts[visit.language].link}</a>
        </p>
        <p>
          <a href={href(visit, '/cabinet/settings/sources')}>{sourcesTexts[visit.language].settings.link}</a>
        </p>
        <p>
          <a href={href(visit, '/cabinet/settings/messages')}>{staffMessagesTexts[visit.language].settings.link}</a>
        </p>
      </div>
    </CabinetPage>
  );
}

function SettingsFields({ visit, profile, form }: { visit: Visit; profile: CommunityProfile; form: FormState }) {
  const { setUp, settings } = accountsTexts[visit.language];
  const field = (name: string, saved: string) => ({
    name,
    value: form.values[name] ?? saved,
    error: faultOf(form.error?.fields ?? [], name, visit.language),
  });
  return (
    <>
      <Field
        label={setUp.name}
        {...field('communityName', profile.name)}
        autocomplete="organization"
        required
        maxLength={254}
      />
      <Field
        label={setUp.edrpou}
        hint={setUp.edrpouHint}
        {...field('edrpou', profile.edrpou)}
        inputMode="numeric"
        required
      />
      <Field label={setUp.katottg} hint={setUp.katottgHint} {...field('katottg', profile.katottg)} required />
      <Field label={setUp.colour} hint={setUp.colourHint} {...field('colour', profile.colour)} type="color" />
      <ColourOffer visit={visit} form={form} />
      <Field
        label={settings.email}
        {...field('email', profile.email)}
        type="email"
        autocomplete="off"
        maxLength={254}
      />
      <Field
        label={settings.site}
        hint={settings.siteHint}
        {...field('site', profile.site)}
        type="url"
        autocomplete="off"
        maxLength={500}
      />
    </>
  );
}
