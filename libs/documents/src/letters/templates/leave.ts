import type { LeaveGranted, LeaveRefused } from '@kvp/lifecycle';
import { appealPart } from '../parts/appeal.ts';
import { type Template, heading, lead, paragraph, written } from '../template.ts';
import { day, inFull } from '../words.ts';

/** STL §§ 32 and 36; KVPF §§ 12–16. */
export const leaveLetter: Template<LeaveGranted> = {
  kind: 'leave',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { from, plannedTo, legalForm, provision, countsTowardDuration } = facts.event.data;
    const withStipend = legalForm === 'LEAVE_WITH_STIPEND';
    const period =
      plannedTo === undefined
        ? say(`fra ${day(from)}`, `frå ${day(from)}`)
        : say(`fra ${day(from)} til og med ${day(plannedTo)}`, `frå ${day(from)} til og med ${day(plannedTo)}`);
    return {
      title: say('Du får permisjon', 'Du får permisjon'),
      blocks: [
        lead(
          withStipend
            ? say(`Du får permisjon med stønad ${period}.`, `Du får permisjon med stønad ${period}.`)
            : say(`Du får permisjon uten stønad ${period}.`, `Du får permisjon utan stønad ${period}.`),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Permisjon', 'Permisjon'), period],
          ],
        },
        heading(say('Hva det betyr for deg', 'Kva det har å seie for deg')),
        paragraph(
          withStipend
            ? say('Stønaden og barnetillegget løper som før i permisjonen.', 'Stønaden og barnetillegget går som før i permisjonen.')
            : say(
                'Du får ikke stønad eller barnetillegg for dagene i permisjonen.',
                'Du får ikkje stønad eller barnetillegg for dagane i permisjonen.',
              ),
          countsTowardDuration
            ? say('Dagene regnes med i varigheten av programmet.', 'Dagane blir rekna med i varigheita av programmet.')
            : say(
                `Dagene regnes ikke med i varigheten av programmet (${inFull(facts.law.provisions.duration, say)}). Vedtaksperioden din er den samme.`,
                `Dagane blir ikkje rekna med i varigheita av programmet (${inFull(facts.law.provisions.duration, say)}). Vedtaksperioden din er den same.`,
              ),
          say(
            'Si fra til oss når du er tilbake, eller hvis noe endrer seg.',
            'Sei frå til oss når du er tilbake, eller om noko endrar seg.',
          ),
        ),
        heading(say('Hvorfor du får permisjon', 'Kvifor du får permisjon')),
        paragraph(
          say(
            `Vedtaket er gjort etter ${inFull(provision, say)}. Vi har vurdert det du har fortalt oss, og funnet at vilkårene for permisjonen er oppfylt.`,
            `Vedtaket er gjort etter ${inFull(provision, say)}. Vi har vurdert det du har fortalt oss, og funne at vilkåra for permisjonen er oppfylte.`,
          ),
        ),
        ...written(facts.event.personal.justification),
        ...appealPart(facts, say),
      ],
    };
  },
};

/** KVPF § 15; STL § 36; FVL § 25. */
export const leaveRefusalLetter: Template<LeaveRefused> = {
  kind: 'leaveRefusal',
  version: 1,
  isDecision: true,
  write(facts, say) {
    return {
      title: say('Du får ikke permisjon', 'Du får ikkje permisjon'),
      blocks: [
        lead(say('Vi har avslått søknaden din om permisjon fra programmet.', 'Vi har avslått søknaden din om permisjon frå programmet.')),
        { kind: 'facts', rows: [[say('Vedtatt', 'Vedteke'), day(facts.decidedOn)]] },
        heading(say('Hvorfor du får avslag', 'Kvifor du får avslag')),
        paragraph(
          say(
            `Permisjon og annet fravær er regulert i ${inFull('KVPF §§ 5–17', say)} og ${inFull(facts.law.provisions.absence, say)}: permisjon gis når det er en grunn som reglene nevner, eller når tungtveiende velferdsgrunner taler for det. Vi har vurdert det du har fortalt oss, og lagt dette til grunn:`,
            `Permisjon og anna fråvær er regulert i ${inFull('KVPF §§ 5–17', say)} og ${inFull(facts.law.provisions.absence, say)}: permisjon blir gitt når det er ein grunn som reglane nemner, eller når tungtvegande velferdsgrunnar talar for det. Vi har vurdert det du har fortalt oss, og lagt dette til grunn:`,
          ),
        ),
        ...written(facts.event.personal.justification),
        paragraph(
          say(
            'Du skal møte som avtalt. Er du borte uten tillatelse, kan stønaden bli redusert.',
            'Du skal møte som avtalt. Er du borte utan løyve, kan stønaden bli redusert.',
          ),
        ),
        ...appealPart(facts, say),
      ],
    };
  },
};
