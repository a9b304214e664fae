import type { ProgrammeInterrupted } from '@kvp/lifecycle';
import { appealPart } from '../parts/appeal.ts';
import { noticePart } from '../parts/notice.ts';
import { type Template, heading, lead, paragraph, written } from '../template.ts';
import { day, inFull, years } from '../words.ts';

/** STL § 34. */
export const interruptionLetter: Template<ProgrammeInterrupted> = {
  kind: 'interruption',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { from, plannedTo, latestReturn, noticeGiven } = facts.event.data;
    const { justification, noticeException } = facts.event.personal;
    const { interruptionYears, provisions } = facts.law;
    const rule = inFull(provisions.interruption, say);
    return {
      title: say('Programmet ditt blir avbrutt', 'Programmet ditt blir avbrote'),
      blocks: [
        lead(
          say(
            `Vi avbryter kvalifiseringsprogrammet ditt fra ${day(from)}. Du er fortsatt med i programmet, og kan komme tilbake.`,
            `Vi bryt av kvalifiseringsprogrammet ditt frå ${day(from)}. Du er framleis med i programmet, og kan kome tilbake.`,
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Avbrutt fra', 'Avbrote frå'), day(from)],
            ...(plannedTo === undefined ? [] : [[say('Etter planen til og med', 'Etter planen til og med'), day(plannedTo)] as const]),
            ...(latestReturn === undefined
              ? []
              : [[say('Siste dag å komme tilbake', 'Siste dag å kome tilbake'), day(latestReturn)] as const]),
          ],
        },
        heading(say('Hva det betyr for deg', 'Kva det har å seie for deg')),
        paragraph(
          say(
            `Du får ikke stønad eller barnetillegg mens programmet er avbrutt (${inFull(provisions.stipend, say)}). Tiden regnes ikke med i varigheten av programmet. Si fra til oss med en gang du kan begynne igjen.`,
            `Du får ikkje stønad eller barnetillegg medan programmet er avbrote (${inFull(provisions.stipend, say)}). Tida blir ikkje rekna med i varigheita av programmet. Sei frå til oss med ein gong du kan begynne igjen.`,
          ),
          interruptionYears === null
            ? ''
            : say(
                `Har programmet vært avbrutt i ${years(interruptionYears, say)}, må vi avslutte det (${rule}).`,
                `Har programmet vore avbrote i ${years(interruptionYears, say)}, må vi avslutte det (${rule}).`,
              ),
        ),
        heading(say('Hvorfor vi avbryter programmet', 'Kvifor vi bryt av programmet')),
        paragraph(
          say(
            `Vi kan avbryte et program for en tid når det er saklig begrunnet i forhold hos deltakeren (${rule}). Vi har lagt dette til grunn:`,
            `Vi kan bryte av eit program for ei tid når det er sakleg grunngitt i forhold hos deltakaren (${rule}). Vi har lagt dette til grunn:`,
          ),
        ),
        ...written(justification),
        ...noticePart(noticeGiven, noticeException, say),
        ...appealPart(facts, say),
      ],
    };
  },
};
