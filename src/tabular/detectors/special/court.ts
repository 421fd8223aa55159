import { LEXICON } from './lexicon.ts';
import { specialCategory } from './special-category.ts';

export const courtDetector = specialCategory({
  code: 'court',
  title: { uk: 'Судимість і правопорушення', en: 'Convictions and offences' },
  harm: {
    uk: 'Засудження чи підозра лишаються з людиною назавжди, коли їх оприлюднено.',
    en: 'A conviction or a suspicion stays with a person for ever once it is published.',
  },
  about: { uk: 'суд або правопорушення', en: 'a court or an offence' },
  header:
    / (?:\S+ )?(?:судим|вирок|правопоруш|засуджен|обвинувач|підозр|арешт|criminal|convict|offen[cs]e)| кримінальн| адміністративн\S+ (?:стягнен|відповід|протокол)| протокол\S* про | стат(?:тя|ті) (?:кк|купап|кримін)| мір[аи] покаран/u,
  not: /(?:кількіст|чисельн|сума |назва суду|суд (?:першої|апел)|заклад|установ)/u,
  words: LEXICON.court,
  least: 0,
});
