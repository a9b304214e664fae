import type { SelfCertificateLossKept, SelfCertificateRestored, SelfCertificateRevoked } from '@kvp/lifecycle';
import { accessPart, appealPart } from '../parts/appeal.ts';
import { type Template, heading, lead, paragraph, written } from '../template.ts';
import { type Say, day, inFull } from '../words.ts';

const GROUNDS: Readonly<Record<SelfCertificateRevoked['personal']['ground'], (say: Say) => string>> = {
  fourTimes: (say) =>
    say('du har hatt minst fire fravær med egenmelding på tolv måneder', 'du har hatt minst fire fråvær med eigenmelding på tolv månader'),
  suspicion: (say) =>
    say(
      'det er skjellig grunn til mistanke om at fravær ikke skyldes sykdom',
      'det er skjelleg grunn til mistanke om at fråvær ikkje kjem av sjukdom',
    ),
};

const RULE = 'KVPF § 8';

/** KVPF § 8. */
export const selfCertificateLossLetter: Template<SelfCertificateRevoked> = {
  kind: 'selfCertificateLoss',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { from, reviewBy } = facts.event.data;
    const { ground, heardOn, justification } = facts.event.personal;
    return {
      title: say('Du kan ikke lenger bruke egenmelding', 'Du kan ikkje lenger bruke eigenmelding'),
      blocks: [
        lead(
          say(
            `Fra ${day(from)} må du ha legeerklæring fra første dag når du er syk. Uten legeerklæring får du ikke stønad for dagen.`,
            `Frå ${day(from)} må du ha legeerklæring frå første dag når du er sjuk. Utan legeerklæring får du ikkje stønad for dagen.`,
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Gjelder fra', 'Gjeld frå'), day(from)],
            [say('Vurderes på nytt senest', 'Blir vurdert på nytt seinast'), day(reviewBy)],
          ],
        },
        heading(say('Hvorfor du mister retten', 'Kvifor du mister retten')),
        paragraph(
          say(
            `Retten til egenmelding kan falle bort når ${GROUNDS[ground](say)} (${inFull(RULE, say)}). Vi snakket med deg om det ${day(heardOn)}. Vi har lagt dette til grunn:`,
            `Retten til eigenmelding kan falle bort når ${GROUNDS[ground](say)} (${inFull(RULE, say)}). Vi snakka med deg om det ${day(heardOn)}. Vi har lagt dette til grunn:`,
          ),
        ),
        ...written(justification),
        ...appealPart(facts, say),
      ],
    };
  },
};

/** KVPF § 8: looked at again within six months, and it stands. */
export const selfCertificateKeptLetter: Template<SelfCertificateLossKept> = {
  kind: 'selfCertificateReview',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { reviewBy } = facts.event.data;
    return {
      title: say('Du kan fortsatt ikke bruke egenmelding', 'Du kan framleis ikkje bruke eigenmelding'),
      blocks: [
        lead(
          say(
            'Vi har vurdert på nytt om du kan bruke egenmelding når du er syk. Du må fortsatt ha legeerklæring fra første dag.',
            'Vi har vurdert på nytt om du kan bruke eigenmelding når du er sjuk. Du må framleis ha legeerklæring frå første dag.',
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Vurderes igjen senest', 'Blir vurdert igjen seinast'), day(reviewBy)],
          ],
        },
        heading(say('Hvorfor vedtaket står', 'Kvifor vedtaket står')),
        paragraph(
          say(
            `Tap av retten til egenmelding skal vurderes på nytt innen seks måneder (${inFull(RULE, say)}). Vi har lagt dette til grunn:`,
            `Tap av retten til eigenmelding skal vurderast på nytt innan seks månader (${inFull(RULE, say)}). Vi har lagt dette til grunn:`,
          ),
        ),
        ...written(facts.event.personal.justification),
        ...appealPart(facts, say),
      ],
    };
  },
};

/** KVPF § 8: the right is back. No decision against anyone. */
export const selfCertificateRestoredLetter: Template<SelfCertificateRestored> = {
  kind: 'selfCertificateReview',
  version: 1,
  isDecision: false,
  write(facts, say) {
    const { restoredOn } = facts.event.data;
    return {
      title: say('Du kan bruke egenmelding igjen', 'Du kan bruke eigenmelding igjen'),
      blocks: [
        lead(
          say(
            `Fra ${day(restoredOn)} kan du igjen bruke egenmelding når du er syk.`,
            `Frå ${day(restoredOn)} kan du igjen bruke eigenmelding når du er sjuk.`,
          ),
        ),
        paragraph(
          say(
            `Vi har vurdert saken på nytt etter ${inFull(RULE, say)}. Egenmelding kan brukes i inntil tre kalenderdager om gangen.`,
            `Vi har vurdert saka på nytt etter ${inFull(RULE, say)}. Eigenmelding kan brukast i inntil tre kalenderdagar om gongen.`,
          ),
        ),
        ...written(facts.event.personal.justification),
        ...accessPart(say),
      ],
    };
  },
};
