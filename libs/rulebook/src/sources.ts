/** What an abbreviation in a provision or a source stands for, and where it can be read. */
export interface Source {
  readonly short: string;
  readonly name: string;
  readonly where: string;
}

const lovdata = (path: string): string => `https://lovdata.no/dokument/${path}`;

const source = (short: string, name: string, where: string): Source => Object.freeze({ short, name, where });

export const SOURCES: readonly Source[] = [
  source('STL', 'Sosialtjenesteloven, LOV-2009-12-18-131', lovdata('NL/lov/2009-12-18-131')),
  source('STL 1991', 'The social services act of 1991; its chapter 5A was put in by LOV-2007-10-26-97', lovdata('NLO/lov/1991-12-13-81')),
  source('KVPF', 'Regulation on the programme and the stipend, FOR-2011-12-21-1471', lovdata('SF/forskrift/2011-12-21-1471')),
  source('BOF', 'Regulation on persons without fixed residence, FOR-2011-12-16-1251', lovdata('SF/forskrift/2011-12-16-1251')),
  source(
    'AAPF',
    'Regulation on the work assessment allowance, FOR-2017-12-13-2100; § 8 has the child rate',
    lovdata('SF/forskrift/2017-12-13-2100'),
  ),
  source('TPF', 'Regulation on tiltakspenger, FOR-2013-11-04-1286', lovdata('SF/forskrift/2013-11-04-1286')),
  source('FTL', 'Folketrygdloven, LOV-1997-02-28-19', lovdata('NL/lov/1997-02-28-19')),
  source('FVL', 'Forvaltningsloven, LOV-1967-02-10', lovdata('NL/lov/1967-02-10')),
  source('EFVF', 'eForvaltningsforskriften, FOR-2004-06-25-988', lovdata('SF/forskrift/2004-06-25-988')),
  source('NAVL', 'Nav act, LOV-2006-06-16-20', lovdata('NL/lov/2006-06-16-20')),
  source(
    'NAVK1, NAVK2',
    'Nav’s pages on the stipend for municipalities, the newer and the older',
    'https://www.nav.no/no/nav-og-samfunn/samarbeid/for-kommunen/kvalifiseringsprogrammet2/kvalifiseringsstonad-og-andre-okonomiske-ordninger',
  ),
  source(
    'SFV19',
    'Statsforvalteren i Vestland on the reform of 2019',
    'https://www.statsforvalteren.no/nn/vestland/helse-omsorg-og-sosialtenester/kvalifiseringsprogrammet/endringar-i-sosialtenestelova-om-kvalifiseringsprogrammet/',
  ),
  source(
    'SFV24',
    'Statsforvalteren i Vestland on barnepensjon and the programme, 10 June 2024',
    'https://www.statsforvalteren.no/nb/vestland/helse-omsorg-og-sosialtjenester/kvalifiseringsprogrammet/har-personar-som-far-barnepensjon-rett-pa-kvalifiseringsprogram/',
  ),
  source(
    'R35',
    'Nav’s circular to the act, hovednr. 35; read only where others quote it',
    'https://www.nav.no/nav.no-ressurser/lenker/regelverk/rettskildene/rundskriv-hovednr.35-lov-om-sosiale-tjenester-i-nav',
  ),
  source(
    'SOM',
    'Sivilombudet on the review of a refusal (Vestland, 2019)',
    'https://www.sivilombudsmannen.no/uttalelser/fylkesmannens-kompetanse-i-klagesaker-om-rett-til-kvalifiseringsprogrammet-etter-sosialtjenesteloven/',
  ),
  source('direktoratets brev', 'Letter of the directorate to the municipalities, 7 March 2008', 'not published; a copy was read'),
  source('infoside', 'An undated information page on the programme, of the years 2010 to 2018', 'a copy was read'),
  source('Tromsøs høringssvar', 'Reply of Tromsø municipality to the consultation on the regulation of 2012', 'a copy was read'),
];
