/** Pixels of the picture that social networks show beside a link. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;
