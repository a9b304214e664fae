import type { Block } from '../../pdf/pdf-document.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { heading, paragraph } from '../template.ts';
import { type Say, weeks, years } from '../words.ts';

/** What every decision says of appeal, the documents, deferral, guidance, legal aid and costs. FVL §§ 11, 18, 27–32, 36 and 42. */
export function appealPart({ office, law }: LetterFacts, say: Say): readonly Block[] {
  const { appealBody, appealWeeks, latestAppealYears, costsWeeks } = law;
  const body = say(appealBody, appealBody === 'fylkesmannen' ? 'fylkesmannen' : 'statsforvaltaren');
  return [
    heading(say('Du kan klage på vedtaket', 'Du kan klage på vedtaket')),
    paragraph(
      say(
        `Er du uenig, kan du klage innen ${weeks(appealWeeks, say)} fra den dagen du fikk vite om vedtaket (forvaltningsloven §§ 28 og 29).`,
        `Er du usamd, kan du klage innan ${weeks(appealWeeks, say)} frå den dagen du fekk vite om vedtaket (forvaltningslova §§ 28 og 29).`,
      ),
      say(
        `Det er ${body} som avgjør klagen, men du sender den til oss, ${office}. Vi vurderer saken på nytt, og sender klagen videre hvis vi ikke endrer vedtaket slik du ønsker.`,
        `Det er ${body} som avgjer klaga, men du sender henne til oss, ${office}. Vi vurderer saka på nytt, og sender klaga vidare om vi ikkje endrar vedtaket slik du ønskjer.`,
      ),
    ),
    paragraph(
      say(
        'Klagen må være skriftlig. Skriv hvilket vedtak du klager på, hva du vil ha endret og helst hvorfor, og skriv under, eller send den digitalt slik at vi ser at den er fra deg (forvaltningsloven § 32). Vi hjelper deg gjerne med å skrive den.',
        'Klaga må vere skriftleg. Skriv kva vedtak du klagar på, kva du vil ha endra og helst kvifor, og skriv under, eller send henne digitalt slik at vi ser at ho er frå deg (forvaltningslova § 32). Vi hjelper deg gjerne med å skrive henne.',
      ),
      say(
        `Kommer klagen for sent, kan den likevel bli behandlet hvis du ikke kan lastes for det eller særlige grunner taler for det, men ikke når det har gått mer enn ${years(latestAppealYears, say)} fra vedtaket (forvaltningsloven § 31).`,
        `Kjem klaga for seint, kan ho likevel bli behandla om du ikkje kan lastast for det eller særlege grunnar talar for det, men ikkje når det har gått meir enn ${years(latestAppealYears, say)} frå vedtaket (forvaltningslova § 31).`,
      ),
    ),
    paragraph(
      say(
        'Vedtaket gjelder selv om du klager. Du kan be om utsatt iverksetting: at vi venter med å gjennomføre det til klagen er avgjort (forvaltningsloven § 42).',
        'Vedtaket gjeld sjølv om du klagar. Du kan be om utsett iverksetjing: at vi ventar med å gjennomføre det til klaga er avgjord (forvaltningslova § 42).',
      ),
    ),
    heading(say('Innsyn, hjelp og kostnader', 'Innsyn, hjelp og kostnader')),
    paragraph(
      say(
        'Du har rett til å se dokumentene i saken din (forvaltningsloven §§ 18 og 19). Vi har plikt til å veilede deg (forvaltningsloven § 11): ta kontakt hvis noe er uklart.',
        'Du har rett til å sjå dokumenta i saka di (forvaltningslova §§ 18 og 19). Vi har plikt til å rettleie deg (forvaltningslova § 11): ta kontakt om noko er uklart.',
      ),
      say(
        `Du kan ha rett til fri rettshjelp. Blir vedtaket endret til fordel for deg, kan du få dekket vesentlige kostnader som var nødvendige for å få det endret. Kravet må settes fram innen ${weeks(costsWeeks, say)} etter at du fikk vite om det nye vedtaket (forvaltningsloven § 36).`,
        `Du kan ha rett til fri rettshjelp. Blir vedtaket endra til fordel for deg, kan du få dekt vesentlege kostnader som var nødvendige for å få det endra. Kravet må setjast fram innan ${weeks(costsWeeks, say)} etter at du fekk vite om det nye vedtaket (forvaltningslova § 36).`,
      ),
    ),
  ];
}

/** Where no decision is made yet: the documents and guidance. FVL §§ 11 and 18. */
export const accessPart = (say: Say): readonly Block[] => [
  paragraph(
    say(
      'Du har rett til å se dokumentene i saken din (forvaltningsloven §§ 18 og 19). Ta kontakt med oss hvis noe er uklart; vi har plikt til å veilede deg (forvaltningsloven § 11).',
      'Du har rett til å sjå dokumenta i saka di (forvaltningslova §§ 18 og 19). Ta kontakt med oss om noko er uklart; vi har plikt til å rettleie deg (forvaltningslova § 11).',
    ),
  ),
];
