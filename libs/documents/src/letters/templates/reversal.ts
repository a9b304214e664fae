import type { DecisionKind, DecisionReversed } from '@kvp/lifecycle';
import { appealPart } from '../parts/appeal.ts';
import { noticePart } from '../parts/notice.ts';
import { type Template, heading, lead, paragraph, written } from '../template.ts';
import { type Say, day, inFull } from '../words.ts';

const DECISIONS: Readonly<Record<DecisionKind, (say: Say) => string>> = {
  grant: (say) => say('innvilgelse', 'innvilging'),
  rejection: (say) => say('avslag', 'avslag'),
  extension: (say) => say('forlengelse', 'forlenging'),
  leave: (say) => say('permisjon', 'permisjon'),
  leaveRefusal: (say) => say('avslag på permisjon', 'avslag på permisjon'),
  interruption: (say) => say('avbrudd', 'avbrot'),
  deduction: (say) => say('trekk i stønaden', 'trekk i stønaden'),
  selfCertificateLoss: (say) => say('tap av retten til egenmelding', 'tap av retten til eigenmelding'),
  termination: (say) => say('avslutning', 'avslutning'),
  reversal: (say) => say('omgjøring', 'omgjering'),
  reconsideration: (say) => say('endring etter klage', 'endring etter klage'),
  appealDismissal: (say) => say('avvisning av klage', 'avvising av klage'),
  reinstatement: (say) => say('fortsatt program etter klage', 'framhald av programmet etter klage'),
};

const GROUNDS: Readonly<Record<DecisionReversed['data']['ground'], (say: Say) => string>> = {
  notToDetriment: (say) => say('endringen ikke er til skade for deg', 'endringa ikkje er til skade for deg'),
  notNotified: (say) => say('du ikke hadde fått vite om vedtaket ennå', 'du ikkje hadde fått vite om vedtaket enno'),
  invalid: (say) => say('vedtaket var ugyldig', 'vedtaket var ugyldig'),
};

/** FVL § 35. */
export const reversalLetter: Template<DecisionReversed> = {
  kind: 'reversal',
  version: 1,
  isDecision: true,
  write(facts, say) {
    const { ground, effectiveFrom, noticeGiven, kind } = facts.event.data;
    const { justification, noticeException } = facts.event.personal;
    const what = DECISIONS[kind](say);
    const made = facts.earlier === null ? '' : say(` av ${day(facts.earlier.decidedOn)}`, ` av ${day(facts.earlier.decidedOn)}`);
    return {
      title: say('Vi har gjort om et vedtak i saken din', 'Vi har gjort om eit vedtak i saka di'),
      blocks: [
        lead(
          say(
            `Vedtaket${made} om ${what} gjelder ikke lenger. Endringen har virkning fra ${day(effectiveFrom)}.`,
            `Vedtaket${made} om ${what} gjeld ikkje lenger. Endringa har verknad frå ${day(effectiveFrom)}.`,
          ),
        ),
        {
          kind: 'facts',
          rows: [
            [say('Vedtatt', 'Vedteke'), day(facts.decidedOn)],
            [say('Virkning fra', 'Verknad frå'), day(effectiveFrom)],
          ],
        },
        paragraph(
          say(
            'Saken står nå som før det vedtaket. Er stønad påvirket, regner vi den om fra samme dag.',
            'Saka står no som før det vedtaket. Er stønad påverka, reknar vi han om frå same dag.',
          ),
        ),
        heading(say('Hvorfor vi gjør om vedtaket', 'Kvifor vi gjer om vedtaket')),
        paragraph(
          say(
            `Vi kan gjøre om vårt eget vedtak uten klage når ${GROUNDS[ground](say)} (${inFull('FVL § 35', say)}). Vi har lagt dette til grunn:`,
            `Vi kan gjere om vårt eige vedtak utan klage når ${GROUNDS[ground](say)} (${inFull('FVL § 35', say)}). Vi har lagt dette til grunn:`,
          ),
        ),
        ...written(justification),
        ...noticePart(noticeGiven, noticeException, say),
        ...appealPart(facts, say),
      ],
    };
  },
};
