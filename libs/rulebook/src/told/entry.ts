import { type GroupWords, either, listed, neuter, oneOf, words } from './words.ts';

const GROUND = {
  conditionsNotMet: 'vilkårene er ikke oppfylt',
  disproportionatelyBurdensome: 'det er uforholdsmessig byrdefullt på grunn av søkerens egen situasjon',
  lackOfCapacity: 'kontoret kan ikke tilby et tilpasset program',
} as const;

export const entryWords: GroupWords<'entry'> = {
  title: 'Inngangsvilkår',
  rules: {
    minimumAge: words('Nedre aldersgrense', (age) => `${age} år på den planlagte startdagen`),
    upperAge: words('Øvre aldersgrense', (age) => `${age} år: siste dag er dagen før fødselsdagen`),
    reducedCapacity: either('Arbeids- og inntektsevne', 'må være vesentlig nedsatt', 'uten betydning'),
    subsidiary: either('Andre ytelser', 'ingen eller svært begrensede ytelser til livsopphold', 'uten betydning'),
    limitedBenefit: words('En svært begrenset ytelse', (measure) =>
      measure === null ? 'ingen kjent regel' : 'høyst statens veiledende norm for husstanden, uten boutgifter',
    ),
    excludingBenefits: words('Ytelser som vanligvis utelukker programmet', (benefits) => listed(benefits)),
    assessmentRequired: either('Arbeidsevnevurdering', 'må være gjort', 'kreves ikke'),
    needClass: words('Behov etter vurderingen', (need) => need ?? 'ingen kjent regel'),
    helpNecessary: either('Tett og koordinert bistand', 'må være hensiktsmessig og nødvendig', 'kreves ikke'),
    rejectionGrounds: words('Grunner til avslag', (grounds) => oneOf(grounds.map((ground) => GROUND[ground]))),
    programmesPerPerson: words('Antall program for en person', (count) => (count === null ? 'ingen grense' : neuter(count))),
    conditionsThroughout: either('Vilkårene må være oppfylt', 'så lenge programmet varer', 'bare ved innvilgelsen'),
  },
};

export const residenceWords: GroupWords<'residence'> = {
  title: 'Kommune og opphold',
  rules: {
    municipalities: words('Kommuner med programmet', (which) => (which === 'all' ? 'alle' : 'de som har Nav-kontor')),
    municipalityOfStay: words('Ansvarlig kommune', () => 'der personen oppholder seg; ved opphold i institusjon kommunen før oppholdet'),
    residence: words('Opphold', (rule) => (rule === 'lawfulStay' ? 'lovlig' : 'lovlig, med fast bopel')),
    asylumSeekersLeftOut: either('Asylsøkere i statlig innkvartering', 'har ikke rett', 'kan ha rett'),
    settledRefugeesTied: either('Bosatte flyktninger', 'hører til kommunen som får integreringstilskudd', 'ingen egen regel'),
    ownRuleForEea: either('EØS-borgere', 'egen regel', 'ingen egen regel'),
  },
};
