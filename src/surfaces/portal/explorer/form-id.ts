/** The form of the conditions: fields anywhere in the explorer belong to it by this id. */
export const FORM = 'explorer-form';
