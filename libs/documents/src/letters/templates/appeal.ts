import type { AppealDismissed, AppealForwarded, DecisionChanged, ProgrammeReinstated } from '@kvp/lifecycle';
import { accessPart, appealPart } from '../parts/appeal.ts';
import { type Template, heading, lead, list, paragraph, written } from '../template.ts';
import { type Say, day, inFull } from '../words.ts';

/** FVL § 33: the office changes its decision on appeal. */
export const reconsiderationLetter: Template<DecisionChanged> = {
  kind: 'reconsideration',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { outcome, effects } = facts.event.data;
    const { justification, discretion, newFacts } = facts.event.personal;
    const inPart = outcome === 'partly';
    const isDone = effects.every(({ order }) => order === undefined);
    return {
      title: say('Vi har endret vedtaket du klaget på', 'Vi har endra vedtaket du klaga på'),
      blocks: [
        lead(
          inPart
            ? say('Vi er delvis enig i klagen din, og endrer vedtaket.', 'Vi er delvis samd i klaga di, og endrar vedtaket.')
            : say('Vi er enig i klagen din, og endrer vedtaket.', 'Vi er samd i klaga di, og endrar vedtaket.'),
        ),
        { kind: 'facts', rows: [[say('Vedtatt', 'Vedteke'), day(facts.decidedOn)]] },
        paragraph(
          isDone
            ? say(
                'Vedtaket gjelder ikke lenger. Er stønaden påvirket, regner vi den om.',
                'Vedtaket gjeld ikkje lenger. Er stønaden påverka, reknar vi han om.',
              )
            : say('Du får et nytt vedtak som sier hva endringen går ut på.', 'Du får eit nytt vedtak som seier kva endringa går ut på.'),
          inPart
            ? say(
                'Resten av klagen sender vi videre, hvis du ikke trekker den.',
                'Resten av klaga sender vi vidare, om du ikkje trekkjer henne.',
              )
            : '',
        ),
        heading(say('Hvorfor vi endrer vedtaket', 'Kvifor vi endrar vedtaket')),
        paragraph(
          say(
            `Vi vurderte vedtaket på nytt da du klaget (${inFull('FVL § 33', say)}). Vi har lagt dette til grunn:`,
            `Vi vurderte vedtaket på nytt da du klaga (${inFull('FVL § 33', say)}). Vi har lagt dette til grunn:`,
          ),
        ),
        ...[justification, discretion, newFacts].flatMap(written),
        ...appealPart(facts, say),
      ],
    };
  },
};

const GROUNDS: Readonly<Record<AppealDismissed['data']['grounds'][number], (say: Say) => string>> = {
  late: (say) =>
    say(`klagen kom etter klagefristen (${inFull('FVL § 31', say)})`, `klaga kom etter klagefristen (${inFull('FVL § 31', say)})`),
  form: (say) =>
    say(
      `klagen mangler noe som du har hatt frist for å rette (${inFull('FVL § 32', say)})`,
      `klaga manglar noko som du har hatt frist for å rette (${inFull('FVL § 32', say)})`,
    ),
  notEntitled: (say) =>
    say(
      `den som har klaget, har ikke klagerett (${inFull('FVL § 28', say)})`,
      `den som har klaga, har ikkje klagerett (${inFull('FVL § 28', say)})`,
    ),
  noLegalInterest: (say) =>
    say(
      `den som har klaget, har ikke rettslig klageinteresse (${inFull('FVL § 28', say)})`,
      `den som har klaga, har ikkje rettsleg klageinteresse (${inFull('FVL § 28', say)})`,
    ),
};

/** FVL §§ 28–33: the appeal is turned away; that may be appealed. */
export const dismissalLetter: Template<AppealDismissed> = {
  kind: 'appealDismissal',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { grounds } = facts.event.data;
    return {
      title: say('Vi har avvist klagen din', 'Vi har avvist klaga di'),
      blocks: [
        lead(
          say(
            'Vi behandler ikke klagen din. Vedtaket du klaget på, blir stående.',
            'Vi behandlar ikkje klaga di. Vedtaket du klaga på, blir ståande.',
          ),
        ),
        { kind: 'facts', rows: [[say('Vedtatt', 'Vedteke'), day(facts.decidedOn)]] },
        heading(say('Hvorfor vi avviser klagen', 'Kvifor vi avviser klaga')),
        list(...grounds.map((ground) => GROUNDS[ground](say))),
        ...written(facts.event.personal.justification),
        ...appealPart(facts, say),
      ],
    };
  },
};

/** FVL § 33: the party gets a copy of what the office says when it forwards the appeal. */
export const forwardingLetter: Template<AppealForwarded> = {
  kind: 'appealForwarding',
  version: 1,
  isDecision: false,
  write(facts, say) {
    const { forwardedOn } = facts.event.data;
    const body = say(facts.law.appealBody, facts.law.appealBody === 'fylkesmannen' ? 'fylkesmannen' : 'statsforvaltaren');
    return {
      title: say('Vi har sendt klagen din videre', 'Vi har sendt klaga di vidare'),
      blocks: [
        lead(
          say(
            `Vi har vurdert klagen din og sendt den til ${body}, som avgjør den.`,
            `Vi har vurdert klaga di og sendt henne til ${body}, som avgjer henne.`,
          ),
        ),
        { kind: 'facts', rows: [[say('Sendt videre', 'Sendt vidare'), day(forwardedOn)]] },
        heading(say('Dette har vi skrevet om klagen', 'Dette har vi skrive om klaga')),
        paragraph(
          say(
            `Du får kopi av uttalelsen vår (${inFull('FVL § 33', say)}). Har du noe å tilføye, kan du skrive til ${body}.`,
            `Du får kopi av fråsegna vår (${inFull('FVL § 33', say)}). Har du noko å leggje til, kan du skrive til ${body}.`,
          ),
        ),
        ...written(facts.event.personal.officeStatement),
        ...accessPart(say),
      ],
    };
  },
};

/** Decided point 19: a programme whose end was changed on appeal goes on. */
export const reinstatementLetter: Template<ProgrammeReinstated> = {
  kind: 'reinstatement',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { from, lastDay, to } = facts.event.data;
    return {
      title: say('Programmet ditt fortsetter', 'Programmet ditt held fram'),
      blocks: [
        lead(
          say(
            `Vedtaket om å avslutte programmet ditt er endret etter klage. Programmet fortsetter fra ${day(from)}.`,
            `Vedtaket om å avslutte programmet ditt er endra etter klage. Programmet held fram frå ${day(from)}.`,
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Var avsluttet med siste dag', 'Var avslutta med siste dag'), day(lastDay)],
            [say('Fortsetter fra', 'Held fram frå'), day(from)],
            ...(to === undefined ? [] : [[say('Vedtak til og med', 'Vedtak til og med'), day(to)] as const]),
          ],
        },
        paragraph(
          say(
            'Du får stønad for dagene i programmet. Dager mellom siste dag og den dagen programmet fortsetter, gir ikke stønad og teller ikke i varigheten.',
            'Du får stønad for dagane i programmet. Dagar mellom siste dag og den dagen programmet held fram, gir ikkje stønad og tel ikkje i lengda.',
          ),
        ),
        heading(say('Hvorfor programmet fortsetter', 'Kvifor programmet held fram')),
        paragraph(
          say(
            `Vedtaket gjennomfører utfallet av klagen (${inFull('FVL § 34', say)}).`,
            `Vedtaket gjennomfører utfallet av klaga (${inFull('FVL § 34', say)}).`,
          ),
        ),
        ...written(facts.event.personal.justification),
        ...appealPart(facts, say),
      ],
    };
  },
};
