/** The draft made here, the signed PDF, a scan of the paper, a detached signature (.p7s). */
export const FILE_ROLES = ['draft', 'signed', 'scan', 'signature'] as const;

/** A file of an order. Kept restricted; where `public` is ticked anybody may take it. */
export interface OrderFile {
  readonly id: string;
  readonly orderId: string;
  readonly role: (typeof FILE_ROLES)[number];
  readonly name: string;
  readonly mediaType: string;
  readonly objectKey: string;
  /** In bytes. */
  readonly size: number;
  readonly public: boolean;
  readonly addedAt: Date;
}
