import { type FieldFault, refuseFaults } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { faultOfUrl } from '../../../platform/http/outside-address.ts';
import { record } from '../../history/index.ts';
import { permit } from '../rights/permit.ts';
import type { Provider, ProviderKind } from './provider.ts';
import { deleteProvider, selectProvider, selectProviders, upsertProvider } from './provider-store.ts';
import { noSuchProvider } from './refusals.ts';

/** What an administrator types of a service. */
export interface ProviderForm {
  readonly kind: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Empty: the one kept before stays. */
  readonly clientSecret: string;
  readonly active: boolean;
}

/** Services people may sign in by now; for the sign-in page, asks no permission. */
export async function openProviders(ctx: Context): Promise<Provider[]> {
  return (await selectProviders(ctx.db)).filter(({ active }) => active);
}

/** All services, for those who change settings. The secret is never given back. */
export async function listProviders(ctx: Context): Promise<Provider[]> {
  await permit(ctx, 'settings.change', null);
  return await selectProviders(ctx.db);
}

/** Under this place a secret is sealed. */
export const secretPlace = (id: string): string => `accounts-provider:${id}`;

/** Adds a service (`id` null) or changes one. Throws `invalid` with the faulty fields, `no-such-provider`. */
export async function saveProvider(ctx: Context, id: string | null, form: ProviderForm): Promise<Provider> {
  return await transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    const before = id === null || !isId(id) ? null : await selectProvider(inner.db, id);
    if (id !== null && before === null) throw noSuchProvider();
    const tidied = tidy(form);
    refuseFaults(faultsOf(tidied, before !== null));
    const own = before?.id ?? newId(inner.clock.now().getTime());
    const { clientSecret, ...facts } = tidied;
    const moved = before !== null && before.issuer !== facts.issuer;
    // the old secret goes to no new address
    if (moved && clientSecret === '') refuseFaults([{ field: 'clientSecret', text: SECRET_AGAIN }]);
    const sealedSecret =
      clientSecret === '' && before !== null ? before.sealedSecret : inner.secrets.seal(clientSecret, secretPlace(own));
    const after = { id: own, ...facts };
    await upsertProvider(inner.db, { ...after, sealedSecret }, inner.clock.now());
    await record(inner, {
      deed: before === null ? 'provider.added' : 'provider.changed',
      subject: { kind: 'settings', id: own, name: after.name },
      before: before === null ? undefined : shown(before),
      after: { ...shown(after), ...(clientSecret === '' ? {} : { secretChanged: true }) },
    });
    return after;
  });
}

const shown = ({ kind, name, issuer, clientId, active }: Omit<Provider, 'id'>) => ({
  kind,
  name,
  issuer,
  clientId,
  active,
});

function tidy(form: ProviderForm): Omit<Provider, 'id'> & { clientSecret: string } {
  const kind: ProviderKind = form.kind === 'id-gov-ua' ? 'id-gov-ua' : 'oidc';
  return {
    kind,
    name: form.name.trim().replace(/\s+/g, ' '),
    issuer: form.issuer.trim().replace(/\/+$/, ''),
    clientId: form.clientId.trim(),
    clientSecret: form.clientSecret.trim(),
    active: form.active,
  };
}

function faultsOf(facts: ReturnType<typeof tidy>, isKnown: boolean): FieldFault[] {
  const faults: FieldFault[] = [];
  if (facts.name === '' || facts.name.length > 60) faults.push({ field: 'name', text: NAME });
  if (!isAddress(facts.issuer)) faults.push({ field: 'issuer', text: ISSUER });
  if (facts.clientId === '') faults.push({ field: 'clientId', text: CLIENT });
  if (facts.clientSecret === '' && !isKnown) faults.push({ field: 'clientSecret', text: SECRET });
  return faults;
}

/** By https; an address inside the network may be http, and is asked only where the machine's settings name it. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' ? faultOfUrl(url) !== 'credentials' : faultOfUrl(url) === 'inside';
}

const NAME = {
  uk: 'Вкажіть назву для кнопки входу, до 60 знаків.',
  en: 'Give the name for the sign-in button, up to 60 characters.',
};
const ISSUER = {
  uk: 'Адреса служби входу починається з https:// і не має «?», наприклад https://login.oblast.gov.ua.',
  en: 'The address of the sign-in service begins with https:// and has no “?”, for example https://login.region.gov.ua.',
};
const CLIENT = {
  uk: 'Вкажіть ідентифікатор клієнта, який дала служба входу.',
  en: 'Give the client identifier that the sign-in service issued.',
};
const SECRET = {
  uk: 'Вкажіть секрет, який дала служба входу.',
  en: 'Give the secret that the sign-in service issued.',
};
const SECRET_AGAIN = {
  uk: 'Адресу змінено, тож вкажіть секрет знову: старий не піде на нову адресу.',
  en: 'The address has changed, so give the secret again: the old one goes to no new address.',
};

/** Removes a service; those who signed in only by it will need an invitation or a password. */
export async function removeProvider(ctx: Context, id: string): Promise<void> {
  await transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    const before = isId(id) ? await selectProvider(inner.db, id) : null;
    if (before === null) throw noSuchProvider();
    await deleteProvider(inner.db, id);
    const subject = { kind: 'settings', id, name: before.name };
    await record(inner, { deed: 'provider.removed', subject, before: shown(before) });
  });
}
