import { Hono, type Context as HonoContext } from 'hono';
import { removeDraft } from '../../../capabilities/drafts/index.ts';
import {
  confirmUnchanged,
  reopenDataset,
  suspendDataset,
  withdrawDataset,
} from '../../../capabilities/publishing/index.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { deskTexts } from '../../../locales/desk.ts';
import { href, type SurfaceEnv } from '../../components/index.ts';
import { type FormValues, formOf } from '../walk/form-values.ts';
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

async function close(c: HonoContext<SurfaceEnv>, deed: 'suspend' | 'withdraw'): Promise<Response> {
  const visit = signedIn(c.get('visit'));
  const id = c.req.param('id') ?? '';
  const form = await formOf(c);
  const typed = { reason: form.text('reason'), order: form.text('order'), reviewOn: form.text('reviewOn') };
  const faults = faultsOf(form, deed);
  if (faults.length > 0) return showDataset(c, visit, id, { deed, typed, faults });
  if (deed === 'suspend') await suspendDataset(visit.ctx, id, typed);
  else await withdrawDataset(visit.ctx, id, { reason: typed.reason, order: typed.order });
  return c.redirect(href(visit, `/cabinet/datasets/${id}`), 303);
}

function faultsOf(form: FormValues, deed: 'suspend' | 'withdraw'): FieldFault[] {
  const words = (key: 'missing' | 'wrongDay' | 'withdrawNotConfirmed'): Text => ({
    uk: deskTexts.uk.dataset[key],
    en: deskTexts.en.dataset[key],
  });
  const faults: FieldFault[] = ['reason', 'order']
    .filter((field) => form.text(field) === '')
    .map((field) => ({ field, text: words('missing') }));
  if (deed === 'suspend' && !isDay(form.text('reviewOn'))) faults.push({ field: 'reviewOn', text: words('wrongDay') });
  if (deed === 'withdraw' && !form.has('understood'))
    faults.push({ field: 'understood', text: words('withdrawNotConfirmed') });
  return faults;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
