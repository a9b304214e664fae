import { type IsoDate, type PlainDate, date, isBefore, iso } from '@kvp/calendar';
import { type OpenedEvent, dayIn } from '@kvp/deciding';
import { type CaseState, type DomainEvent, type Language, type MunicipalityPolicy, foldCase } from '@kvp/lifecycle';
import { type LetterLaw, letterLaw, turns25On } from './letter-law.ts';

/** What a letter is made of: the case as its log has it, and what the log of the case does not hold. */
export interface LetterRequest {
  readonly caseId: string;
  /** The case from its first event on. */
  readonly events: readonly OpenedEvent[];
  /** Revision of what the letter is about. */
  readonly about: number;
  readonly partyName: string | null;
  /** The day that the letter bears. */
  readonly today: PlainDate;
  readonly policyOn: (day: PlainDate) => Pick<MunicipalityPolicy, 'payDay' | 'absenceReducesChildSupplement'>;
}

/** All that a template is filled in with, as plain data: its hash stands on the event of the letter. */
export interface LetterFacts<Event extends DomainEvent = DomainEvent> {
  readonly event: Event;
  readonly language: Language;
  /** The case as people call it: the first eight digits of its id. */
  readonly caseReference: string;
  readonly office: string;
  readonly party: string | null;
  readonly issuedOn: IsoDate;
  /** The day of the decision, reply or notice. */
  readonly decidedOn: IsoDate;
  /** Opaque ids: who drafted it, and who approved it under four eyes. */
  readonly caseworker: string;
  readonly approver: string | null;
  readonly receivedOn: IsoDate;
  readonly turns25On: IsoDate;
  readonly under25: boolean;
  readonly children: number;
  readonly absenceClause: boolean;
  readonly payDay: number;
  readonly absenceReducesChildSupplement: boolean;
  /** Of a reversal: the decision that was reversed. */
  readonly earlier: { readonly kind: string; readonly decidedOn: IsoDate } | null;
  readonly law: LetterLaw;
}

/** Undefined when the case has no such event, or has not been applied for. */
export function letterFacts(request: LetterRequest): LetterFacts | undefined {
  const { events, about } = request;
  const told = events.find(({ revision }) => revision === about);
  const before = foldCase(events.filter(({ revision }) => revision < about).map(({ event }) => event));
  const now = foldCase(events.map(({ event }) => event));
  const { application } = now;
  if (told === undefined || application === null) return undefined;
  const { event } = told;
  const decidedOn = dayOf(event) ?? dayIn(Temporal.Instant.from(told.metadata.recordedAt));
  const from = (event.data as { readonly from?: IsoDate }).from ?? iso(decidedOn);
  const { payDay, absenceReducesChildSupplement } = request.policyOn(decidedOn);
  const birthday = turns25On(application.birthDate);
  return {
    event,
    language: now.handling.language,
    caseReference: request.caseId.slice(0, 8),
    office: application.office,
    party: request.partyName,
    issuedOn: iso(request.today),
    decidedOn: iso(decidedOn),
    ...whoMade(events, told),
    receivedOn: iso(application.receivedOn),
    turns25On: iso(birthday),
    under25: isBefore(date(from), birthday),
    children: before.children.length,
    absenceClause: (event.data as { readonly absenceClause?: boolean }).absenceClause ?? before.grant?.absenceClause ?? false,
    payDay,
    absenceReducesChildSupplement,
    earlier: earlierOf(event, before),
    law: letterLaw(decidedOn, dayIn(Temporal.Instant.from(told.metadata.recordedAt))),
  };
}

/** The day that an event itself bears: of a decision, a reply or a notice. */
function dayOf({ data }: DomainEvent): PlainDate | undefined {
  const { decidedOn, sentOn } = data as { readonly decidedOn?: IsoDate; readonly sentOn?: IsoDate };
  const day = decidedOn ?? sentOn;
  return day === undefined ? undefined : date(day);
}

/** Under four eyes the decision and its approval come from one command, and the drafter is whoever proposed it. */
function whoMade(events: readonly OpenedEvent[], { metadata }: OpenedEvent): Pick<LetterFacts, 'caseworker' | 'approver'> {
  const approval = events.find(
    ({ event, metadata: { commandId } }) => event.type === 'DecisionApproved' && commandId === metadata.commandId,
  );
  const proposal = events.find(
    ({ revision }) => revision === (approval?.event.data as { readonly proposal?: number } | undefined)?.proposal,
  );
  const { id } = metadata.actor;
  return proposal === undefined ? { caseworker: id, approver: null } : { caseworker: proposal.metadata.actor.id, approver: id };
}

function earlierOf({ type, data }: DomainEvent, { decisions }: CaseState): LetterFacts['earlier'] {
  if (type !== 'DecisionReversed') return null;
  const found = decisions.find(({ revision }) => revision === (data as { readonly decision: number }).decision);
  return found === undefined ? null : { kind: found.kind, decidedOn: iso(found.decidedOn) };
}
