import type { CommunityProfile, Person } from '../../capabilities/accounts/index.ts';
import type { MaterialLine } from '../../capabilities/people/index.ts';
import type { Language } from '../../kernel/text.ts';
import type { Context } from '../../platform/context.ts';

/** One request of a person, as every page sees it. Made once by app/web.ts. */
export interface Visit {
  /** Bound to the person (`ctx.actor`) and to the request's end (`ctx.signal`). */
  readonly ctx: Context;
  readonly person: Person | null;
  readonly language: Language;
  /** Null only before the set-up page was filled in. */
  readonly profile: CommunityProfile | null;
  /** Without the language prefix, e.g. `/datasets`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Of the request, in capitals. */
  readonly method?: string;
  /** Scheme and host people reach us by, no slash at the end. */
  readonly origin: string;
  readonly requestId: string;
  /** When the person has to have the second step of signing in; null where they have it or it is not asked of them. */
  readonly factorDueAt?: Date | null;
  /** Network address of the client: the proxy's word for it where a proxy is trusted. */
  readonly address?: string;
  /** In the cabinet: how many notices the person has not read, at most 100. */
  readonly unread?: number;
  /** Guidance in use, on pages that show what of it their step needs. */
  readonly guidance?: readonly MaterialLine[];
}

/** Hono's typed variables for every surface: `c.get('visit')`. */
export interface SurfaceEnv {
  Variables: {
    visit: Visit;
    /** Set by a route that shows or gives a dataset's data: the site counts it, without who it was. */
    use?: { readonly datasetId: string; readonly kind: 'view' | 'download' | 'request' };
  };
}

/** Address of a page in the visit's language: Ukrainian has none, English has the prefix `/en`. */
export function href(visit: Pick<Visit, 'language'>, path: string): string {
  return visit.language === 'en' ? `/en${path === '/' ? '' : path}` : path;
}
