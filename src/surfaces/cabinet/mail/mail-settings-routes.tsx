import { Hono } from 'hono';
import {
  changeMailSettings,
  type MailSettings,
  type MailTest,
  mailState,
  removeMailSettings,
  testMail,
} from '../../../capabilities/notices/index.ts';
import { HTTP_STATUS, type RequestError } from '../../../kernel/errors.ts';
import { renderPage, type SurfaceEnv } from '../../components/index.ts';
import { attempt, goTo, type PageContext, type Posted, readForm } from '../accounts/posted-form.ts';
import { signedIn } from '../walk/signed-in.ts';
import { MailSettingsPage } from './mail-settings-page.tsx';

/** `/cabinet/settings/mail`. */
export function mailSettingsRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/settings/mail', (c) => show(c, {}))
    .post('/cabinet/settings/mail', async (c) => {
      const visit = signedIn(c.get('visit'));
      const values = await readForm(c);
      const saved = await attempt(changeMailSettings(visit.ctx, settingsOf(values)));
      return saved.done ? goTo(c, '/cabinet/settings/mail?done=saved') : show(c, { values, error: saved.error });
    })
    .post('/cabinet/settings/mail/test', async (c) => {
      const visit = signedIn(c.get('visit'));
      const tested = await attempt(testMail(visit.ctx, visit.language));
      return show(c, tested.done ? { test: tested.value } : { error: tested.error });
    })
    .post('/cabinet/settings/mail/remove', async (c) => {
      const visit = signedIn(c.get('visit'));
      await removeMailSettings(visit.ctx);
      return goTo(c, '/cabinet/settings/mail?done=removed');
    });
}

function settingsOf(values: Posted): MailSettings {
  const {
    host = '',
    port,
    security,
    userName = '',
    password = '',
    senderName = '',
    senderAddress = '',
    keepDays,
  } = values;
  return {
    host: host.trim(),
    port: Number(port || Number.NaN),
    security: security === 'tls' || security === 'none' ? security : 'starttls',
    userName: userName.trim(),
    password,
    senderName: senderName.trim(),
    senderAddress: senderAddress.trim(),
    keepDays: Number(keepDays || Number.NaN),
  };
}

async function show(
  c: PageContext,
  shown: { readonly values?: Posted; readonly error?: RequestError; readonly test?: MailTest },
): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const { values = {}, error = null, test = null } = shown;
  const state = await mailState(visit.ctx);
  c.header('cache-control', 'no-store');
  const page = <MailSettingsPage visit={visit} state={state} form={{ values, error }} test={test} />;
  return renderPage(c, page, error === null ? 200 : HTTP_STATUS[error.kind]);
}
