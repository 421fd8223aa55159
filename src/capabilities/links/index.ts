/**
 * Links: one deed by one named person without an account (heads, controllers, outside experts): approve or return, confirm that data have not
 * changed, say that one has read. A link lives 14 days, works once, can be revoked, and is remembered with the person's name. The code is kept as a
 * digest only. What the deed is belongs to the capability that owns it: publishing calls `useLink`.
 * Table: links_link. Uses: accounts (rights of who gives it), history.
 */
export { LINK_PURPOSES, type Link, type LinkPerson, type LinkPurpose, stateOfLink } from './link.ts';
export { linkPath, linksOfDataset, type MadeLink, makeLink, revokeLink } from './make-link.ts';
export { guestOf, openLink, useLink } from './use-link.ts';
