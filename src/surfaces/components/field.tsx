import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface FieldProps {
  readonly label: ComponentChildren;
  readonly name: string;
  /** Tells it from fields of that name in other forms of the page. */
  readonly within?: string;
  readonly value?: string | number | null;
  readonly hint?: ComponentChildren;
  readonly error?: string | null;
  readonly type?:
    | 'text'
    | 'email'
    | 'password'
    | 'tel'
    | 'url'
    | 'number'
    | 'date'
    | 'search'
    | 'color'
    | 'file'
    | 'datetime-local';
  readonly required?: boolean;
  readonly maxLength?: number;
  /** Shows how many characters are left, kept up to date by script. Needs `maxLength`. */
  readonly counter?: boolean;
  readonly multiline?: boolean;
  readonly rows?: number;
  /** A choice of one: a drop-down list. */
  readonly options?: readonly FieldOption[];
  readonly autocomplete?: string;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly list?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  readonly pattern?: string;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly accept?: string;
}

/** The id of the input of that name: what an error summary links to. @param within of the form, where several have such a field */
export function fieldId(name: string, within?: string): string {
  const whole = within === undefined ? name : `${within}-${name}`;
  return `field-${whole.replaceAll(/[^\p{L}\p{N}_-]/gu, '-')}`;
}

/** One question of a form: label, hint, input, error. The error is said after the hint and keeps what was typed. */
export function Field(props: FieldProps) {
  const id = fieldId(props.name, props.within);
  const { label, hint, error } = props;
  const counted = props.counter && props.maxLength !== undefined ? props.maxLength : null;
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="field-error" id={`${id}-error`}>
          <Icon name="error" />
          <span>{error}</span>
        </span>
      )}
      <FieldInput {...props} id={id} />
      {counted !== null && (
        <span class="field-counter" id={`${id}-counter`} data-counter-for={id} aria-live="polite">
          {String(props.value ?? '').length} / {counted}
        </span>
      )}
    </div>
  );
}

function FieldInput(props: FieldProps & { id: string }) {
  const { id, name, value, hint, error, required, options, multiline, counter } = props;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', counter ? `${id}-counter` : ''];
  const common = {
    id,
    name,
    class: 'input',
    required,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    autocomplete: props.autocomplete,
  };
  if (options) {
    return (
      <select {...common}>
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === String(value ?? '')}
            disabled={option.disabled}
          >
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  const typed = { maxlength: props.maxLength, placeholder: props.placeholder, readonly: props.readOnly };
  if (multiline) {
    return (
      <textarea {...common} {...typed} rows={props.rows ?? 5}>
        {value ?? ''}
      </textarea>
    );
  }
  return (
    <input
      {...common}
      {...typed}
      // the types tie `list` to single kinds of input; ours says what a caller may ask
      type={(props.type ?? 'text') as 'text'}
      value={props.type === 'password' || props.type === 'file' ? undefined : (value ?? '')}
      list={props.list}
      inputmode={props.inputMode}
      pattern={props.pattern}
      min={props.min}
      max={props.max}
      accept={props.accept}
    />
  );
}

/** A tick, or one of several (`type="radio"`). `card` gives it a border and room for a line below. */
export function Choice(props: {
  label: ComponentChildren;
  name: string;
  value: string;
  checked?: boolean;
  type?: 'checkbox' | 'radio';
  hint?: ComponentChildren;
  card?: boolean;
  required?: boolean;
}) {
  const { label, name, value, checked, type = 'checkbox', hint, card, required } = props;
  return (
    <label class={card ? 'choice choice-card' : 'choice'}>
      <input type={type} name={name} value={value} checked={checked} required={required} />
      <span>
        {label}
        {hint && <span class="field-hint">{hint}</span>}
      </span>
    </label>
  );
}

/** Several choices under one question. */
export function ChoiceGroup(props: {
  legend: ComponentChildren;
  name: string;
  within?: string;
  hint?: ComponentChildren;
  error?: string | null;
  children: ComponentChildren;
}) {
  const id = fieldId(props.name, props.within);
  return (
    <fieldset
      class={props.error ? 'field field-wrong' : 'field'}
      id={id}
      aria-describedby={props.error ? `${id}-error` : undefined}
    >
      <legend class="field-label">{props.legend}</legend>
      {props.hint && <span class="field-hint">{props.hint}</span>}
      {props.error && (
        <span class="field-error" id={`${id}-error`}>
          <Icon name="error" />
          <span>{props.error}</span>
        </span>
      )}
      <div class="choices">{props.children}</div>
    </fieldset>
  );
}
