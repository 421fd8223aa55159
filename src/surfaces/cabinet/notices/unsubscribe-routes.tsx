import { Hono } from 'hono';
import { checkUnsubscribeKey, switchLetters } from '../../../capabilities/notices/index.ts';
import { noticesTexts } from '../../../locales/notices.ts';
import { Button, href, Notice, Page, renderPage, type SurfaceEnv, type Visit } from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';

const PATH = '/mail/unsubscribe';

/**
 * `/mail/unsubscribe?key=…`, from a letter. Opening it changes nothing (programs that look at links open them too); the button does, and so
 * does the one POST of mail programs (RFC 8058).
 */
export function unsubscribeRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get(PATH, async (c) => {
      const visit = c.get('visit');
      const key = visit.query.get('key') ?? '';
      const { byMail } = await checkUnsubscribeKey(visit.ctx, key);
      c.header('cache-control', 'no-store');
      c.header('referrer-policy', 'no-referrer'); // the key stands in the address
      return renderPage(c, <UnsubscribePage visit={visit} letterKey={key} byMail={byMail} />);
    })
    .post(PATH, async (c) => {
      const visit = c.get('visit');
      const key = visit.query.get('key') ?? '';
      const values = await formOf(c);
      await switchLetters(visit.ctx, key, values.has('again'));
      if (!values.has('page')) return c.text('ok'); // a mail program, whose forms come in either kind and follow no redirect
      const done = values.has('again') ? 'started' : 'stopped';
      return c.redirect(href(visit, `${PATH}?key=${encodeURIComponent(key)}&done=${done}`), 303);
    });
}

function UnsubscribePage({ visit, letterKey, byMail }: { visit: Visit; letterKey: string; byMail: boolean }) {
  const texts = noticesTexts[visit.language].unsubscribe;
  const action = href(visit, `${PATH}?key=${encodeURIComponent(letterKey)}`);
  return (
    <Page visit={visit} title={texts.title} search={false} head={<meta name="robots" content="noindex" />}>
      <div class="stack-l message-page">
        <h1>{texts.title}</h1>
        {!byMail && (
          <Notice kind="good" title={texts.stopped} language={visit.language} live>
            <p>{texts.stoppedHint}</p>
          </Notice>
        )}
        {byMail && visit.query.get('done') === 'started' && (
          <Notice kind="good" title={texts.started} language={visit.language} live />
        )}
        {byMail && <p class="lead">{texts.lead}</p>}
        <form method="post" action={action}>
          <input type="hidden" name="page" value="on" />
          {byMail ? (
            <Button>{texts.stop}</Button>
          ) : (
            <Button kind="secondary" name="again" value="on">
              {texts.again}
            </Button>
          )}
        </form>
        <p>
          {texts.fewer} <a href={href(visit, '/cabinet/notices/settings')}>{texts.toCabinet}</a>
        </p>
      </div>
    </Page>
  );
}
