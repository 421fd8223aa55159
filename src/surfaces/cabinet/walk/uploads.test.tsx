import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CabinetForTests,
  openCabinet,
  page,
  readingOf,
  type Site,
  type SiteOptions,
  sendFile,
} from '../../../../tests/support/cabinet-site.ts';
import type { TestContext } from '../../../../tests/support/make-context.ts';
import { realData } from '../../../../tests/support/real-data.ts';
import { latestReading, loadReading } from '../../../capabilities/ingest/index.ts';

let cabinet: CabinetForTests;
let context: TestContext;
let unitId: string;
const site = (options?: SiteOptions) => cabinet.site(options);
const give = (app: Site, name: string, bytes: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) =>
  sendFile(app, name, bytes, { unitId, ...more });

beforeAll(async () => {
  cabinet = await openCabinet();
  ({ context, unitId } = cabinet);
});
afterAll(() => cabinet.close());

describe('uploads by tus', () => {
  test('begin, break off, go on, finish; a stranger may not', async () => {
    const app = site();
    const bytes = Buffer.from('id,name\n'.concat(...Array.from({ length: 5000 }, (_, at) => `${at},рядок ${at}\n`)));
    const started = await app.request('/cabinet/new/start', {
      method: 'POST',
      body: JSON.stringify({ fileName: 'big.csv', size: bytes.length, unitId }),
      headers: { 'content-type': 'application/json' },
    });
    const { readingId } = (await started.json()) as { readingId: string };
    const tus = { 'tus-resumable': '1.0.0' };
    const metadata = `readingId ${Buffer.from(readingId).toString('base64')}`;
    const created = await app.request('/cabinet/uploads', {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
    });
    expect(created.status, await created.text()).toBe(201);
    expect(created.headers.get('location')).toBe(`/cabinet/uploads/${readingId}`);
    const patch = (from: number, part: Uint8Array<ArrayBuffer>) =>
      app.request(`/cabinet/uploads/${readingId}`, {
        method: 'PATCH',
        body: part,
        headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
      });
    expect((await patch(0, new Uint8Array(bytes.subarray(0, 30_000)))).status).toBe(204);
    const head = await app.request(`/cabinet/uploads/${readingId}`, { method: 'HEAD', headers: tus });
    expect(head.headers.get('upload-offset')).toBe('30000');
    expect(
      (await site({ person: null }).request(`/cabinet/uploads/${readingId}`, { method: 'HEAD', headers: tus })).status,
    ).toBe(404);
    expect((await patch(30_000, new Uint8Array(bytes.subarray(30_000)))).status).toBe(204);
    await context.runJobs();
    const reading = await loadReading(context.ctx, readingId);
    expect(reading.inspection?.rows).toBe(5000);
    expect(
      (await app.request(`/cabinet/uploads/${readingId}`, { method: 'HEAD', headers: tus })).headers.get(
        'upload-offset',
      ),
    ).toBe(String(bytes.length));
  });

  test('kind and size are refused before a byte travels', async () => {
    const app = site({ limit: 1000 });
    const ask = (fileName: string, size: number) =>
      app.request('/cabinet/new/start', {
        method: 'POST',
        body: JSON.stringify({ fileName, size, unitId }),
        headers: { 'content-type': 'application/json' },
      });
    expect((await ask('a.csv', 2000)).status).toBe(413);
    const pdf = await ask('a.pdf', 10);
    expect(pdf.status).toBe(400);
    expect(await pdf.json()).toMatchObject({ error: { code: 'file-kind' } });
  });
});

describe.skipIf(!realData)('real files (of shared/data, absent here: skipped)', () => {
  test.each(['menr_pa', 'trees', 'geonames', 'transparency'])(
    '%s goes from the form to the repairs',
    async (folder) => {
      const place = join(realData ?? '', 'real', folder);
      const names = await readdir(place, { recursive: true });
      const name = names.filter((one) => /\.(csv|xlsx)$/i.test(one)).sort((a, b) => a.length - b.length)[0] ?? '';
      const app = site();
      const started = performance.now();
      const id = readingOf(await give(app, name, new Uint8Array(await readFile(join(place, name)))));
      await context.runJobs();
      const reading = await loadReading(context.ctx, id);
      expect(['checked', 'ready']).toContain(reading.state);
      expect(performance.now() - started).toBeLessThan(30_000);
      expect(await page(app, `/cabinet/readings/${id}/repairs`)).toContain('Виправлення');
      expect((await latestReading(context.ctx, reading.resourceId))?.id).toBe(id);
    },
  );
});
