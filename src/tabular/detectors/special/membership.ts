import { LEXICON } from './lexicon.ts';
import { specialCategory } from './special-category.ts';

export const membershipDetector = specialCategory({
  code: 'membership',
  title: { uk: 'Членство в партії чи профспілці', en: 'Membership of a party or a trade union' },
  harm: {
    uk: 'Політичні погляди й членство людини — особлива категорія; для обраних посадовців вони публічні.',
    en: 'Political views and memberships are a special category; those of elected officials are public.',
  },
  about: { uk: 'членство в партії чи профспілці', en: 'membership of a party or a union' },
  header:
    / (?:\S+ )?(?:партійн|профспілк|фракці|political|trade union)| (?:політичн\S+ )?парті[яїю] $| назва парті| член\S* парті| парті\S+ (?:приналежн|належн)| політичн\S+ (?:погляд|переконан)| party /u,
  not: /(?:кількіст|чисельн|товар|розмір|серія|внеск|сума )/u,
  words: LEXICON.membership,
  least: 0.3,
});
