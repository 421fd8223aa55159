/** Pages of work that show the guidance of their step. */
const PAGES =
  /^\/cabinet\/(new|readings\/[^.]+|datasets\/[^/]+\/(passport|structure|publish)|review|messages|people\/new)$/;

/** True where a page shows the guidance of its step: it is then asked for with who asks. */
export const showsGuidance = (path: string): boolean => PAGES.test(path);
