import { createHash } from 'node:crypto';
import type { Card } from '../../../capabilities/catalog/index.ts';
import type { PublicMessage } from '../../../capabilities/community/index.ts';
import { dayOf } from '../../../kernel/dates.ts';
import type { Paged } from '../../../kernel/paging.ts';
import { styleUrl, type Visit } from '../../components/index.ts';

/**
 * A name for everything a dataset's page is made of: the same mark, the same page. It serves as the ETag and as the key of rendered pages.
 * The day is a part because freshness is told by days; of the person only whether there is one.
 */
export function pageMark(visit: Visit, card: Card, messages: Paged<PublicMessage>): string {
  const { path, query, language, person, profile, origin, ctx } = visit;
  const parts = [
    styleUrl(),
    origin,
    path,
    query.toString(),
    language,
    person !== null,
    profile,
    dayOf(ctx.clock.now()),
    card,
    messages,
  ];
  return createHash('sha1').update(JSON.stringify(parts)).digest('base64url');
}
