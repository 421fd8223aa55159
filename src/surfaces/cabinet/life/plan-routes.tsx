import { Hono } from 'hono';
import { isWithinReach, listUnits, reachOf, type Unit } from '../../../capabilities/accounts/index.ts';
import { planDataset, THEMES } from '../../../capabilities/catalog/index.ts';
import { HTTP_STATUS, isRequestError, type RequestError } from '../../../kernel/errors.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { lifeTexts } from '../../../locales/life.ts';
import {
  Button,
  CabinetPage,
  ErrorSummary,
  Field,
  faultOf,
  href,
  renderPage,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';

interface PlanData {
  readonly units: readonly Unit[];
  readonly typed: Readonly<Record<string, string>>;
  readonly error: RequestError | null;
}

/** A dataset promised before there is a file. */
export function planPages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/plan', async (c) => {
      const visit = signedIn(c.get('visit'));
      const data = { units: await publishedFor(visit), typed: {}, error: null };
      return renderPage(c, <PlanPage visit={visit} data={data} />);
    })
    .post('/cabinet/plan', async (c) => {
      const visit = signedIn(c.get('visit'));
      const form = await formOf(c);
      const typed = {
        unitId: form.text('unitId'),
        title: form.text('title'),
        description: form.text('description'),
        theme: form.text('theme'),
        dueOn: form.text('dueOn'),
      };
      try {
        const { theme, ...plan } = typed;
        const dataset = await planDataset(visit.ctx, { ...plan, themes: theme ? [theme] : [] });
        return c.redirect(href(visit, `/cabinet/datasets/${dataset.id}/life?saved=1`), 303);
      } catch (error) {
        if (!isRequestError(error) || error.kind !== 'invalid') throw error;
        const data = { units: await publishedFor(visit), typed, error };
        return renderPage(c, <PlanPage visit={visit} data={data} />, HTTP_STATUS[error.kind]);
      }
    });
}

/** Units the person may promise for. */
async function publishedFor(visit: Visit): Promise<Unit[]> {
  const reach = await reachOf(visit.ctx, 'dataset.publish');
  return (await listUnits(visit.ctx)).filter(({ id }) => isWithinReach(reach, { id: null, unitId: id }));
}

function PlanPage({ visit, data }: { visit: Visit; data: PlanData }) {
  const texts = lifeTexts[visit.language].plan;
  const faults = data.error?.fields ?? [];
  const field = (name: string) => ({
    name,
    value: data.typed[name] ?? '',
    error: faultOf(faults, name, visit.language),
  });
  const themes = Object.entries(THEMES).map(([value, name]) => ({ value, label: inLanguage(name, visit.language) }));
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <ErrorSummary faults={faults} language={visit.language} />
        <form class="form" method="post" action={href(visit, '/cabinet/plan')}>
          <Field
            label={texts.unit}
            {...field('unitId')}
            options={data.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field label={texts.name} {...field('title')} maxLength={254} required />
          <Field label={texts.description} {...field('description')} multiline rows={4} maxLength={4000} required />
          <Field label={texts.theme} {...field('theme')} options={[{ value: '', label: texts.noTheme }, ...themes]} />
          <Field label={texts.dueOn} hint={texts.dueHint} {...field('dueOn')} type="date" required />
          <Button>{texts.button}</Button>
        </form>
      </div>
    </CabinetPage>
  );
}
