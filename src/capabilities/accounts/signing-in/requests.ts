import type { Language } from '../../../kernel/text.ts';
import type { AppointmentFunction, Role } from '../appointments/appointment.ts';
import type { UnitKind } from '../units/unit.ts';
import type { Client } from './request-headers.ts';

/** What the set-up page asks. `administrator` is null when one was made by the command line before. */
export interface SetUp {
  readonly community: {
    readonly name: string;
    readonly edrpou: string;
    readonly katottg: string;
    readonly colour?: string;
    readonly email?: string;
    readonly site?: string;
  };
  readonly administrator: { readonly name: string; readonly email: string; readonly password: string } | null;
}

export interface CommunityChange {
  readonly name?: string;
  readonly edrpou?: string;
  readonly katottg?: string;
  readonly colour?: string;
  readonly email?: string;
  readonly site?: string;
}

export interface NewUnit {
  readonly name: string;
  /** Null only for the root, and there is one root: the council. */
  readonly parentId: string | null;
  /** Only of a legal person. */
  readonly edrpou?: string | null;
  readonly kind?: UnitKind;
}

export interface UnitChange {
  readonly name?: string;
  readonly parentId?: string;
  readonly edrpou?: string | null;
  readonly email?: string;
  readonly phone?: string;
  readonly site?: string;
  readonly kind?: UnitKind;
  readonly katottg?: string;
  readonly headName?: string;
  readonly headPost?: string;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  /** Null: the whole system, for an administrator. */
  readonly unitId: string | null;
  /** All the role may have, when left out. */
  readonly functions?: readonly AppointmentFunction[];
}

export interface PersonChange {
  readonly name?: string;
  readonly active?: boolean;
}

export interface SignIn extends Client {
  readonly email: string;
  readonly password: string;
  /** Of the request: by its cookie a device is known again. */
  readonly headers?: Headers;
}

/** One open session, without its token. */
export interface SessionView {
  readonly id: string;
  readonly userAgent: string;
  readonly address: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** True for the session that asks. */
  readonly current: boolean;
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly address: string;
  readonly secure?: boolean;
}

/** Somebody forgot the password. */
export interface ResetRequest {
  readonly email: string;
  /** Network address of the client, for the limit. */
  readonly address: string;
  /** Scheme and host of the link. */
  readonly origin: string;
  readonly language: Language;
}
