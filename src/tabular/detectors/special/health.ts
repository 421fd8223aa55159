import { LEXICON } from './lexicon.ts';
import { specialCategory } from './special-category.ts';

export const healthDetector = specialCategory({
  code: 'health',
  title: { uk: 'Стан здоров’я', en: 'Health' },
  harm: {
    uk: 'Діагноз, інвалідність чи щеплення людини — особлива категорія: розголошення шкодить їй усе життя.',
    en: 'A diagnosis, disability or vaccination of a person is a special category: what is told harms them all their life.',
  },
  about: { uk: 'здоров’я', en: 'health' },
  header:
    / (?:\S+ )?(?:діагноз|хвороб|захворюван|інвалідн|нозолог|мкх|icd|щеплен|вакцин|алергі|анамнез|симптом|вагітн|diagnos|disabilit|disease|vaccin)| стан здоров| груп\S+ (?:крові|здоров)| health (?:status|state)| втрат\S+ працездатн| особлив\S+ (?:освітн\S+ )?потреб/u,
  not: /(?:кількіст|чисельн|заклад|установ|програм|варт|сума |площ|доступн|пандус| для (?:осіб|людей|дітей)|обладн)/u,
  paid: / (?:на|за) (?:\S+ )?(?:лікуван|операці[юїй]|протезуван|реабілітаці|придбання (?:лік|медикамент|протез)|ліки |медикамент)/u,
  words: LEXICON.health,
  least: 0,
});
