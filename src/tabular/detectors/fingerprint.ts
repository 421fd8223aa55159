/** Set when the system is built (tools/detectors-fingerprint.ts). */
declare const __DETECTORS_FINGERPRINT__: string | undefined;

/**
 * A digest of the detectors and all they judge by, computed from their files: another one means that what was looked at before is to be looked at
 * again.
 */
export const DETECTORS_FINGERPRINT: string =
  typeof __DETECTORS_FINGERPRINT__ === 'undefined' ? 'not built' : __DETECTORS_FINGERPRINT__;
