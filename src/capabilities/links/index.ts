/**
 * Links: one deed by one named person without an account (heads, controllers, outside experts): approve or return, confirm that data have not
 * changed, say that one has read. A link lives so many days as is set (14), works once, can be revoked, and is remembered with the person's name. The code is kept as a
 * digest only. What the deed is belongs to the capability that owns it: publishing calls `useLink`.
 * Tables: links_link, _setting. Uses: accounts (rights of who gives it), history.
 */
export { LINK_PURPOSES, type Link, type LinkPerson, type LinkPurpose, stateOfLink } from './link.ts';
export { changeLinkDays, linkDays } from './link-term.ts';
export { linkPath, linksOfDataset, type MadeLink, makeLink, revokeLink } from './make-link.ts';
export { guestOf, openLink, useLink } from './use-link.ts';
