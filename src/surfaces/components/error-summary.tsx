import type { FieldFault } from '../../kernel/errors.ts';
import { inLanguage, type Language } from '../../kernel/text.ts';
import { componentsTexts } from '../../locales/components.ts';
import { fieldId } from './field.tsx';
import { Icon } from './icons.tsx';

/** What to mend in the form below, each a link to its field. Nothing where there are no faults. */
export function ErrorSummary({ faults, language }: { faults: readonly FieldFault[]; language: Language }) {
  if (faults.length === 0) return null;
  return (
    <section class="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title" data-focus>
      <h2 id="error-summary-title">
        <Icon name="error" />
        {componentsTexts[language].errorSummary(faults.length)}
      </h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.text.en}`}>
            <a href={`#${fieldId(fault.field)}`}>{inLanguage(fault.text, language)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sentence about one field, to hand to its `Field`. */
export function faultOf(faults: readonly FieldFault[], field: string, language: Language): string | undefined {
  const fault = faults.find((one) => one.field === field);
  return fault && inLanguage(fault.text, language);
}
