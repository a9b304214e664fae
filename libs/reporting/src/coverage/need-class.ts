/** What an assessment of the need for help concludes with (arbeids- og velferdsforvaltningsloven § 14 a), by the names until 2024. */
export const NEED_CLASSES = ['standard', 'situational', 'speciallyAdapted', 'permanentlyAdapted', 'notAssessed'] as const;
export type NeedClass = (typeof NEED_CLASSES)[number];

export const NEED_CLASS_TITLES: Readonly<Record<NeedClass, string>> = {
  standard: 'Standardinnsats',
  situational: 'Situasjonsbestemt innsats',
  speciallyAdapted: 'Spesielt tilpasset innsats',
  permanentlyAdapted: 'Varig tilpasset innsats',
  notAssessed: 'Ikke vurdert',
};

/** The need that qualifies for the programme: the conditions ask for close, coordinated help. Rulebook § 1.2. */
export const QUALIFYING: NeedClass = 'speciallyAdapted';

/**
 * As lists write them. The first of each is the name of source 003; those of 2024–25 are recalled, and the list stays open: add a name here
 * when an office uses another.
 */
const NAMES: Readonly<Record<NeedClass, readonly string[]>> = {
  standard: ['standard innsats', 'standardinnsats', 'standard', 'gode muligheter'],
  situational: ['situasjonsbestemt innsats', 'situasjonsbetinget innsats', 'situasjonsbestemt', 'trenger veiledning'],
  speciallyAdapted: ['spesielt tilpasset innsats', 'spesielt tilpasset', 'trenger veiledning, nedsatt arbeidsevne'],
  permanentlyAdapted: ['varig tilpasset innsats', 'varig tilpasset', 'liten mulighet til å jobbe', 'jobbe delvis'],
  notAssessed: ['ikke vurdert', ''],
};

/** Every name that is read. */
export const NEED_CLASS_NAMES: readonly string[] = Object.values(NAMES)
  .flat()
  .filter((name) => name !== '');

/** The class that a list means; undefined for a name that nobody has told us. */
export function needClassOf(text: string): NeedClass | undefined {
  const name = text.trim().toLowerCase();
  return NEED_CLASSES.find((needClass) => NAMES[needClass].includes(name));
}
