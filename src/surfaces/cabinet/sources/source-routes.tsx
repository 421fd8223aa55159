import { Hono } from 'hono';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import {
  acceptHostKey,
  fetchNow,
  openSource,
  removeSource,
  type SourceAuth,
  type SourceForm,
  type SourceKind,
  setSource,
  sourcesOf,
  switchSource,
} from '../../../capabilities/sources/index.ts';
import { sourcesTexts } from '../../../locales/sources.ts';
import { CabinetPage, Empty, href, Notice, type SurfaceEnv, type Visit } from '../../components/index.ts';
import {
  attempt,
  EMPTY_FORM,
  type FormState,
  goTo,
  type PageContext,
  type Posted,
  readForm,
  show,
  signedInOnly,
  smallForms,
} from '../accounts/posted-form.ts';
import { DatasetTrail } from '../desk/dataset-trail.tsx';
import { scheduleInWords, scheduleOf } from './schedule-choices.ts';
import { SourcePageView } from './source-page.tsx';
import { trustedHostsRoutes } from './trusted-hosts-routes.tsx';

const LIST = '/cabinet/datasets/:id/source';
const PAGE = `${LIST}/:resourceId`;

/** From where and when the files of a dataset are fetched; which hosts of the city's network may be asked. */
export function sourceRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(LIST, signedInOnly, (c) => showList(c, c.req.param('id')));
  routes.get(PAGE, signedInOnly, (c) => showSource(c, EMPTY_FORM));
  routes.post(PAGE, signedInOnly, smallForms, async (c) => {
    const values = await readForm(c);
    const saved = await attempt(setSource(c.get('visit').ctx, c.req.param('resourceId'), formOf(values)));
    return saved.done ? back(c, 'saved') : await showSource(c, { values, error: saved.error });
  });
  routes.post(`${PAGE}/now`, signedInOnly, smallForms, async (c) => {
    await fetchNow(c.get('visit').ctx, c.req.param('resourceId'));
    return back(c, 'asked');
  });
  for (const on of [true, false]) {
    routes.post(`${PAGE}/${on ? 'on' : 'off'}`, signedInOnly, smallForms, async (c) => {
      await switchSource(c.get('visit').ctx, c.req.param('resourceId'), on);
      return back(c, on ? 'switchedOn' : 'switchedOff');
    });
  }
  routes.post(`${PAGE}/host-key`, signedInOnly, smallForms, async (c) => {
    const { fingerprint = '' } = await readForm(c);
    await acceptHostKey(c.get('visit').ctx, c.req.param('resourceId'), fingerprint);
    return back(c, 'keyAccepted');
  });
  routes.post(`${PAGE}/remove`, signedInOnly, smallForms, async (c) => {
    await removeSource(c.get('visit').ctx, c.req.param('resourceId'));
    return goTo(c, `/cabinet/datasets/${c.req.param('id')}/source?done=removed`);
  });
  routes.route('/', trustedHostsRoutes());
  return routes;
}

function back(c: PageContext, done: string): Response {
  return goTo(c, `/cabinet/datasets/${c.req.param('id')}/source/${c.req.param('resourceId')}?done=${done}`);
}

/** What was typed as the use case takes it; it refuses what does not fit. */
function formOf(values: Posted): SourceForm {
  const { kind = '', address = '', auth = '', authName = '', secret = '', sshKey = '', every = '', hour = '' } = values;
  const login: SourceAuth = kind === 'sftp' ? 'password' : 'basic';
  return {
    kind: kind as SourceKind,
    address,
    auth: auth === 'login' ? login : (auth as SourceAuth),
    authName,
    secret: auth === 'key' ? sshKey : secret,
    schedule: scheduleOf(every, hour),
    moveDate: values.moveDate === 'on',
  };
}

async function showSource(c: PageContext, form: FormState): Promise<Response> {
  const visit = c.get('visit');
  const page = await openSource(visit.ctx, c.req.param('id') ?? '', c.req.param('resourceId') ?? '');
  return show(c, <SourcePageView visit={visit} page={page} form={form} />, form.error);
}

async function showList(c: PageContext, id: string): Promise<Response> {
  const visit = c.get('visit');
  const dataset = await loadDataset(visit.ctx, id);
  const files = dataset.resources.filter(({ kind }) => kind !== 'link');
  const [only] = files;
  const removed = visit.query.get('done') === 'removed';
  if (only && files.length === 1 && !removed) return goTo(c, `/cabinet/datasets/${id}/source/${only.id}`);
  const sources = new Map((await sourcesOf(visit.ctx, id)).map((source) => [source.resourceId, source]));
  const lines = files.map((file) => {
    const source = sources.get(file.id);
    return { ...file, words: source ? scheduleInWords(source.schedule, visit.language) : null };
  });
  return show(c, <ListPage visit={visit} id={id} title={dataset.passport.title} lines={lines} removed={removed} />);
}

function ListPage(props: {
  visit: Visit;
  id: string;
  title: string;
  lines: readonly { id: string; title: string; words: string | null }[];
  removed: boolean;
}) {
  const { visit, id, title, lines, removed } = props;
  const texts = sourcesTexts[visit.language];
  return (
    <CabinetPage visit={visit} title={`${texts.heading}: ${title}`}>
      <div class="stack-l">
        <DatasetTrail visit={visit} id={id} title={title} here={texts.title} />
        <div class="stack">
          <h1>{texts.heading}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        {removed && <Notice kind="good" title={texts.removed} language={visit.language} live />}
        {lines.length === 0 ? (
          <Empty title={texts.noFiles} />
        ) : (
          <div class="stack">
            <p>{texts.chooseFile}</p>
            <ul>
              {lines.map((line) => (
                <li key={line.id}>
                  <a href={href(visit, `/cabinet/datasets/${id}/source/${line.id}`)}>{line.title}</a>{' '}
                  <span class="soft">{line.words ?? texts.notSet}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </CabinetPage>
  );
}
