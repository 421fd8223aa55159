import type { Text } from '../../kernel/text.ts';
import { dayInWords } from '../../language/dates.ts';
import type { SecurityFault } from '../privacy/index.ts';
import type { PublicationFault } from './publication.ts';

/** What stands between a dataset and the public for reasons of security; titles and no values. A pure decision. */
export function securityFaultsOf(faults: readonly SecurityFault[]): PublicationFault[] {
  return faults.map((fault) => ({ step: 'privacy', resourceId: null, field: fault.code, text: words(fault) }));
}

function words(fault: SecurityFault): Text {
  switch (fault.code) {
    case 'security-undecided': {
      const uk = fault.flags.map(({ title }) => title.uk.toLowerCase()).join(', ');
      const en = fault.flags.map(({ title }) => title.en.toLowerCase()).join(', ');
      return {
        uk: `Потрібне безпекове рішення (${uk}): оприлюднити, прибрати стовпці, узагальнити або призупинити на час.`,
        en: `A security decision is needed (${en}): publish, withhold columns, make them coarser, or suspend for a time.`,
      };
    }
    case 'security-postponed':
      return {
        uk: `Оприлюднення відкладено з міркувань безпеки до ${dayInWords(fault.until, 'uk')}. Тоді рішення переглянуть; якщо підстав більше немає, змініть його раніше.`,
        en: `Publication is put off for reasons of security until ${dayInWords(fault.until, 'en')}. The decision is looked at again then; if the grounds are gone, change it earlier.`,
      };
    case 'security-review-due':
      return {
        uk: `Безпекове рішення треба було переглянути ${dayInWords(fault.since, 'uk')}. Підтвердьте його на новий строк або змініть.`,
        en: `The security decision was to be looked at again on ${dayInWords(fault.since, 'en')}. Confirm it for a new term or change it.`,
      };
    case 'security-not-withheld':
      return {
        uk: `За безпековим рішенням ці стовпці не показують, а зараз їх видно: ${fault.columns.map((one) => `«${one}»`).join(', ')}. Приберіть їх або змініть рішення.`,
        en: `By the security decision these columns are not shown, and now they are: ${fault.columns.map((one) => `“${one}”`).join(', ')}. Withhold them or change the decision.`,
      };
  }
}
