import { z } from 'zod';

/** A text, whatever another portal puts in its place: numbers and booleans too. */
const text = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value)))
  .catch('');
const amount = z.coerce.number().int().nonnegative().nullish().catch(null);

/** A list of which only the members that can be read are kept; anything else is an empty one. */
function listOf<T extends z.ZodType>(member: T) {
  return z
    .array(z.unknown())
    .nullish()
    .catch([])
    .transform((all) =>
      (all ?? []).flatMap((one): z.output<T>[] => {
        const parsed = member.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

const Organization = z.object({
  id: text,
  name: text,
  title: text,
  extras: listOf(z.object({ key: text, value: text })),
});

const Resource = z.object({
  id: z.string().min(1),
  name: text,
  description: text,
  format: text,
  url: text,
  url_type: text,
  state: text,
  size: amount,
  created: text,
  last_modified: text,
  hash: text,
  file_hash_sum: text,
});

const Package = z.looseObject({
  id: z.string().min(1).max(200),
  name: text,
  title: text,
  notes: text,
  state: text,
  private: z.boolean().nullish().catch(null),
  maintainer: text,
  maintainer_email: text,
  author: text,
  author_email: text,
  license_id: text,
  metadata_created: text,
  metadata_modified: text,
  organization: Organization.nullish().catch(null),
  groups: listOf(z.object({ name: text, title: text })),
  tags: listOf(z.object({ name: text, display_name: text })),
  extras: listOf(z.object({ key: text, value: text })),
  resources: listOf(Resource),
  num_resources: amount,
  // flat on the national portal, in extras elsewhere
  purpose_of_collecting_information: text,
  update_frequency: text,
  language: text,
  tag_string: text,
});

/** An organization of a portal. */
export interface RemoteOrganization {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** How many datasets it has, where that was told. */
  readonly datasets: number | null;
}

/** A file of a dataset as its portal tells of it. */
export interface RemoteFile {
  readonly id: string;
  readonly title: string;
  readonly format: string;
  readonly url: string;
  readonly size: number | null;
  /** ISO 8601 instants; empty where not told. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly hash: string;
  /** It was uploaded there; false: an address of elsewhere. */
  readonly uploaded: boolean;
}

/** A dataset as its portal tells of it: what of it is of use here, and in one form whatever the portal's version. */
export interface RemoteDataset {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly purpose: string;
  readonly frequency: string;
  readonly language: string;
  readonly keywords: readonly string[];
  readonly groups: readonly { readonly name: string; readonly title: string }[];
  readonly responsibleName: string;
  readonly responsibleEmail: string;
  readonly author: string;
  readonly organization: RemoteOrganization | null;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly files: readonly RemoteFile[];
  /** It says it has more files than it shows. */
  readonly cut: boolean;
}

/** An instant of CKAN is in UTC without saying so; '' where it is none. */
export function instantOf(naive: string): string {
  const told = naive.trim();
  if (told === '') return '';
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(told) ? told : `${told.replace(' ', 'T')}Z`;
  const instant = new Date(zoned);
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
}

/** What a portal says of a dataset, or null for what is none: deleted, closed, a harvest source, or unreadable. */
export function remoteDatasetOf(given: unknown): RemoteDataset | null {
  const parsed = Package.safeParse(given);
  if (!parsed.success) return null;
  const told = parsed.data;
  if (told.private === true || (told.state !== '' && told.state !== 'active')) return null;
  const extra = (key: string) => told.extras.find((one) => one.key === key)?.value ?? '';
  const files = told.resources.filter(({ state, url }) => (state === '' || state === 'active') && url !== '');
  const tags = told.tags.map((tag) => tag.display_name || tag.name);
  const { organization } = told;
  return {
    id: told.id,
    name: told.name || told.id,
    title: told.title || told.name || told.id,
    description: told.notes,
    purpose: told.purpose_of_collecting_information || extra('purpose_of_collecting_information'),
    frequency: told.update_frequency || extra('update_frequency') || extra('frequency'),
    language: told.language || extra('language'),
    keywords: tags.length > 0 ? tags : told.tag_string.split(','),
    groups: told.groups,
    responsibleName: told.maintainer,
    responsibleEmail: told.maintainer_email,
    author: told.author,
    organization: organization
      ? { ...organization, title: organization.title || organization.name, datasets: null }
      : null,
    createdAt: instantOf(told.metadata_created),
    changedAt: instantOf(told.metadata_modified),
    files: files.map((file) => ({
      id: file.id,
      title: file.name || file.description,
      format: file.format,
      url: file.url.trim(),
      size: file.size ?? null,
      createdAt: instantOf(file.created),
      changedAt: instantOf(file.last_modified || file.created),
      hash: file.file_hash_sum || file.hash,
      uploaded: file.url_type === 'upload',
    })),
    cut: (told.num_resources ?? 0) > told.resources.length,
  };
}

/** An organization as `organization_list` and `organization_show` tell it, with whatever codes its extras hold. */
export function remoteOrganizationOf(
  given: unknown,
): (RemoteOrganization & { readonly codes: readonly string[] }) | null {
  const parsed = Organization.extend({ package_count: amount, display_name: text }).safeParse(given);
  if (!parsed.success || parsed.data.id === '') return null;
  const { id, name, title, display_name, extras, package_count } = parsed.data;
  const codes = [...extras.map(({ value }) => value), ...flatValues(given)].filter((value) => /^\d{8}$/.test(value));
  return { id, name, title: title || display_name || name, datasets: package_count ?? null, codes };
}

/** Values of its own keys: an extension may put the code of a legal person beside the name. */
function flatValues(given: unknown): string[] {
  return typeof given === 'object' && given !== null
    ? Object.values(given).filter((one) => typeof one === 'string')
    : [];
}
