import { type EventStore, StreamNotFound, WrongExpectedRevision } from '@kvp/event-store';
import type { DomainEvent } from '@kvp/lifecycle';
import { type IdentityNumber, type KeyFile, type KeyRing, lookupName } from '@kvp/people';
import { GENESIS } from '@kvp/proof';
import { newPersonId, registerEventId } from '../envelope/ids.ts';
import { type OpenedEvent, openEvents } from '../envelope/opened-event.ts';
import { type Writing, writeEvents } from '../envelope/write-events.ts';

export interface Registers {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly keyFile: KeyFile;
}

/** An identity number names its stream only as an HMAC under the installation's lookup key. */
export const identityStream = ({ keyFile }: Registers, number: IdentityNumber): string =>
  `identity-${lookupName(keyFile, 'identity', number.reveal())}`;

export const applicationsStream = ({ keyFile }: Registers, personId: string, municipality: string): string =>
  `applications-${lookupName(keyFile, 'applications', personId, municipality)}`;

/** The last event of a register's stream, or undefined when it has none. */
export async function lastOf({ store, keys }: Registers, stream: string): Promise<OpenedEvent | undefined> {
  try {
    for await (const recorded of store.readStream(stream, { direction: 'backwards', limit: 1 }))
      return (await openEvents(keys, [recorded]))[0];
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  return undefined;
}

/** The person with a number, or undefined when the number is not known here. */
export async function findPerson(registers: Registers, number: IdentityNumber): Promise<string | undefined> {
  const claimed = await lastOf(registers, identityStream(registers, number));
  return (claimed?.event.data as { readonly personId?: string } | undefined)?.personId;
}

/**
 * The person with a number, made known when new. The number is claimed first, by a stream that can only be begun once, so no number
 * ever belongs to two persons; the person's own stream follows, at the latest at the next application.
 */
export async function registerPerson(
  registers: Registers,
  number: IdentityNumber,
  name: string | undefined,
  writing: Writing,
): Promise<string> {
  const personId = (await findPerson(registers, number)) ?? (await claimNumber(registers, number, writing));
  await registers.keys.provide(personId);
  const personal = { identityNumber: number.reveal(), ...(name === undefined ? {} : { name }) };
  const registered: DomainEvent = { type: 'PersonRegistered', version: 1, data: {}, personal };
  await beginStream(registers, `person-${personId}`, registered, personId, writing);
  return personId;
}

async function claimNumber(registers: Registers, number: IdentityNumber, writing: Writing): Promise<string> {
  const personId = newPersonId(writing.commandId);
  const claim: DomainEvent = { type: 'IdentityClaimed', version: 1, data: { personId }, personal: null };
  const won = await beginStream(registers, identityStream(registers, number), claim, null, writing);
  return won ? personId : ((await findPerson(registers, number)) ?? personId);
}

/** Writes the first event of a stream; false when another was first. */
export async function beginStream(
  { store, keys }: Registers,
  stream: string,
  event: DomainEvent,
  personId: string | null,
  writing: Writing,
): Promise<boolean> {
  if ((await store.head(stream)) !== null) return false;
  const idOf = (): string => registerEventId(writing.commandId, event.type);
  const written = writeEvents(keys, [event], { stream, after: -1, previousHash: GENESIS, personId, idOf }, writing);
  try {
    await store.append(
      stream,
      'no-stream',
      written.map(({ stored }) => stored),
    );
    return true;
  } catch (error) {
    if (error instanceof WrongExpectedRevision) return false;
    throw error;
  }
}
