import type { z } from 'zod';
import { fetchOutside } from '../../../platform/http/fetch-outside.ts';
import type { ProviderReach } from './provider.ts';
import { providerRefused } from './refusals.ts';

const LIMITS = { bytes: 256 * 1024, milliseconds: 10_000, redirects: 0 };

/**
 * JSON of a sign-in service, in the form it has to have. Throws `provider-refused` with the reason for those who know, `inside-address`,
 * `outside-no-answer`.
 * @param form posted where it is given
 */
export async function askProvider<T extends z.ZodType>(
  address: string,
  schema: T,
  reach: ProviderReach,
  question: { readonly form?: URLSearchParams; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<z.output<T>> {
  if (!URL.canParse(address)) throw providerRefused(`no address: ${address}`);
  const { form, headers } = question;
  const answer = await fetchOutside(address, {
    limits: LIMITS,
    ...reach,
    ...(headers === undefined ? {} : { headers }),
    ...(form === undefined ? {} : { form: form.toString() }),
  });
  if (answer.status !== 200) throw providerRefused(`${new URL(address).pathname} answered ${answer.status}`);
  try {
    return schema.parse(JSON.parse(answer.body.toString('utf8')));
  } catch {
    throw providerRefused(`${new URL(address).pathname} answered in another form`);
  }
}
