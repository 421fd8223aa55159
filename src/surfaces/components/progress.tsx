import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/text.ts';
import { componentsTexts } from '../../locales/components.ts';
import { Icon } from './icons.tsx';

export interface Stage {
  readonly key: string;
  readonly label: string;
}

/**
 * Long work in stages. `done` of `total` is of the current stage, in its own unit; total null when unknown.
 * `children` says count and time left in words. A script may find it by `data-progress`.
 */
export function Progress(props: {
  stages: readonly Stage[];
  /** Key of the stage under way; null when all are done. */
  current: string | null;
  done: number;
  total: number | null;
  label?: string;
  language?: Language;
  children?: ComponentChildren;
}) {
  const { stages, current, done, total, children, language = 'uk' } = props;
  const texts = componentsTexts[language].progress;
  const at = current === null ? stages.length : stages.findIndex((stage) => stage.key === current);
  const value = total === null || total === 0 ? undefined : Math.min(1, done / total);
  return (
    <div class="progress" data-progress>
      {current !== null && <progress max="1" value={value} aria-label={props.label ?? texts.label} />}
      <ol>
        {stages.map((stage, index) => (
          <li
            key={stage.key}
            class={index < at ? 'done' : undefined}
            aria-current={index === at ? 'step' : undefined}
            data-stage={stage.key}
          >
            <Icon name={index < at ? 'good' : 'clock'} />
            {stage.label}
            {index < at && <span class="unseen"> ({texts.done})</span>}
          </li>
        ))}
      </ol>
      <p role="status" class="soft" data-progress-words>
        {children}
      </p>
    </div>
  );
}
