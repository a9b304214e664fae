import { type PlainDate, date } from '@kvp/calendar';

/** A day on which the law of the programme changed. */
export interface Epoch {
  readonly name: string;
  readonly from: PlainDate;
  readonly instrument: string;
  /** What changed, in bokmål, one line. */
  readonly title: string;
}

const epoch = (name: string, from: string, instrument: string, title: string): Epoch =>
  Object.freeze({ name, from: date(from), instrument, title });

/** The history of the programme in the order of the changes. A spec finds a row of the law for every one of them. */
export const EPOCHS: readonly Epoch[] = [
  epoch('E1', '2007-11-01', 'LOV-2007-10-26-97', 'Kvalifiseringsprogrammet innføres, i kommuner med Nav-kontor'),
  epoch('E2', '2010-01-01', 'LOV-2009-12-18-131', 'Sosialtjenesteloven trer i kraft, programmet gjelder i alle kommuner'),
  epoch('E2', '2010-03-01', 'AAP-reformen', 'Rehabiliteringspenger faller bort'),
  epoch('E2a', '2010-12-17', 'LOV-2010-12-17-80', '«Yrkesaktiv alder» får ny ordlyd'),
  epoch('E2b', '2011-01-01', 'FOR-2010-11-21-1471', 'Deltakere får ikke lenger individstønad, og tilskuddet går inn i rammen'),
  epoch('E3', '2012-01-01', 'FOR-2011-12-21-1471', 'Forskriften om kvalifiseringsprogram og kvalifiseringsstønad'),
  epoch('E3a', '2015-01-01', 'LOV-2014-06-20-24', 'Refusjon i etterbetalt uføretrygd'),
  epoch(
    'E4',
    '2019-01-01',
    'LOV-2018-12-20-98 og FOR-2018-12-20-2219',
    'Reformen: aldersgrense 18 til 67 år, opptil to pluss ett år, avbrudd',
  ),
  epoch('E5', '2020-03-16', 'FOR-2020-03-27-497', 'Koronafravær med stønad, egenmelding i 16 dager'),
  epoch('E5a', '2020-05-08', 'FOR-2020-05-08-966', 'Midlertidig koronaforskrift: starten kan utsettes'),
  epoch('E5b', '2020-07-01', 'FOR-2020-06-04-1153', 'Barnetillegg til begge foreldre, grense for opphold i utlandet'),
  epoch('E5a', '2021-07-01', 'FOR-2020-05-08-966 med endringer', 'Den som når grensen sommeren 2021, kan fortsette til 30. september'),
  epoch('E5a', '2022-04-01', 'FOR-2020-05-08-966', 'Koronaforskriften gjelder ikke lenger'),
  epoch('E6', '2023-02-01', 'FOR-2022-12-20-2376', 'Barnetillegget blir 35 kroner'),
  epoch(
    'E7',
    '2024-01-01',
    'FOR-2023-12-19-2126 og FOR-2023-12-19-2125',
    'Barnets egen inntekt er uten betydning, tillegget blir 36 kroner',
  ),
  epoch('E8', '2024-07-01', 'LOV-2023-12-20-95', 'Stønaden blir 2,041 G'),
  epoch('E9', '2025-01-01', 'FOR-2024-12-18-3267', 'Barnetillegget blir 37 kroner'),
  epoch('E9a', '2025-03-07', 'BOF § 1 a', 'Egen regel for EØS-borgere'),
  epoch('E9', '2026-01-01', 'FOR-2025-12-17-2713', 'Barnetillegget blir 38 kroner'),
];
