import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { planRegister, registerTemplate } from '../../../capabilities/drafts/index.ts';
import { writeWorkbook } from '../../../tabular/writers/index.ts';
import { href, type SurfaceEnv } from '../../components/index.ts';
import { formOf } from './form-values.ts';
import { signedIn } from './signed-in.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Instead of documents, a register of them: the dataset by one button, and the file to fill in. */
export function registerRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .get('/cabinet/new/register.xlsx', (c) => {
      signedIn(c.get('visit'));
      const body = Readable.toWeb(Readable.from(writeWorkbook(registerTemplate()))) as ReadableStream<Uint8Array>;
      const name = `attachment; filename="reestr-dokumentiv.xlsx"`;
      return c.body(body, 200, { 'content-type': XLSX, 'content-disposition': name });
    })
    .post('/cabinet/new/register', async (c) => {
      const visit = signedIn(c.get('visit'));
      const dataset = await planRegister(visit.ctx, (await formOf(c)).text('unitId'));
      return c.redirect(href(visit, `/cabinet/new?dataset=${dataset.id}&register=1`), 303);
    });
}
