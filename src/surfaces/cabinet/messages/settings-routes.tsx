import { Hono, type Context as HonoContext } from 'hono';
import { permit } from '../../../capabilities/accounts/index.ts';
import {
  type CommunitySettings,
  changeCommunitySettings,
  communitySettings,
} from '../../../capabilities/community/index.ts';
import { type FieldFault, isRequestError } from '../../../kernel/errors.ts';
import { staffMessagesTexts } from '../../../locales/staff-messages.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
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

const FIELDS = ['address', 'email', 'phone', 'form', 'answerDays', 'proposalDays', 'keepDays'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

/** `/cabinet/settings/messages`: the community's promises, and its official channel for requests under the Law. */
export function messageSettingsRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/settings/messages', async (c) => {
      const visit = signedIn(c.get('visit'));
      await permit(visit.ctx, 'settings.change', null);
      return show(c, typedOf(await communitySettings(visit.ctx)), []);
    })
    .post('/cabinet/settings/messages', async (c) => {
      const visit = signedIn(c.get('visit'));
      const values = await formOf(c);
      const typed = Object.fromEntries(FIELDS.map((name) => [name, values.text(name)])) as Typed;
      try {
        await changeCommunitySettings(visit.ctx, settingsOf(typed));
      } catch (error) {
        if (!isRequestError(error) || error.fields.length === 0) throw error;
        return show(c, typed, error.fields);
      }
      return c.redirect(href(visit, '/cabinet/settings/messages?done=saved'), 303);
    });
}

function typedOf({ channel, answerDays, proposalDays, keepDays }: CommunitySettings): Typed {
  return {
    ...channel,
    answerDays: String(answerDays),
    proposalDays: String(proposalDays),
    keepDays: String(keepDays),
  };
}

function settingsOf({ address, email, phone, form, ...days }: Typed): CommunitySettings {
  return {
    channel: { address, email, phone, form },
    answerDays: Number(days.answerDays || Number.NaN),
    proposalDays: Number(days.proposalDays || Number.NaN),
    keepDays: Number(days.keepDays || Number.NaN),
  };
}

function show(c: HonoContext<SurfaceEnv>, typed: Typed, faults: readonly FieldFault[]): Response {
  const page = <SettingsPage visit={c.get('visit')} typed={typed} faults={faults} />;
  return renderPage(c, page, faults.length === 0 ? 200 : 400);
}

function SettingsPage({ visit, typed, faults }: { visit: Visit; typed: Typed; faults: readonly FieldFault[] }) {
  const texts = staffMessagesTexts[visit.language].settings;
  const field = (name: keyof Typed) => ({ name, value: typed[name], error: faultOf(faults, name, visit.language) });
  const days = { inputMode: 'numeric', maxLength: 3, required: true } as const;
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[{ label: texts.back, href: href(visit, '/cabinet/settings') }, { label: texts.title }]}
        />
        <div class="stack">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {visit.query.get('done') === 'saved' && faults.length === 0 && (
          <Notice kind="good" title={texts.saved} language={visit.language} live />
        )}
        <ErrorSummary faults={faults} language={visit.language} />
        <form class="form" method="post" action={href(visit, '/cabinet/settings/messages')} novalidate>
          <h2>{texts.channel}</h2>
          <p class="soft">{texts.channelLead}</p>
          <Field label={texts.email} {...field('email')} type="email" autocomplete="off" maxLength={254} />
          <Field label={texts.form} {...field('form')} type="url" autocomplete="off" maxLength={500} />
          <Field label={texts.address} {...field('address')} autocomplete="off" maxLength={500} />
          <Field label={texts.phone} {...field('phone')} autocomplete="off" maxLength={200} />
          <h2>{texts.terms}</h2>
          <p class="soft">{texts.termsLead}</p>
          <Field label={texts.answerDays} {...field('answerDays')} {...days} />
          <Field label={texts.proposalDays} {...field('proposalDays')} {...days} />
          <Field label={texts.keepDays} {...field('keepDays')} {...days} />
          <Button>{texts.save}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
