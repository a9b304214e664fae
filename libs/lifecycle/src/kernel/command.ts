import type { IsoDate, PlainDate } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import type { TObject } from 'typebox';
import type { AnyCommand } from './definitions.ts';
import type { DomainEvent } from './event.ts';
import type { MunicipalityPolicy } from './policy.ts';
import type { Refusal } from './refusal.ts';
import type { Phase } from './state.ts';
import type { FileReference, MadeLetter } from './state/documents.ts';

export type Role =
  'caseworker' | 'approver' | 'appealHandler' | 'statsforvalter' | 'statistics' | 'payments' | 'operations' | 'privacyOfficer';

/** Who acts. `id` is opaque; municipality (four digits) and office are where the actor works, from the token. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly municipality: string;
  readonly office: string;
  /** May open the cases of protected and shielded persons; to anyone else they are as if absent. Rulebook § 9.21. */
  readonly seesProtected?: boolean;
}

/** Everything a decision rests on beside state and command. The core has no clock: today is an argument. */
export interface Context {
  readonly today: PlainDate;
  readonly actor: Actor;
  /** What the municipality had settled by the decision's date. */
  readonly policy: MunicipalityPolicy;
  /** The law of the decision's date, as known today. Decided point 14. */
  readonly law: Law;
  /** The law of another day, as known today: a registration runs on the rules of its effective day. */
  readonly lawAt: (day: PlainDate) => Law;
  /** The policy of another day: a proposal of a decision is approved on that of the decision's own. */
  readonly policyAt: (day: PlainDate) => MunicipalityPolicy;
  /** The catalogue of commands: an approval decides again whichever of them was proposed. */
  readonly commands: Readonly<Record<string, AnyCommand>>;
  /** Who applies, found by the caller in the streams of persons and claims; only `apply` needs it. */
  readonly applicant?: Applicant;
  /** The letter that the caller has made and stored; only `issueLetter` needs it, and there is none for what is not written about. */
  readonly letter?: MadeLetter;
  /** The file that `attachDocument` names, as the caller finds it stored; left out when it does not. */
  readonly file?: FileReference;
}

export interface Applicant {
  readonly personId: string;
  /** True when another case of the person in the municipality is applied, granted, running or paused. Decided point 24. */
  readonly openCase: boolean;
}

/** What a command leads to: its events (none when all it says is registered already), or every refusal that applies. */
export type Decision =
  | { readonly events: readonly DomainEvent[]; readonly refusals?: never }
  | { readonly refusals: readonly Refusal[]; readonly events?: never };

/** Everything the system must know of one command; the catalogue lists them all. The API makes its route from it. */
export interface CommandDefinition<Command, State> {
  /** camelCase: the name in the API body, the stored command and `kvp play`; the route is its kebab-case. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** The body, as JSON Schema. Every property has a description; examples are valid. */
  readonly schema: TObject;
  /** Enkeltvedtak (STL § 41): `If-Match` is required and, by policy, four eyes; the approval of one is bound to a revision too. */
  readonly individualDecision: boolean;
  /** Set where a second person is behind it though it is no individual decision: whether, in a state and under a policy. */
  secondPerson?(state: State, policy: MunicipalityPolicy): boolean;
  readonly roles: readonly Role[];
  /** The day whose law it runs on: when it was decided, or the day that a registration counts from; undefined = today. */
  lawOn(command: Command): IsoDate | undefined;
  /** Is it the right moment at all? Empty when it is. Shown as "what may be done now". */
  allowed(state: State, context: Context): readonly Refusal[];
  /** The phases in which it may be carried out, for the state diagram; a spec holds `allowed` to them. */
  readonly phases: readonly (Phase | 'new')[];
  /** The whole decision, `allowed` included. */
  decide(state: State, command: Command, context: Context): Decision;
  /**
   * Fields of its events that follow from the day of the decision alone, beside `decidedOn`: they are no difference when a proposal of it
   * is approved on a later day. A spec finds those that are missing here.
   */
  readonly restatesDay?: readonly string[];
  /** What a told life leaves out, filled in so that it decides nothing (`kvp play`). Never used for a real case. */
  fillIn?(facts: Partial<Command>): Partial<Command>;
  readonly example: Command;
}
