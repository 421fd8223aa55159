import { expect, it } from 'vitest';
import { makeTestContext } from '../../../tests/support/make-context.ts';
import { newId } from '../../kernel/ids.ts';
import { insertDownloadWish, insertTable, upsertDownload } from './table-store.ts';

it('a download is ordered once, and again when it was given up', async () => {
  const test = await makeTestContext();
  try {
    const { db } = test.ctx;
    const id = newId();
    const now = new Date();
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    await insertTable(db, { id, resourceId: newId(), manifest: { parts: [], columns: [], rows: 0 } }, now);
    expect(await insertDownloadWish(db, id, 'csv', now)).toBe(true);
    expect(await insertDownloadWish(db, id, 'csv', later(5))).toBe(false);
    expect(await insertDownloadWish(db, id, 'csv', later(61))).toBe(true);
    expect(await insertDownloadWish(db, id, 'csv', later(62))).toBe(false);
    await upsertDownload(db, id, 'csv', {
      key: `public/${id}/${'0'.repeat(64)}`,
      size: 1,
      sha256: '0',
      builtAt: later(63),
    });
    expect(await insertDownloadWish(db, id, 'csv', later(600))).toBe(false);
  } finally {
    await test.close();
  }
});
