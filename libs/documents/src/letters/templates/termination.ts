import type { ProgrammeTerminated } from '@kvp/lifecycle';
import { appealPart } from '../parts/appeal.ts';
import { noticePart } from '../parts/notice.ts';
import { type Template, heading, lead, paragraph, written } from '../template.ts';
import { type Say, day, inFull } from '../words.ts';

const REASONS: Readonly<Record<ProgrammeTerminated['data']['reason'], (say: Say) => string>> = {
  completed: (say) => say('Du har gjennomført programmet.', 'Du har gjennomført programmet.'),
  agreed: (say) => say('Vi er blitt enige med deg om å avslutte.', 'Vi er blitt samde med deg om å avslutte.'),
  maximumReached: (say) => say('Du har nådd den lengste tiden et program kan vare.', 'Du har nådd den lengste tida eit program kan vare.'),
  benefitGranted: (say) =>
    say('Du har fått innvilget en annen ytelse til livsopphold.', 'Du har fått innvilga ei anna yting til livsopphald.'),
  turned67: (say) => say('Du fyller 67 år.', 'Du fyller 67 år.'),
  death: (say) => say('Deltakeren er død.', 'Deltakaren er død.'),
  nonAttendance: (say) => say('Du møter ikke i programmet.', 'Du møter ikkje i programmet.'),
  notResuming: (say) =>
    say('Det er sannsynlig at du ikke kommer tilbake til programmet.', 'Det er sannsynleg at du ikkje kjem tilbake til programmet.'),
  interruptedOneYear: (say) => say('Programmet har vært avbrutt i ett år.', 'Programmet har vore avbrote i eitt år.'),
  movedMunicipality: (say) => say('Du har flyttet til en annen kommune.', 'Du har flytta til ein annan kommune.'),
  movedDistrict: (say) => say('Du har flyttet til en annen bydel.', 'Du har flytta til ein annan bydel.'),
};

/** STL § 34. */
export const terminationLetter: Template<ProgrammeTerminated> = {
  kind: 'termination',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { lastDay, reason, noticeGiven } = facts.event.data;
    const { justification, noticeException } = facts.event.personal;
    const rule = inFull(facts.law.provisions.interruption, say);
    return {
      title: say('Programmet ditt blir avsluttet', 'Programmet ditt blir avslutta'),
      blocks: [
        lead(
          say(
            `Vi avslutter kvalifiseringsprogrammet ditt. Siste dag i programmet er ${day(lastDay)}.`,
            `Vi avsluttar kvalifiseringsprogrammet ditt. Siste dag i programmet er ${day(lastDay)}.`,
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Siste dag', 'Siste dag'), day(lastDay)],
          ],
        },
        heading(say('Hva det betyr for deg', 'Kva det har å seie for deg')),
        paragraph(
          say(
            `Du får stønad til og med ${day(lastDay)}. Den siste utbetalingen kommer etterskuddsvis. Du får et bevis for at du har deltatt i programmet. Endrer situasjonen din seg, kan du søke om et nytt program.`,
            `Du får stønad til og med ${day(lastDay)}. Den siste utbetalinga kjem etterskotsvis. Du får eit prov for at du har delteke i programmet. Endrar situasjonen din seg, kan du søkje om eit nytt program.`,
          ),
        ),
        heading(say('Hvorfor vi avslutter programmet', 'Kvifor vi avsluttar programmet')),
        paragraph(
          REASONS[reason](say),
          say(
            `Vedtaket er gjort etter ${rule}: et program kan avsluttes når det er saklig begrunnet i forhold hos deltakeren, og skal avsluttes når det er sannsynlig at deltakeren ikke kommer tilbake. Vi har vurdert situasjonen din og det du har fortalt oss.`,
            `Vedtaket er gjort etter ${rule}: eit program kan avsluttast når det er sakleg grunngitt i forhold hos deltakaren, og skal avsluttast når det er sannsynleg at deltakaren ikkje kjem tilbake. Vi har vurdert situasjonen din og det du har fortalt oss.`,
          ),
        ),
        ...written(justification),
        ...noticePart(noticeGiven, noticeException, say),
        ...appealPart(facts, say),
      ],
    };
  },
};
