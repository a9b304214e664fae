import { type PlainDate, date, isAfter, iso, latest } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import type { CertificateIssued } from '../issue-certificate/issue-certificate.events.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, hasHappened, inProgramme, justified, notTooFarAhead } from '../kernel/guards.ts';
import { isNoticed, noticed } from '../kernel/notice.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import { endAlreadyDecided } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { decidedUntil, duration } from '../timeline/duration.ts';
import { isPausedOn } from '../timeline/phase.ts';
import { groundIsThere } from './ground.ts';
import { isBecauseOfAbsence, owesNoticeAndReasons } from './reasons.ts';
import type { TerminateProgramme } from './terminate.command.ts';
import type { ProgrammeTerminated } from './terminate.events.ts';
import { endBeyondMaximum, protectedAbsence } from './terminate.refusals.ts';

/** In the programme, and no end decided yet: a second end is refused. Decided point 39. */
export function terminateMoment(state: CaseState, on: PlainDate): readonly Refusal[] {
  return state.end === null ? inProgramme(state, on) : [refuse(endAlreadyDecided, [state.end.lastDay])];
}

/** Ends the programme. STL § 34; FVL §§ 16 and 25; decided points 6 and 16. */
export function decideTerminate(state: CaseState, command: TerminateProgramme, { today, law }: Context): Decision {
  const owes = owesNoticeAndReasons(command.reason);
  return decideWhen(
    terminateMoment(state, decisionDay(command, today)),
    () =>
      refusalsOf(
        datedDecision(command, today),
        inProgramme(state, date(command.lastDay)),
        notTooFarAhead(date(command.lastDay), today),
        withinMaximum(state, date(command.lastDay), today),
        command.reason === 'death' && hasHappened(date(command.lastDay), today),
        groundIsThere(state, command, decisionDay(command, today), law),
        owes && justified(command),
        owes && noticed(state, 'termination', command, decisionDay(command, today)),
        inProtectedYear(state, command, law),
      ),
    () => ended(state, command, today),
  );
}

/** An end decided ahead lies within three counted years, or what is decided beyond them. What has lasted longer is ended all the same. */
function withinMaximum(state: CaseState, lastDay: PlainDate, today: PlainDate): Refusal | undefined {
  const ends = [duration(state, lastDay).absoluteMaxEnd, decidedUntil(state)].flatMap((day) => day ?? []);
  const furthest = latest(today, ...ends);
  return isAfter(lastDay, furthest) ? refuse(endBeyondMaximum, [furthest]) : undefined;
}

/**
 * The first year of absence for ordinary work, birth or adoption is no ground for ending the programme, its anniversary inside.
 * A decision that says that it rests on absence is held to any such absence; one that only seems to, to the one that lasts.
 */
function inProtectedYear(state: CaseState, command: TerminateProgramme, { termination }: Law): Refusal | undefined {
  const rule = termination.protectedAbsence.value;
  if (rule === null || !(command.becauseOfAbsence ?? isBecauseOfAbsence(command.reason))) return undefined;
  const lastDay = date(command.lastDay);
  const absences = state.pauses.filter((pause) => command.becauseOfAbsence === true || isPausedOn(pause, lastDay));
  const [first, ...rest] = absences.flatMap(({ cause, protectedFrom }) =>
    protectedFrom === null || !rule.causes.includes(cause) ? [] : protectedFrom.add({ years: rule.years }),
  );
  if (first === undefined) return undefined;
  const anniversary = latest(first, ...rest);
  return isAfter(lastDay, anniversary) ? undefined : refuse(protectedAbsence, [anniversary], termination.protectedAbsence.provision);
}

function ended(state: CaseState, command: TerminateProgramme, today: PlainDate): readonly (ProgrammeTerminated | CertificateIssued)[] {
  const { lastDay, reason, justification, noticeException, issueCertificate = reason !== 'death' } = command;
  const decidedOn = iso(decisionDay(command, today));
  const noticeGiven = isNoticed(state, 'termination', command, decisionDay(command, today));
  const terminated: ProgrammeTerminated = {
    type: 'ProgrammeTerminated',
    version: 1,
    data: { decidedOn, lastDay, reason, becauseOfAbsence: command.becauseOfAbsence ?? isBecauseOfAbsence(reason), noticeGiven },
    personal: {
      ...(justification === undefined ? {} : { justification }),
      ...(noticeException === undefined ? {} : { noticeException }),
      ...backdating(command, today),
    },
  };
  return issueCertificate
    ? [terminated, { type: 'CertificateIssued', version: 1, data: { issuedOn: decidedOn }, personal: null }]
    : [terminated];
}
