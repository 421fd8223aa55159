import type { CheckEntry } from '../../kernel/check.ts';
import type { CheckCode } from './check-policy.ts';

/** What reading itself finds and says of it; the findings are made in `reading`, these are their pages of the guide. */
export type ReadCheck = Pick<CheckEntry, 'title' | 'why' | 'example'> & { readonly code: CheckCode };
