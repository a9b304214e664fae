import { PHASES } from '@kvp/lifecycle';
import { appeal } from './appeal-schema.ts';
import { entry, historySchemas } from './history-schemas.ts';
import { proposalSchemas } from './proposal-schemas.ts';
import { scheduleSchemas } from './schedule-schemas.ts';
import {
  count,
  day,
  dayOrNull,
  describe,
  list,
  object,
  orNull,
  ref,
  type Schema,
  text,
  textOrNull,
  uuid,
  yesOrNo,
} from './schema-parts.ts';

const period = object({ from: day, to: day });

const pause = object({
  legalForm: { type: 'string', enum: ['LEAVE_WITH_STIPEND', 'LEAVE_WITHOUT_STIPEND', 'INTERRUPTION'] },
  cause: text,
  provision: textOrNull,
  from: day,
  plannedTo: dayOrNull,
  resumedOn: describe(dayOrNull, 'Første dag tilbake'),
  countsTowardDuration: yesOrNo,
  withStipend: yesOrNo,
});

/** What the views of cases answer with. A spec holds the running system to them. */
export const caseSchemas: Readonly<Record<string, Schema>> = {
  CaseStatus: object({
    caseId: uuid,
    reference: describe(text, 'Saksnummeret som folk sier det'),
    revision: count,
    personId: uuid,
    municipality: text,
    office: text,
    caseworker: describe(textOrNull, 'Saksbehandleren som har saken; null når ingen er tildelt'),
    asOf: day,
    receivedOn: day,
    birthDate: day,
    phase: { type: 'string', enum: [...PHASES] },
    countedDays: describe(count, 'Dager som er talt mot varigheten, fra oppstart til og med «asOf»'),
    maxEnd: describe(dayOrNull, 'Siste mulige dag uten særlige grunner'),
    absoluteMaxEnd: describe(dayOrNull, 'Siste mulige dag'),
    decisionPeriod: orNull(period),
    decidedUntil: dayOrNull,
    decisionMissing: describe(yesOrNo, 'Programmet pågår uten vedtak på dagen'),
    hasLapsed: describe(yesOrNo, 'Det har vært tid uten vedtak'),
    pause: orNull(pause),
    start: orNull(object({ on: day, late: yesOrNo, ordinaryDays: count, absoluteDays: count })),
    end: orNull(object({ lastDay: day, reason: text, decidedOn: day })),
    children: list(object({ birthDate: day, from: day, to: dayOrNull })),
    appeals: describe(list(appeal), 'Klagene slik saken har dem nå, uansett «asOf»'),
  }),
  CasePage: object({ cases: list(ref('CaseStatus')), next: describe(textOrNull, 'Til «after» for neste side; null på den siste') }),
  PersonCases: object({ cases: list(ref('CaseStatus')) }),
  ...scheduleSchemas,
  ...proposalSchemas(entry),
  AuditTrail: object({ caseId: uuid, revision: count, entries: list(entry) }),
  ...historySchemas,
  AvailableCommands: object({
    caseId: uuid,
    revision: count,
    commands: list(
      object({
        name: text,
        title: text,
        individualDecision: yesOrNo,
        needsApproval: describe(yesOrNo, 'Må godkjennes av en annen: kommandoen gir et forslag til vedtak'),
        roles: describe(list(text), 'Rollene som kan gi kommandoen; «allowed» gjelder saken, uansett hvem som spør'),
        allowed: yesOrNo,
        refusals: list(ref('Refusal')),
      }),
    ),
  }),
};
