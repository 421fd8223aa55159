import { type Actor, personId } from '../../kernel/actor.ts';
import { isRequestError, RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { sftpFingerprint } from '../../platform/sftp/sftp.ts';
import { permit } from '../accounts/index.ts';
import { type Dataset, findResource, loadDataset, type Resource } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import { settleNotices } from '../notices/index.ts';
import { sftpPlaceOf, withoutQuery } from './address-rules.ts';
import { secretPlace } from './fetch-source.ts';
import { linkHasNoSource, needsPerson, noResource, noSource } from './refusals.ts';
import { nextTime } from './schedule-rules.ts';
import { type SourceView, shownSource } from './show-source.ts';
import type { Source } from './source.ts';
import { keepsSecret, parseSourceForm, type SourceForm } from './source-form.ts';
import { deleteSource, putSource, selectSource, selectTrustedHosts } from './source-store.ts';
import { startLoad } from './start-load.ts';
import { troubleOfError } from './troubles.ts';

/** A person waits for the look at the server's key, ms. */
const LOOK = 10_000;

/** What a deed on a source is about, after asking the right to publish: what it brings is published. */
export async function openForSource(
  ctx: Context,
  resourceId: string,
): Promise<{ readonly dataset: Dataset; readonly resource: Resource }> {
  const resource = await findResource(ctx, resourceId);
  if (!resource) throw noResource();
  const dataset = await loadDataset(ctx, resource.datasetId);
  await permit(ctx, 'dataset.publish', dataset);
  if (resource.kind === 'link') throw linkHasNoSource();
  return { dataset, resource };
}

const subjectOf = ({ id, number, passport }: Dataset) => ({ kind: 'dataset', id, name: passport.title || number });

/**
 * Sets from where and when the file of a resource is fetched; from now on it acts in the name of the person who says so. The key of an SFTP server
 * is looked at once and kept. Needs the right `dataset.publish`.
 * Throws `invalid` (code `bad-source`, fields), `forbidden`, `not-found`.
 */
export async function setSource(ctx: Context, resourceId: string, form: SourceForm): Promise<SourceView> {
  const { dataset } = await openForSource(ctx, resourceId);
  const me = meOf(ctx.actor);
  const trusted = await selectTrustedHosts(ctx.db);
  const seen = await selectSource(ctx, resourceId);
  const parsed = parseSourceForm(form, seen, trusted);
  const hostKey = parsed.kind === 'sftp' ? await hostKeyOf(ctx, parsed, seen, trusted) : null;
  return transaction(ctx, async (tx) => {
    const before = await selectSource(tx, resourceId, true);
    const now = tx.clock.now();
    const sameFile = before?.address === parsed.address && before.kind === parsed.kind;
    const { kind, address, auth, schedule, moveDate } = parsed;
    const sameTimes = JSON.stringify(before?.schedule) === JSON.stringify(schedule) && before?.nextAt;
    const after: Source = {
      ...{ resourceId, datasetId: dataset.id, kind, address, auth, schedule, moveDate, hostKey, setBy: me },
      authName: auth === 'none' ? '' : parsed.authName,
      sealedSecret: sealed(tx, resourceId, parsed, before),
      ...{ state: 'on', trouble: null, failures: 0, checkedAt: before?.checkedAt ?? null },
      nextAt: sameTimes ? before.nextAt : nextTime(schedule, now),
      sha256: sameFile ? before.sha256 : null,
      etag: sameFile ? before.etag : null,
      lastModified: sameFile ? before.lastModified : null,
      createdAt: before?.createdAt ?? now,
      changedAt: now,
    };
    await putSource(tx, after);
    await record(tx, {
      deed: before ? 'source.changed' : 'source.set',
      subject: subjectOf(dataset),
      before: before ? told(before) : undefined,
      after: told(after),
    });
    await settleNotices(tx, dataset.id, ['load.failed', 'load.waits']);
    return shownSource(after);
  });
}

function meOf(actor: Actor): Source['setBy'] {
  const id = personId(actor);
  if (id === null || actor.kind !== 'person') throw needsPerson();
  return { id, name: actor.name };
}

function sealed(ctx: Context, resourceId: string, form: SourceForm, before: Source | null): string | null {
  if (form.auth === 'none') return null;
  if (form.secret === '') return keepsSecret(before, form) ? (before?.sealedSecret ?? null) : null;
  return ctx.secrets.seal(form.secret, secretPlace({ resourceId }));
}

/** What the history says: all but the secret. */
function told({ kind, address, auth, authName, schedule, moveDate, hostKey, state }: Source): object {
  return { kind, address: withoutQuery(address), auth, authName, schedule, moveDate, hostKey, state };
}

async function hostKeyOf(
  ctx: Context,
  form: SourceForm,
  before: Source | null,
  trustedHosts: readonly string[],
): Promise<string | null> {
  const place = sftpPlaceOf(form.address);
  const known = before?.kind === 'sftp' ? sftpPlaceOf(before.address) : null;
  if (!place) return null;
  if (before?.hostKey && known?.host === place.host && known.port === place.port) return before.hostKey;
  try {
    return await sftpFingerprint(place, { trustedHosts, signal: ctx.signal }, LOOK);
  } catch (error) {
    if (!isRequestError(error)) throw error;
    const { text } = troubleOfError(error);
    throw new RequestError('invalid', 'bad-source', text, [{ field: 'address', text }]);
  }
}

/** The person has asked the server's administrator: this is its key now. Needs `dataset.publish`. */
export async function acceptHostKey(ctx: Context, resourceId: string, fingerprint: string): Promise<void> {
  const { dataset } = await openForSource(ctx, resourceId);
  if (!/^SHA256:[A-Za-z0-9+/]{43}$/.test(fingerprint)) throw noSource();
  await transaction(ctx, async (tx) => {
    const before = await selectSource(tx, resourceId, true);
    if (!before) throw noSource();
    const after: Source = { ...before, hostKey: fingerprint, trouble: null, failures: 0, changedAt: tx.clock.now() };
    await putSource(tx, after);
    const values = { before: { hostKey: before.hostKey }, after: { hostKey: fingerprint } };
    await record(tx, { deed: 'source.host-key-accepted', subject: subjectOf(dataset), ...values });
  });
}

/** Stops the schedule for a time, or lets it go on. Needs `dataset.publish`. Who lets it go on is who it acts for. */
export async function switchSource(ctx: Context, resourceId: string, on: boolean): Promise<void> {
  const { dataset } = await openForSource(ctx, resourceId);
  await transaction(ctx, async (tx) => {
    const before = await selectSource(tx, resourceId, true);
    if (!before) throw noSource();
    if ((before.state === 'on') === on) return;
    const now = tx.clock.now();
    const changed = on
      ? {
          state: 'on' as const,
          nextAt: nextTime(before.schedule, now),
          setBy: meOf(tx.actor),
          trouble: null,
          failures: 0,
        }
      : { state: 'off' as const, nextAt: null };
    await putSource(tx, { ...before, ...changed, changedAt: now });
    await record(tx, { deed: on ? 'source.switched-on' : 'source.switched-off', subject: subjectOf(dataset) });
  });
}

/** Forgets the source and its secret; what it brought stays. Needs `dataset.publish`. */
export async function removeSource(ctx: Context, resourceId: string): Promise<void> {
  const { dataset } = await openForSource(ctx, resourceId);
  await transaction(ctx, async (tx) => {
    const before = await selectSource(tx, resourceId, true);
    if (!before) return;
    await deleteSource(tx, resourceId);
    await record(tx, { deed: 'source.removed', subject: subjectOf(dataset), before: told(before) });
    await settleNotices(tx, dataset.id, ['load.failed', 'load.waits']);
  });
}

/** Fetches now, whatever the schedule says; where it is being fetched, that is it. Needs `dataset.publish`. */
export async function fetchNow(ctx: Context, resourceId: string): Promise<void> {
  await openForSource(ctx, resourceId);
  await transaction(ctx, async (tx) => {
    const source = await selectSource(tx, resourceId, true);
    if (!source) throw noSource();
    await startLoad(tx, source, 'hand');
  });
}
