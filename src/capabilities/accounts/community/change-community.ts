import { refuseFaults } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { emailFaults } from '../people/person-rules.ts';
import { notSetUp } from '../refusals.ts';
import { permit } from '../rights/permit.ts';
import type { CommunityChange } from '../signing-in/requests.ts';
import { tidyEdrpou } from '../units/edrpou.ts';
import type { CommunityProfile } from '../units/unit.ts';
import { selectUnits, updateUnit } from '../units/unit-store.ts';
import { tidyColour } from './colour-rules.ts';
import { communityFaults, tidyKatottg } from './community-rules.ts';
import { lockCommunity, selectCommunity, updateCommunity } from './community-store.ts';

/** The community, or null before the set-up. One statement. */
export async function communityProfile(ctx: Context): Promise<CommunityProfile | null> {
  return (await selectCommunity(ctx.db))?.profile ?? null;
}

function changed(before: CommunityProfile, change: CommunityChange): CommunityProfile {
  return {
    name: change.name?.trim().replace(/\s+/g, ' ') ?? before.name,
    edrpou: change.edrpou === undefined ? before.edrpou : tidyEdrpou(change.edrpou),
    katottg: change.katottg === undefined ? before.katottg : tidyKatottg(change.katottg),
    colour: change.colour?.trim() ?? before.colour,
    email: change.email?.trim() ?? before.email,
    site: change.site?.trim() ?? before.site,
  };
}

/** Changes what is given. ЄДРПОУ is the root unit's and is changed there. Throws `invalid` with the faulty fields. */
export function changeCommunityProfile(ctx: Context, change: CommunityChange): Promise<CommunityProfile> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    await lockCommunity(inner.db);
    const found = await selectCommunity(inner.db);
    if (found === null) throw notSetUp();
    const wanted = changed(found.profile, change);
    refuseFaults([...communityFaults(wanted), ...(wanted.email === '' ? [] : emailFaults(wanted.email))]);
    const after = { ...wanted, colour: tidyColour(wanted.colour) ?? wanted.colour };
    const { edrpou, ...facts } = after;
    await updateCommunity(inner.db, facts);
    if (edrpou !== found.profile.edrpou) {
      const root = (await selectUnits(inner.db)).find((unit) => unit.id === found.rootUnitId);
      if (root !== undefined) await updateUnit(inner.db, { ...root, edrpou });
      await inner.emit(inner.db, { name: 'unit-changed', unitId: found.rootUnitId });
    }
    await record(inner, {
      deed: 'community.changed',
      subject: { kind: 'community', id: found.rootUnitId, name: after.name },
      before: found.profile,
      after,
    });
    return after;
  });
}
