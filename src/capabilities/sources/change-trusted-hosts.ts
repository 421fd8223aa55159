import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { isLocalHost } from '../../platform/http/outside-address.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { selectTrustedHosts, updateTrustedHosts } from './source-store.ts';

const MOST = 50;

/** The same for jobs, which ask nobody's right: they only hold to it. */
export function hostsTrusted(ctx: Context): Promise<readonly string[]> {
  return selectTrustedHosts(ctx.db);
}

/** Names of the city's own network that may be asked. Needs the right `settings.change`. */
export async function trustedHosts(ctx: Context): Promise<readonly string[]> {
  await permit(ctx, 'settings.change', null);
  return selectTrustedHosts(ctx.db);
}

/**
 * Sets them, whole list at once: names or addresses, without port. Needs the right `settings.change`.
 * Throws `invalid` (field `hosts`) with the first that is none.
 */
export async function changeTrustedHosts(ctx: Context, typed: readonly string[]): Promise<readonly string[]> {
  await permit(ctx, 'settings.change', null);
  const hosts = [...new Set(typed.map((host) => host.trim().toLowerCase()).filter((host) => host !== ''))];
  const wrong = hosts.find((host) => !isLocalHost(host));
  if (wrong !== undefined || hosts.length > MOST) throw badHost(wrong ?? '');
  return transaction(ctx, async (tx) => {
    const before = await selectTrustedHosts(tx.db);
    await updateTrustedHosts(tx.db, hosts);
    await record(tx, {
      deed: 'sources.trusted-hosts-changed',
      subject: { kind: 'community', id: 'sources' },
      before: { hosts: before },
      after: { hosts },
    });
    return hosts;
  });
}

function badHost(host: string): RequestError {
  const text =
    host === ''
      ? { uk: `Дозволити можна не більше ${MOST} серверів.`, en: `No more than ${MOST} servers can be allowed.` }
      : {
          uk: `«${host}» не схоже на ім’я сервера внутрішньої мережі. Пишіть лише ім’я або адресу, по одній у рядку: files.rada.local`,
          en: `“${host}” is no name of a server of the internal network. Give a name or an address only, one a line: files.council.local`,
        };
  return new RequestError('invalid', 'bad-host', text, [{ field: 'hosts', text }]);
}
