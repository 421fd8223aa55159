import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { draftDataset, setUpCommunity } from '../../../tests/support/publish-file.ts';
import { SFTP_USER, type SftpServer, startSftpServer } from '../../../tests/support/sftp-server.ts';
import type { Context } from '../../platform/context.ts';
import { secretsOf } from '../../platform/secrets/secrets.ts';
import { actorOfPerson, createPerson } from '../accounts/index.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { findPublication, publishDataset } from '../publishing/index.ts';
import {
  acceptHostKey,
  changeTrustedHosts,
  fetchFileJob,
  fetchNow,
  isUnderWay,
  openSource,
  type SourceForm,
  setSource,
  sourcesOf,
  trustedHosts,
} from './index.ts';

const FIRST = 'Код;Назва;Сума\nА-1;Вода;10\nА-2;Світло;20\n';
const PATH = '/vyvantazhennia/borg.csv';

let test: TestContext;
let server: SftpServer;
let own: Context;
let dataset: Dataset;
let resourceId: string;
let form: SourceForm;

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-02T08:00:00+02:00' });
  server = await startSftpServer();
  const unitId = await setUpCommunity(test);
  const role = 'responsible';
  const who = { name: 'Ірина Сич', email: 'i@example.org', role, unitId, password: 'вербові сережки цвітуть' } as const;
  own = test.as(actorOfPerson(await createPerson(test.ctx, who)));
  dataset = await draftDataset(test, unitId, 'Борги', { name: 'borg.csv', text: FIRST, identifier: ['Код'] });
  await publishDataset(test.ctx, dataset.id);
  resourceId = dataset.resources[0]?.id ?? '';
  await changeTrustedHosts(test.ctx, ['127.0.0.1']);
  form = {
    kind: 'sftp',
    address: `sftp://127.0.0.1:${server.port}${PATH}`,
    auth: 'password',
    authName: SFTP_USER.name,
    secret: SFTP_USER.password,
    schedule: { every: 'day', hour: 6 },
    moveDate: false,
  };
});
afterAll(async () => {
  await server.close();
  await test.close();
});

async function load(): Promise<[string | undefined, string | undefined]> {
  test.clock.set(new Date(test.clock.now().getTime() + 3_600_000));
  await fetchNow(own, resourceId);
  expect((await openSource(own, dataset.id, resourceId)).loads.some(isUnderWay)).toBe(true);
  await test.runJobs();
  const [last] = (await openSource(own, dataset.id, resourceId)).loads;
  return [last?.state, last?.reason?.code];
}

const versionNow = async () => (await findPublication(test.ctx, dataset.id))?.versionNumber;

it('a file by SFTP becomes the next version; looked at and the same, it is not even opened', async () => {
  await setSource(own, resourceId, form);
  expect(await sourcesOf(own, dataset.id)).toMatchObject([{ hostKey: server.fingerprint(), hasSecret: true }]);
  server.files.set(PATH, { bytes: Buffer.from(FIRST.replace('20', '25')), changed: 1_700_000_000 });
  expect(await load()).toEqual(['published', undefined]);
  expect(await versionNow()).toBe(2);
  const opened = server.opened();
  expect(await load()).toEqual(['unchanged', undefined]);
  expect([server.opened(), await versionNow()]).toEqual([opened, 2]);
});

it('a key instead of a password works as well; a new password is asked where the server changes', async () => {
  await setSource(own, resourceId, { ...form, auth: 'key', secret: server.userKey });
  server.files.set(PATH, { bytes: Buffer.from(FIRST.replace('20', '30')), changed: 1_700_000_100 });
  expect(await load()).toEqual(['published', undefined]);
  await setSource(own, resourceId, { ...form, auth: 'key', secret: '', schedule: { every: 'hours', hours: 2 } });
  const elsewhere = form.address.replace('127.0.0.1', 'files.example.org');
  const moved = setSource(own, resourceId, { ...form, address: elsewhere, auth: 'key', secret: '' });
  await expect(moved).rejects.toMatchObject({ code: 'bad-source', fields: [{ field: 'secret' }] });
});

it('another key of the server stops it until a person accepts the new one', async () => {
  await server.changeKey();
  server.files.set(PATH, { bytes: Buffer.from(FIRST.replace('20', '35')), changed: 1_700_000_200 });
  const tries = server.signIns();
  expect(await load()).toEqual(['failed', 'sftp-host-key']);
  expect(server.signIns()).toBe(tries);
  const { loads } = await openSource(own, dataset.id, resourceId);
  expect(loads[0]?.reason?.text.uk).toContain(server.fingerprint());
  await expect(acceptHostKey(own, resourceId, 'так')).rejects.toMatchObject({ kind: 'not-found' });
  await acceptHostKey(own, resourceId, server.fingerprint());
  expect(await load()).toEqual(['published', undefined]);
  expect(await versionNow()).toBe(4);
});

it('moved to a machine without its key, the secret is asked anew and nothing is sent', async () => {
  test.clock.set(new Date(test.clock.now().getTime() + 3_600_000));
  await fetchNow(own, resourceId);
  const [last] = (await openSource(own, dataset.id, resourceId)).loads;
  const elsewhere = { ...test.ctx, secrets: secretsOf('another key of another machine') };
  const tries = server.signIns();
  await fetchFileJob(1_000_000).handle(elsewhere, { loadId: last?.id ?? '' }, { id: 'x', attempt: 1, last: false });
  const { loads } = await openSource(own, dataset.id, resourceId);
  expect([loads[0]?.state, loads[0]?.reason?.code, server.signIns()]).toEqual(['failed', 'secret-lost', tries]);
});

it('a file over the limit is told so and nothing is kept', async () => {
  test.clock.set(new Date(test.clock.now().getTime() + 3_600_000));
  server.files.set(PATH, { bytes: Buffer.alloc(5_000, 'a'), changed: 1_700_000_900 });
  await fetchNow(own, resourceId);
  const [last] = (await openSource(own, dataset.id, resourceId)).loads;
  await fetchFileJob(1_000).handle(test.ctx, { loadId: last?.id ?? '' }, { id: 'y', attempt: 1, last: false });
  const { loads } = await openSource(own, dataset.id, resourceId);
  expect([loads[0]?.state, loads[0]?.reason?.code]).toEqual(['failed', 'too-large']);
  expect((await loadDataset(test.ctx, dataset.id)).state).toBe('published');
  expect(await trustedHosts(test.ctx)).toEqual(['127.0.0.1']);
});
