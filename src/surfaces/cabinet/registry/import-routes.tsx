import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { permit } from '../../../capabilities/accounts/index.ts';
import { receiveRegistry } from '../../../capabilities/registry/index.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { registryTexts } from '../../../locales/registry.ts';
import { limitBody } from '../../../platform/http/limit-body.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { attempt, goTo, type PageContext, show, signedInOnly } from '../accounts/posted-form.ts';
import { ImportPage } from './import-page.tsx';
import { STAFF_PATH } from './registry-query.ts';

const PATH = `${STAFF_PATH}/import`;
/** Bytes: some ten thousand entries. */
const LIMIT = 20 * 1024 * 1024;

/** A registry the city has already: given as a file, looked at as a difference where tables of passports are. */
export function importRoutes(): Hono<SurfaceEnv> {
  const routes = new Hono<SurfaceEnv>();
  routes.get(PATH, signedInOnly, async (c) => {
    await permit(c.get('visit').ctx, 'dataset.edit');
    return show(c, <ImportPage visit={c.get('visit')} error={null} />);
  });
  routes.post(PATH, signedInOnly, async (c) => {
    const given = await attempt(receive(c));
    if (!given.done) return show(c, <ImportPage visit={c.get('visit')} error={given.error} />, given.error);
    return goTo(c, `/cabinet/passport-sheets/${given.value}`);
  });
  return routes;
}

/** Keeps the file only while it is read; gives the id of the difference. */
async function receive(c: PageContext): Promise<string> {
  const { ctx } = c.get('visit');
  await permit(ctx, 'dataset.edit');
  c.req.raw = await limitBody(c.req.raw, LIMIT, tooLarge);
  const { file } = await c.req.parseBody();
  if (!(file instanceof File) || file.size === 0) {
    const text = { uk: registryTexts.uk.bringIn.noFile, en: registryTexts.en.bringIn.noFile };
    throw new RequestError('invalid', 'sheet-missing', text, [{ field: 'file', text }]);
  }
  const folder = await ctx.objects.workFolder();
  try {
    const path = join(folder, 'given');
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    return (await receiveRegistry(ctx, path, file.name)).id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tooLarge(): RequestError {
  return new RequestError('too-large', 'sheet-too-large', {
    uk: 'Файл реєстру завеликий: приймаємо до 20 МБ. Поділіть його на частини.',
    en: 'The file of the registry is too large: up to 20 MB are taken. Part it.',
  });
}
