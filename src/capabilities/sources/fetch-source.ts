import { isRequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { OutsideReach } from '../../platform/http/ask-outside.ts';
import { NoAnswer } from '../../platform/http/ask-outside.ts';
import { downloadOutside } from '../../platform/http/download-outside.ts';
import { downloadBySftp, SftpError } from '../../platform/sftp/sftp.ts';
import { fileNameOf, sftpPlaceOf, sheetExportAddress } from './address-rules.ts';
import type { Source, Trouble } from './source.ts';
import { trouble, troubleOfError, troubleOfStatus } from './troubles.ts';

/** How long another server may take, ms: for all, and of silence. */
const WHOLE = 30 * 60_000;
const SILENCE = 60_000;
const HANDSHAKE = 20_000;
const REDIRECTS = 5;

/** What came of asking a source. */
export type Fetched =
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly size: number;
      readonly sha256: string;
      readonly mark: Mark;
    }
  | { readonly kind: 'unchanged' }
  /** `again`: it may be otherwise in a while. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly again: boolean };

/** By what the other server tells whether the file is the same. */
export interface Mark {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FetchOptions extends OutsideReach {
  readonly limit: number;
  /** Take the file even where it is the same. */
  readonly anyway: boolean;
}

/** A trouble that time may mend. */
function passes(error: unknown): boolean {
  if (error instanceof NoAnswer) return ['too-slow', 'no-connection', 'cut-short', 'name-unknown'].includes(error.why);
  return error instanceof SftpError && error.why === 'no-file'; // tonight's export may be late
}

/** Asks the source for its file and writes it to `path` where it is another than the last. Refusals become words; what the disk says is thrown. */
export async function fetchSource(ctx: Context, source: Source, path: string, options: FetchOptions): Promise<Fetched> {
  const secret = source.sealedSecret === null ? '' : ctx.secrets.open(source.sealedSecret, secretPlace(source));
  if (secret === null) return { kind: 'trouble', trouble: trouble('secret-lost'), again: false };
  try {
    return source.kind === 'sftp'
      ? await bySftp(source, secret, path, options)
      : await byWeb(source, secret, path, options);
  } catch (error) {
    if (!isRequestError(error)) throw error;
    return { kind: 'trouble', trouble: troubleOfError(error), again: passes(error) };
  }
}

/** Where the secret of a source is kept: it opens nowhere else. */
export function secretPlace({ resourceId }: Pick<Source, 'resourceId'>): string {
  return `sources:${resourceId}`;
}

function headersOf(source: Source, secret: string, anyway: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  if (source.auth === 'basic') {
    headers.authorization = `Basic ${Buffer.from(`${source.authName}:${secret}`).toString('base64')}`;
  }
  if (source.auth === 'header') headers[source.authName.toLowerCase()] = secret;
  if (anyway || source.sha256 === null) return headers;
  if (source.etag) headers['if-none-match'] = source.etag;
  if (source.lastModified) headers['if-modified-since'] = source.lastModified;
  return headers;
}

async function byWeb(source: Source, secret: string, path: string, options: FetchOptions): Promise<Fetched> {
  const address = source.kind === 'sheet' ? (sheetExportAddress(source.address) ?? source.address) : source.address;
  const answer = await downloadOutside(address, path, {
    ...options,
    headers: headersOf(source, secret, options.anyway),
    limits: { bytes: options.limit, milliseconds: WHOLE, idle: SILENCE, redirects: REDIRECTS },
  });
  if (answer.status === 304) return { kind: 'unchanged' };
  if (answer.file === null) {
    const again = answer.status === 429 || answer.status >= 500 || answer.status === 408 || answer.status === 404;
    return { kind: 'trouble', trouble: troubleOfStatus(answer.status), again };
  }
  const name = fileNameOf({ given: answer.fileName, address, contentType: answer.contentType });
  if (/html/i.test(answer.contentType) && !/\.html?$/i.test(name)) {
    return { kind: 'trouble', trouble: trouble('page-instead'), again: false };
  }
  const { etag, lastModified } = answer;
  return fileOrSame(source, options, { name, ...answer.file, mark: { etag, lastModified } });
}

async function bySftp(source: Source, secret: string, path: string, options: FetchOptions): Promise<Fetched> {
  const place = sftpPlaceOf(source.address);
  if (!place) return { kind: 'trouble', trouble: troubleOfError(new NoAnswer('address')), again: false };
  const login = source.auth === 'key' ? { privateKey: secret } : { password: secret };
  const markOf = (found: { size: number; changed: number }) => `${found.size}:${found.changed}`;
  const answer = await downloadBySftp(
    { ...place, login: { user: source.authName, ...login }, fingerprint: source.hostKey ?? '' },
    path,
    {
      ...options,
      limits: { bytes: options.limit, milliseconds: WHOLE, handshake: HANDSHAKE },
      unchanged: (found) => !options.anyway && source.sha256 !== null && source.etag === markOf(found),
    },
  );
  if (answer.file === null) return { kind: 'unchanged' };
  const name = fileNameOf({ given: place.path.split('/').at(-1) ?? null, address: '', contentType: '' });
  return fileOrSame(source, options, { name, ...answer.file, mark: { etag: markOf(answer), lastModified: null } });
}

function fileOrSame(
  source: Source,
  { anyway }: FetchOptions,
  file: { name: string; size: number; sha256: string; mark: Mark },
): Fetched {
  return !anyway && file.sha256 === source.sha256 ? { kind: 'unchanged' } : { kind: 'file', ...file };
}
