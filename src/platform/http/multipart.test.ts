import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMultipart } from './multipart.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-form-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A request whose body comes in pieces of that many bytes. */
async function inPieces(form: FormData, size: number): Promise<Request> {
  const whole = new Request('http://localhost/', { method: 'POST', body: form });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
  return new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

function form(content: string): FormData {
  const made = new FormData();
  made.set('kind', 'table');
  made.set('empty', '');
  made.set('unitId', 'привіт\r\nдва');
  made.set('file', new File([content], 'звіт "річний".csv'));
  made.set('after', 'x');
  return made;
}

test.each([1, 2, 3, 7, 64, 100_000])('a form in pieces of %d bytes', async (size) => {
  const content = `a,b\r\n--not-a-boundary\r\n\r\n${'1,2\r\n'.repeat(200)}`;
  const path = join(folder, `file-${size}`);
  const { fields, file } = await readMultipart(await inPieces(form(content), size), path, 10_000);
  expect(Object.fromEntries(fields)).toEqual({ kind: 'table', empty: '', unitId: 'привіт\r\nдва', after: 'x' });
  expect(file).toEqual({ name: 'звіт "річний".csv', size: Buffer.byteLength(content) });
  expect(await readFile(path, 'utf8')).toBe(content);
});

test('no file chosen, over the limit, broken off', async () => {
  const path = join(folder, 'none');
  const none = new FormData();
  none.set('file', new File([], ''));
  expect((await readMultipart(await inPieces(none, 10), path, 100)).file).toBeNull();
  await expect(readMultipart(await inPieces(form('x'.repeat(500)), 50), path, 100)).rejects.toMatchObject({
    kind: 'too-large',
  });
  expect(await stat(path).catch(() => null)).toBeNull();
  const whole = await inPieces(form('x'.repeat(500)), 100_000);
  const cut = (await whole.arrayBuffer()).slice(0, 400);
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
  const broken = new Request('http://localhost/', { method: 'POST', body: cut, headers });
  await expect(readMultipart(broken, path, 1000)).rejects.toMatchObject({ code: 'broken-form' });
  expect(await stat(path).catch(() => null)).toBeNull();
});

test('a disk that refuses, and a form of endless parts', async () => {
  const nowhere = join(folder, 'no-such-folder', 'file');
  await expect(readMultipart(await inPieces(form('x'), 100), nowhere, 1000)).rejects.toThrow('ENOENT');
  const endless = new FormData();
  for (let at = 0; at < 200; at += 1) endless.set(`field-${at}`, 'x');
  const path = join(folder, 'endless');
  await expect(readMultipart(await inPieces(endless, 1000), path, 1000)).rejects.toMatchObject({ code: 'broken-form' });
});
