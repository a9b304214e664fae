/** The municipality whose city districts have offices of their own. */
export const OSLO = '0301';

/** The city districts of Oslo since 2004 by their number in KOSTRA 11CF (BYDELSNR). */
export const DISTRICT_NAMES: Readonly<Record<string, string>> = {
  '01': 'Gamle Oslo',
  '02': 'Grünerløkka',
  '03': 'Sagene',
  '04': 'St. Hanshaugen',
  '05': 'Frogner',
  '06': 'Ullern',
  '07': 'Vestre Aker',
  '08': 'Nordre Aker',
  '09': 'Bjerke',
  '10': 'Grorud',
  '11': 'Stovner',
  '12': 'Alna',
  '13': 'Østensjø',
  '14': 'Nordstrand',
  '15': 'Søndre Nordstrand',
};
