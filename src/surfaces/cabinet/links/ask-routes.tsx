import { Hono, type Context as HonoContext } from 'hono';
import { permit } from '../../../capabilities/accounts/index.ts';
import { type Dataset, loadDataset } from '../../../capabilities/catalog/index.ts';
import { linkDays, type MadeLink } from '../../../capabilities/links/index.ts';
import { askByLink, type Decision, decisionsOf } from '../../../capabilities/privacy/index.ts';
import { HTTP_STATUS, isRequestError, type RequestError } from '../../../kernel/errors.ts';
import { linksTexts } from '../../../locales/links.ts';
import { privacyTexts } from '../../../locales/privacy.ts';
import {
  Breadcrumbs,
  Button,
  CabinetPage,
  Empty,
  ErrorSummary,
  href,
  LinkButton,
  renderPage,
  type SurfaceEnv,
  type Visit,
} from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { DecisionFacts } from './decision-part.tsx';
import { Made, PersonFields, personOf } from './made-link.tsx';

const PATH = '/cabinet/datasets/:id/privacy/decisions/:decision/ask';

interface AskView {
  readonly dataset: Dataset;
  /** Null where it was changed or taken back meanwhile. */
  readonly decision: Decision | null;
  readonly days: number;
  readonly made: MadeLink | null;
  readonly error: RequestError | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** Sending a decision on personal data to a lawyer or the person for access to public information, who have no account. */
export function askPages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, (c) => showAsk(c, { made: null, error: null, typed: {} }))
    .post(PATH, async (c) => {
      const visit = signedIn(c.get('visit'));
      const form = await formOf(c);
      const { person, days } = personOf(form.text);
      try {
        const asked = { ...person, ...(days === undefined ? {} : { days }) };
        const made = await askByLink(visit.ctx, c.req.param('decision'), asked, visit.origin);
        return await showAsk(c, { made, error: null, typed: {} });
      } catch (error) {
        if (!isRequestError(error) || error.kind !== 'invalid') throw error;
        const typed = Object.fromEntries(['name', 'post', 'email', 'days'].map((name) => [name, form.text(name)]));
        return showAsk(c, { made: null, error, typed });
      }
    });
}

async function showAsk(
  c: HonoContext<SurfaceEnv, typeof PATH>,
  shown: Pick<AskView, 'made' | 'error' | 'typed'>,
): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const dataset = await loadDataset(visit.ctx, c.req.param('id'));
  await permit(visit.ctx, 'privacy.protect', dataset);
  const decisions = await decisionsOf(visit.ctx, dataset.id);
  const decision = decisions.find(({ id, way }) => id === c.req.param('decision') && way !== 'remove') ?? null;
  const view = { dataset, decision, days: await linkDays(visit.ctx), ...shown };
  c.header('cache-control', 'no-store');
  return renderPage(c, <AskPage visit={visit} view={view} />, shown.error ? HTTP_STATUS[shown.error.kind] : 200);
}

function AskPage({ visit, view }: { visit: Visit; view: AskView }) {
  const texts = linksTexts[visit.language].ask;
  const { dataset, decision, made, error } = view;
  const back = href(visit, `/cabinet/datasets/${dataset.id}/privacy`);
  return (
    <CabinetPage visit={visit} title={texts.title}>
      <div class="stack-l">
        <Breadcrumbs
          language={visit.language}
          items={[
            { label: dataset.passport.title, href: href(visit, `/cabinet/datasets/${dataset.id}`) },
            { label: privacyTexts[visit.language].title, href: back },
            { label: texts.title },
          ]}
        />
        <ErrorSummary faults={error?.fields ?? []} language={visit.language} />
        <h1>{texts.title}</h1>
        {decision === null ? (
          <Empty title={texts.gone}>
            <LinkButton href={back}>{texts.back}</LinkButton>
          </Empty>
        ) : (
          <>
            <p class="lead">{texts.lead}</p>
            <DecisionFacts visit={visit} decision={decision} />
            {made ? (
              <>
                <Made visit={visit} made={made} />
                <p>
                  <LinkButton href={back}>{texts.back}</LinkButton>
                </p>
              </>
            ) : (
              <form
                class="form"
                method="post"
                action={href(visit, `/cabinet/datasets/${dataset.id}/privacy/decisions/${decision.id}/ask`)}
              >
                <PersonFields visit={visit} typed={view.typed} days={view.days} error={error} />
                <Button>{texts.button}</Button>
              </form>
            )}
          </>
        )}
      </div>
    </CabinetPage>
  );
}
