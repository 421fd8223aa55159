import { Hono, type Context as HonoContext } from 'hono';
import { removeDraft } from '../../../capabilities/drafts/index.ts';
import {
  confirmUnchanged,
  reopenDataset,
  suspendDataset,
  withdrawDataset,
} from '../../../capabilities/publishing/index.ts';
import { type FieldFault, isRequestError } from '../../../kernel/errors.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { href, type SurfaceEnv } from '../../components/index.ts';
import { formOf } from '../walk/form-values.ts';
import { signedIn } from '../walk/signed-in.ts';
import { showDataset } from './show-dataset.tsx';

/** «Дані не змінились», suspend, reopen, withdraw, delete a draft. */
export function closeRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .post('/cabinet/datasets/:id/unchanged', async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      await confirmUnchanged(visit.ctx, id);
      return c.redirect(href(visit, `/cabinet/datasets/${id}?confirmed=1`), 303);
    })
    .post('/cabinet/datasets/:id/reopen', async (c) => {
      const visit = signedIn(c.get('visit'));
      const id = c.req.param('id');
      await reopenDataset(visit.ctx, id);
      return c.redirect(href(visit, `/cabinet/datasets/${id}`), 303);
    })
    .post('/cabinet/datasets/:id/remove', async (c) => {
      const visit = signedIn(c.get('visit'));
      await removeDraft(visit.ctx, c.req.param('id'));
      return c.redirect(href(visit, '/cabinet'), 303);
    })
    .post('/cabinet/datasets/:id/suspend', (c) => close(c, 'suspend'))
    .post('/cabinet/datasets/:id/withdraw', (c) => close(c, 'withdraw'));
}

const NOT_UNDERSTOOD: FieldFault = {
  field: 'understood',
  text: { uk: deskTexts.uk.dataset.withdrawNotConfirmed, en: deskTexts.en.dataset.withdrawNotConfirmed },
};

async function close(c: HonoContext<SurfaceEnv>, deed: 'suspend' | 'withdraw'): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const id = c.req.param('id') ?? '';
  const form = await formOf(c);
  const typed = { reason: form.text('reason'), order: form.text('order'), reviewOn: form.text('reviewOn') };
  if (deed === 'withdraw' && !form.has('understood')) {
    return showDataset(c, visit, id, { deed, typed, faults: [NOT_UNDERSTOOD] });
  }
  try {
    if (deed === 'suspend') await suspendDataset(visit.ctx, id, typed);
    else await withdrawDataset(visit.ctx, id, { reason: typed.reason, order: typed.order });
  } catch (error) {
    if (!isRequestError(error) || error.fields.length === 0) throw error;
    return showDataset(c, visit, id, { deed, typed, faults: error.fields });
  }
  return c.redirect(href(visit, `/cabinet/datasets/${id}`), 303);
}
