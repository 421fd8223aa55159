/** Where documents of the community stand in the cabinet. */
export const HOME = '/cabinet/city/documents';
export const TEMPLATES = `${HOME}/templates`;
export const WORDINGS = `${HOME}/wordings`;

/** The page of a made document. */
export const documentPath = (id: string) => `${HOME}/${id}`;
