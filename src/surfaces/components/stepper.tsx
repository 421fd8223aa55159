import type { Language } from '../../kernel/text.ts';
import { componentsTexts } from '../../locales/components.ts';
import { Icon } from './icons.tsx';

export interface Step {
  readonly label: string;
  /** A finished step one may go back to. */
  readonly href?: string;
}

/** Where one is in a walk of a few screens. `current` is 0-based. */
export function Stepper(props: { steps: readonly Step[]; current: number; language?: Language }) {
  const { steps, current, language = 'uk' } = props;
  const texts = componentsTexts[language].stepper;
  return (
    <nav class="stepper" aria-label={texts.label}>
      {/* on a phone the names in the list are only read aloud */}
      <p class="stepper-now" aria-hidden="true">
        {texts.now(current + 1, steps.length, steps[current]?.label ?? '')}
      </p>
      <ol>
        {steps.map((step, index) => {
          const name = <span class="step-name">{step.label}</span>;
          return (
            <li
              key={step.label}
              class={index < current ? 'done' : undefined}
              aria-current={index === current ? 'step' : undefined}
            >
              {step.href && index !== current ? <a href={step.href}>{name}</a> : name}
              {index < current && <span class="unseen"> ({texts.done})</span>}
              {index < current && <Icon name="good" />}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
