import { Hono } from 'hono';
import { changeFormatProfile, formatProfile, permit } from '../../../capabilities/accounts/index.ts';
import { changeDownloadSettings, DownloadSettings, downloadSettings } from '../../../capabilities/tables/index.ts';
import { FORMAT_PROFILES, type FormatProfile, PROFILES } from '../../../kernel/format-policy.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { downloadTexts } from '../../../locales/downloads.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Choice,
  ChoiceGroup,
  href,
  Notice,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
import { goTo, readForm, show, signedInOnly, smallForms } from '../accounts/posted-form.ts';

const HOME = '/cabinet/settings/downloads';

/** `/cabinet/settings/downloads`: decimal sign of plain CSV, and whether Parquet is given. */
export function downloadSettingsRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(HOME, signedInOnly, async (c) => {
    const visit = c.get('visit');
    await permit(visit.ctx, 'settings.change');
    return show(
      c,
      <SettingsPage
        visit={visit}
        settings={await downloadSettings(visit.ctx)}
        profile={await formatProfile(visit.ctx)}
      />,
    );
  });
  routes.post(HOME, signedInOnly, smallForms, async (c) => {
    const { decimalSign, parquet, formats } = await readForm(c);
    const { ctx } = c.get('visit');
    // what cannot be chosen on the page stays as it was
    const sign = DownloadSettings.shape.decimalSign.safeParse(decimalSign);
    const kept = sign.success ? sign.data : (await downloadSettings(ctx)).decimalSign;
    await changeDownloadSettings(ctx, { decimalSign: kept, parquet: parquet === 'on' });
    const profile = FORMAT_PROFILES.find((name) => name === formats);
    if (profile) await changeFormatProfile(ctx, profile);
    return goTo(c, `${HOME}?done=saved`);
  });
  return routes;
}

interface SettingsProps {
  readonly visit: Visit;
  readonly settings: DownloadSettings;
  readonly profile: FormatProfile;
}

function SettingsPage({ visit, settings, profile }: SettingsProps) {
  const texts = downloadTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={texts.settingsTitle}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: texts.settingsBack, href: href(visit, '/cabinet/settings') },
            { label: texts.settingsTitle },
          ]}
        />
        <div class="stack">
          <h1>{texts.settingsTitle}</h1>
          <p class="lead">{texts.settingsLead}</p>
        </div>
        {visit.query.get('done') === 'saved' && (
          <Notice kind="good" title={texts.settingsSaved} language={visit.language} live />
        )}
        <form class="form" method="post" action={href(visit, HOME)}>
          <ProfileChoice visit={visit} profile={profile} />
          <ChoiceGroup legend={texts.decimalSign} hint={texts.decimalSignHint} name="decimalSign">
            {(['dot', 'comma'] as const).map((sign) => (
              <Choice
                key={sign}
                type="radio"
                name="decimalSign"
                value={sign}
                label={texts[sign]}
                checked={settings.decimalSign === sign}
              />
            ))}
          </ChoiceGroup>
          <Choice name="parquet" value="on" label={texts.parquet} hint={texts.parquetHint} checked={settings.parquet} />
          <Button>{texts.save}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}

/** Which formats are published: two ready profiles, each with its source and what it lets in. */
function ProfileChoice({ visit, profile }: Pick<SettingsProps, 'visit' | 'profile'>) {
  const texts = downloadTexts[visit.language];
  return (
    <ChoiceGroup legend={texts.profile} hint={texts.profileHint} name="formats">
      {Object.values(PROFILES).map((one) => (
        <Choice
          key={one.name}
          type="radio"
          name="formats"
          value={one.name}
          label={inLanguage(one.title, visit.language)}
          hint={texts.profileLine(
            inLanguage(one.source, visit.language),
            listed(one.main),
            listed(one.beside),
            listed([...new Set([...one.documents, ...one.archives, ...one.maps])]),
          )}
          checked={one.name === profile.name}
        />
      ))}
    </ChoiceGroup>
  );
}

const listed = (endings: readonly string[]) => endings.map((ending) => ending.toUpperCase()).join(', ');
