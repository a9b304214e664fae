import type { Block } from '../../pdf/pdf-document.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { heading, list, paragraph } from '../template.ts';
import { type Say, day, inFull, listed } from '../words.ts';

/** The stipend as the rule that was awarded, never only as an amount: then no new decision is needed when G changes. Rulebook §§ 5.9 and 6.3. */
export function stipendPart(facts: LetterFacts, say: Say): readonly Block[] {
  const { law, payDay, under25, turns25On } = facts;
  const { rates, provisions } = law;
  const { factor, daysPerYear, childRate, dailyFull, dailyUnder25 } = rates;
  return [
    heading(say('Kvalifiseringsstønaden', 'Kvalifiseringsstønaden')),
    paragraph(
      say(
        `Mens du deltar i programmet, får du kvalifiseringsstønad etter ${inFull(provisions.stipend, say)}. Vi har innvilget stønaden som en regel, ikke som et fast beløp: når grunnbeløpet, satsene eller situasjonen din endrer seg, følger stønaden med uten nytt vedtak.`,
        `Medan du deltek i programmet, får du kvalifiseringsstønad etter ${inFull(provisions.stipend, say)}. Vi har innvilga stønaden som ein regel, ikkje som eit fast beløp: når grunnbeløpet, satsane eller situasjonen din endrar seg, følgjer stønaden med utan nytt vedtak.`,
      ),
    ),
    list(
      say(
        `Full stønad er ${factor} ganger grunnbeløpet i folketrygden (G) i året.`,
        `Full stønad er ${factor} gonger grunnbeløpet i folketrygda (G) i året.`,
      ),
      under25
        ? say(
            `Er du under 25 år, får du to tredeler av full stønad. Du fyller 25 år ${day(turns25On)}, og får full stønad fra og med den dagen.`,
            `Er du under 25 år, får du to tredelar av full stønad. Du fyller 25 år ${day(turns25On)}, og får full stønad frå og med den dagen.`,
          )
        : say(
            'Den som er under 25 år, får to tredeler. Du har fylt 25 år, og får full stønad.',
            'Den som er under 25 år, får to tredelar. Du har fylt 25 år, og får full stønad.',
          ),
      say(
        `Stønaden regnes per stønadsdag: 1/${daysPerYear} av årsbeløpet for hver dag fra mandag til fredag i programmet. Med satsene ${day(law.on)} er det ${under25 ? dailyUnder25 : dailyFull} per dag.`,
        `Stønaden blir rekna per stønadsdag: 1/${daysPerYear} av årsbeløpet for kvar dag frå måndag til fredag i programmet. Med satsane ${day(law.on)} er det ${under25 ? dailyUnder25 : dailyFull} per dag.`,
      ),
      say(
        `Barnetillegg: for hvert barn under 18 år som du forsørger, får du et tillegg, ${childRate} per stønadsdag med satsen ${day(law.on)}.`,
        `Barnetillegg: for kvart barn under 18 år som du forsørgjer, får du eit tillegg, ${childRate} per stønadsdag med satsen ${day(law.on)}.`,
      ),
      say(
        `Stønaden utbetales etterskuddsvis, den ${payDay}. i måneden, på grunnlag av registrert deltakelse. Er det ikke en virkedag, utbetaler vi siste virkedag før.`,
        `Stønaden blir utbetalt etterskotsvis, den ${payDay}. i månaden, på grunnlag av registrert deltaking. Er det ikkje ein yrkedag, betaler vi ut siste yrkedag før.`,
      ),
    ),
    heading(say('Når stønaden blir lavere', 'Når stønaden blir lågare')),
    list(absenceClause(facts, say), workRule(facts, say), benefitRule(facts, say)),
    heading(say('Du må melde fra om endringer', 'Du må melde frå om endringar')),
    paragraph(
      say(
        'Si fra til oss med en gang hvis du begynner i arbeid, får lønn eller andre ytelser, hvis barn kommer til eller flytter, hvis du flytter eller skal til utlandet, eller hvis du ikke kan møte. Får du for mye stønad, kan vi motregne det i senere stønad, og gir du feil opplysninger, kan vi kreve pengene tilbake.',
        'Sei frå til oss med ein gong om du begynner i arbeid, får løn eller andre ytingar, om barn kjem til eller flyttar, om du flyttar eller skal til utlandet, eller om du ikkje kan møte. Får du for mykje stønad, kan vi motrekne det i seinare stønad, og gir du feil opplysningar, kan vi krevje pengane tilbake.',
      ),
    ),
  ];
}

/** With the reservation, a deduction carries out this decision; without it, it is a decision of its own. Rulebook § 5.5. */
function absenceClause({ absenceClause: reserved, absenceReducesChildSupplement, law }: LetterFacts, say: Say): string {
  const rule = inFull(law.provisions.absence, say);
  if (!reserved)
    return say(
      `Fravær uten tillatelse: vedtaket tar ikke forbehold om trekk. Vil vi trekke deg for fravær etter ${rule}, får du varsel og et eget vedtak.`,
      `Fråvær utan løyve: vedtaket tek ikkje atterhald om trekk. Vil vi trekkje deg for fråvær etter ${rule}, får du varsel og eit eige vedtak.`,
    );
  const supplement = absenceReducesChildSupplement
    ? say('barnetillegget medregnet', 'barnetillegget medrekna')
    : say('barnetillegget holdes utenfor', 'barnetillegget blir halde utanfor');
  return say(
    `Fravær uten tillatelse: vi tar forbehold om å trekke i stønaden etter ${rule}. Hver time du er borte uten tillatelse, gir et trekk på 1/7,5 av stønaden for dagen, ${supplement}. Trekket gjennomføres uten nytt vedtak.`,
    `Fråvær utan løyve: vi tek atterhald om å trekkje i stønaden etter ${rule}. Kvar time du er borte utan løyve, gir eit trekk på 1/7,5 av stønaden for dagen, ${supplement}. Trekket blir gjennomført utan nytt vedtak.`,
  );
}

const workRule = ({ law }: LetterFacts, say: Say): string =>
  say(
    `Arbeid: arbeider du ved siden av programmet, blir stønaden og barnetillegget redusert etter hvor mange timer du arbeider. Hvor mye du tjener, har ingen betydning (${inFull(law.provisions.work, say)}).`,
    `Arbeid: arbeider du ved sida av programmet, blir stønaden og barnetillegget redusert etter kor mange timar du arbeider. Kor mykje du tener, har ikkje noko å seie (${inFull(law.provisions.work, say)}).`,
  );

const benefitRule = ({ law }: LetterFacts, say: Say): string =>
  say(
    `Andre ytelser: har du rett til ${listed(law.reducedBy)}, blir stønaden redusert tilsvarende. Barnetillegget blir ikke redusert (${inFull(law.provisions.benefits, say)}).`,
    `Andre ytingar: har du rett til ${listed(law.reducedBy)}, blir stønaden redusert tilsvarande. Barnetillegget blir ikkje redusert (${inFull(law.provisions.benefits, say)}).`,
  );
