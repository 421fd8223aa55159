/** How a task ended: a new version came, somebody closed it with a reason, or the error was none after all. */
export type TaskEnd = 'version' | 'hand' | 'mistaken';

/** An error in data that the publisher has confirmed: to be mended. */
export interface DataTask {
  readonly id: string;
  readonly messageId: string;
  readonly dataset: { readonly id: string; readonly title: string };
  readonly unitId: string | null;
  /** As a person typed them, empty where not said. */
  readonly place: { readonly row: string; readonly column: string };
  readonly openedAt: Date;
  /** Null: open. */
  readonly closed: { readonly at: Date; readonly how: TaskEnd; readonly reason: string } | null;
}
