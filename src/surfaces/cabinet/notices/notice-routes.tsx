import { Hono } from 'hono';
import {
  changeNoticePreferences,
  listNotices,
  markAllRead,
  NOTICE_KINDS,
  noticePreferences,
  openNotice,
} from '../../../capabilities/notices/index.ts';
import { href, renderPage, type SurfaceEnv } from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { NoticesPage } from './notices-page.tsx';
import { PreferencesPage } from './preferences-page.tsx';

const PAGE_SIZE = 30;

/** `/cabinet/notices` and what a person may change about them. */
export function noticePages(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/notices', async (c) => {
      const visit = signedIn(c.get('visit'));
      const unread = visit.query.get('show') === 'unread';
      const found = await listNotices(visit.ctx, { after: visit.query.get('after'), size: PAGE_SIZE, unread });
      c.header('cache-control', 'no-store');
      return renderPage(c, <NoticesPage visit={visit} found={found} unread={unread} />);
    })
    .get('/cabinet/notices/settings', async (c) => {
      const visit = signedIn(c.get('visit'));
      const preferences = await noticePreferences(visit.ctx);
      c.header('cache-control', 'no-store');
      return renderPage(c, <PreferencesPage visit={visit} preferences={preferences} />);
    })
    .post('/cabinet/notices/settings', async (c) => {
      const visit = signedIn(c.get('visit'));
      const values = await formOf(c);
      const wanted = new Set(values.all('kind'));
      await changeNoticePreferences(visit.ctx, {
        language: values.text('language') === 'en' ? 'en' : 'uk',
        byMail: values.has('byMail'),
        muted: Object.keys(NOTICE_KINDS).filter((kind) => !wanted.has(kind)),
      });
      return c.redirect(href(visit, '/cabinet/notices/settings?done=saved'), 303);
    })
    .post('/cabinet/notices/read', async (c) => {
      const visit = signedIn(c.get('visit'));
      await markAllRead(visit.ctx);
      return c.redirect(href(visit, '/cabinet/notices?done=read'), 303);
    })
    .get('/cabinet/notices/:id', async (c) => {
      const visit = signedIn(c.get('visit'));
      const { link } = await openNotice(visit.ctx, c.req.param('id'));
      c.header('cache-control', 'no-store');
      return c.redirect(href(visit, link), 303);
    });
}
