import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

interface ButtonLook {
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
}

/** A button of a form; its words are a verb and say what will happen. */
export function Button(
  props: ButtonLook & {
    name?: string;
    value?: string;
    formAction?: string;
    type?: 'submit' | 'button' | 'reset';
    disabled?: boolean;
    id?: string;
    formNoValidate?: boolean;
  },
) {
  const { children, kind = 'primary', icon, type = 'submit', formAction, formNoValidate, ...rest } = props;
  return (
    <button
      class={`button button-${kind}`}
      type={type}
      formaction={formAction}
      formnovalidate={formNoValidate}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton(props: ButtonLook & { href: string; download?: boolean }) {
  const { children, kind = 'secondary', icon, href, download } = props;
  return (
    <a class={`button button-${kind}`} href={href} download={download}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
