import type { AnyEvent } from '../kernel/definitions.ts';
import { caseClaimed } from './applications.events.ts';
import { identityClaimed } from './identity.events.ts';
import { personRegistered } from './person.events.ts';
import { policySet } from './policy.events.ts';

/** The events of the streams that are no case: persons, identity numbers, claims and policy. */
export const registerEvents: readonly AnyEvent[] = [identityClaimed, personRegistered, caseClaimed, policySet];
