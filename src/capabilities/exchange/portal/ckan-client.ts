import type { Context } from '../../../platform/context.ts';
import { askAction, type Reach } from './ask-portal.ts';
import type { Wanted } from './portal-question.ts';
import {
  type RemoteDataset,
  type RemoteOrganization,
  remoteDatasetOf,
  remoteOrganizationOf,
} from './remote-dataset.ts';
import { PortalTrouble, trouble } from './trouble.ts';

/** Datasets asked for at once. */
export const PAGE = 100;
/** CKAN gives no more organizations with their fields at once. */
const ORGANIZATIONS = 25;
/** Pages of organizations looked through for a code; portals with more are asked by address. */
const MOST_PAGES = 60;
const MOST_CANDIDATES = 20;

/** A portal that may be asked. */
export interface Portal {
  /** Its address, without a slash at the end. */
  readonly address: string;
  readonly reach: Reach;
}

const ask = (ctx: Context, { address, reach }: Portal, action: string, parameters: Record<string, string> = {}) =>
  askAction(ctx, address, action, parameters, reach);

/** Throws PortalTrouble where the address is no portal of CKAN. */
export async function greetPortal(ctx: Context, portal: Portal): Promise<void> {
  const status = await ask(ctx, portal, 'status_show');
  if (typeof status !== 'object' || status === null) throw new PortalTrouble(trouble('not-ckan'));
}

/** Organizations a question may mean, few; by a code first where it is said in a dataset, then by the list. Throws PortalTrouble. */
export async function findOrganizations(ctx: Context, portal: Portal, wanted: Wanted): Promise<RemoteOrganization[]> {
  if (wanted.kind === 'organization') return withKey(ctx, portal, wanted.key);
  if (wanted.kind === 'edrpou') {
    const byDatasets = await organizationsOfSearch(ctx, portal, `"${wanted.code}"`);
    const confirmed = await confirmedBy(ctx, portal, byDatasets, wanted.code);
    return confirmed.length > 0 ? confirmed : listed(ctx, portal, ({ codes }) => codes.includes(wanted.code));
  }
  if (wanted.kind !== 'name') return [];
  const near = nameTest(wanted.words);
  const bySearch = (await organizationsOfSearch(ctx, portal, wanted.words)).filter(({ title }) => near(title));
  return bySearch.length > 0 ? bySearch : listed(ctx, portal, ({ title }) => near(title));
}

async function withKey(ctx: Context, portal: Portal, key: string): Promise<RemoteOrganization[]> {
  const shown = await ask(ctx, portal, 'organization_show', {
    id: key,
    include_datasets: 'false',
    include_users: 'false',
  });
  const organization = remoteOrganizationOf(shown);
  return organization ? [plain(organization)] : [];
}

const plain = ({ id, name, title, datasets }: RemoteOrganization): RemoteOrganization => ({
  id,
  name,
  title,
  datasets,
});

/** Whose datasets answer to these words. */
async function organizationsOfSearch(ctx: Context, portal: Portal, words: string): Promise<RemoteOrganization[]> {
  const found = await searchPage(ctx, portal, { q: words, rows: String(PAGE), start: '0' });
  const all = found.datasets.flatMap(({ organization }) => organization ?? []);
  return [...new Map(all.map((one) => [one.id, one])).values()].slice(0, MOST_CANDIDATES);
}

/** Those whose own page says the code; where none says any, the one that all found datasets are of. */
async function confirmedBy(
  ctx: Context,
  portal: Portal,
  candidates: readonly RemoteOrganization[],
  code: string,
): Promise<RemoteOrganization[]> {
  const sure: RemoteOrganization[] = [];
  for (const { id } of candidates.slice(0, 5)) {
    const shown = await ask(ctx, portal, 'organization_show', {
      id,
      include_datasets: 'false',
      include_users: 'false',
    });
    const told = remoteOrganizationOf(shown);
    if (told?.codes.includes(code)) sure.push(plain(told));
  }
  return sure.length > 0 ? sure : [...candidates];
}

async function listed(
  ctx: Context,
  portal: Portal,
  fits: (organization: RemoteOrganization & { readonly codes: readonly string[] }) => boolean,
): Promise<RemoteOrganization[]> {
  const found: RemoteOrganization[] = [];
  for (let page = 0; page < MOST_PAGES && found.length < MOST_CANDIDATES; page += 1) {
    const offset = String(page * ORGANIZATIONS);
    const parameters = { all_fields: 'true', include_extras: 'true', limit: String(ORGANIZATIONS), offset };
    const answer = await ask(ctx, portal, 'organization_list', parameters);
    const all = Array.isArray(answer) ? answer : [];
    const read = all.flatMap((one) => remoteOrganizationOf(one) ?? []);
    found.push(...read.filter(fits).map(plain));
    if (all.length < ORGANIZATIONS) break;
  }
  return found.slice(0, MOST_CANDIDATES);
}

/** Every word of the question begins a word of the title. */
function nameTest(words: string): (title: string) => boolean {
  const wordsOf = (text: string) => text.toLocaleLowerCase('uk').match(/[\p{L}\p{N}]+/gu) ?? [];
  const asked = wordsOf(words).map((word) => word.slice(0, Math.max(4, word.length - 2)));
  return (title) => {
    const there = wordsOf(title);
    return asked.length > 0 && asked.every((word) => there.some((one) => one.startsWith(word)));
  };
}

/** A page of the list of datasets. */
export interface ListPage {
  readonly datasets: readonly RemoteDataset[];
  /** Of the whole list, as the portal says. */
  readonly count: number;
  /** How many the portal gave on this page, unreadable ones included. */
  readonly given: number;
}

async function searchPage(ctx: Context, portal: Portal, parameters: Record<string, string>): Promise<ListPage> {
  const answer = await ask(ctx, portal, 'package_search', parameters);
  if (typeof answer !== 'object' || answer === null || !('results' in answer) || !Array.isArray(answer.results)) {
    throw new PortalTrouble(trouble('broken-answer'));
  }
  const { results } = answer;
  const count = 'count' in answer && typeof answer.count === 'number' ? answer.count : results.length;
  return { datasets: results.flatMap((one) => remoteDatasetOf(one) ?? []), count, given: results.length };
}

/** A page of the datasets of an organization, or of the whole portal, in an order that stays the same. @param from 0 for the first. */
export function listDatasets(
  ctx: Context,
  portal: Portal,
  organization: RemoteOrganization | null,
  from: number,
): Promise<ListPage> {
  const filter: Record<string, string> = organization ? { fq: `owner_org:"${organization.id}"` } : {};
  return searchPage(ctx, portal, { q: '*:*', ...filter, sort: 'id asc', rows: String(PAGE), start: String(from) });
}

/** One dataset by its id or name; null where the portal has none to show. Throws PortalTrouble. */
export async function showDataset(ctx: Context, portal: Portal, key: string): Promise<RemoteDataset | null> {
  return remoteDatasetOf(await ask(ctx, portal, 'package_show', { id: key }));
}
