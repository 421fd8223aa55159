/** A list of the cabinet told to somebody outside it: a memo by the city's template, a text for a messenger. */
export { memoForm } from './memo-form.ts';
