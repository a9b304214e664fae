import type { AbsenceQuota, AbsenceRule, NoticeAhead } from '../epochs/absence.ts';
import type { LeaveRight } from '../epochs/leave.ts';
import { type GroupWords, days, either, masculine, months, words } from './words.ts';

const WINDOW = { occasion: 'hver gang', calendarYear: 'i kalenderåret', rolling12Months: 'de siste tolv månedene' } as const;
const UNIT = { workingDays: 'virkedager', calendarDays: 'kalenderdager' } as const;

const quota = (limit: AbsenceQuota | null): string =>
  limit === null ? '' : `, høyst ${limit.limit} ${UNIT[limit.unit]} ${WINDOW[limit.per]}`;

const ahead = (notice: NoticeAhead | null): string => (notice === null ? '' : `, varsles ${notice.days} ${UNIT[notice.unit]} før`);

const counts = (counted: boolean): string => (counted ? '' : ', regnes ikke med i varigheten');

const right = ({ title, provision, quota: limit, countsTowardDuration }: LeaveRight): string =>
  `${title} (${provision})${quota(limit)}${counts(countsTowardDuration)}`;

const kind = ({ title, provision, quota: limit, countsTowardDuration, withStipend, evidenceNeeded, noticeAhead }: AbsenceRule): string =>
  `${title} (${provision}): ${withStipend ? 'med stønad' : 'uten stønad'}${quota(limit)}` +
  `${evidenceNeeded ? ', egenmelding eller legeerklæring' : ''}${ahead(noticeAhead)}${counts(countsTowardDuration)}`;

export const leaveWords: GroupWords<'leave'> = {
  title: 'Permisjon',
  rules: {
    rights: words('Permisjon og fri med stønad', (rights) => rights.map(right)),
    withoutStipend: either('Permisjon uten stønad', 'kan gis', 'finnes ikke'),
  },
};

export const absenceWords: GroupWords<'absence'> = {
  title: 'Fravær',
  rules: {
    catalogue: words('Slags fravær', (kinds) => kinds.map(kind)),
    selfCertificate: words('Egenmelding', (rule) =>
      rule === null
        ? 'ingen kjent regel'
        : [
            `opptil ${rule.calendarDays} kalenderdager om gangen; tidligere dager regnes med når det er ${rule.windowDays} dager eller mindre siden`,
            rule.fromDay === 0 ? 'fra første dag i programmet' : `fra ${rule.fromDay} dager etter start`,
            `retten kan falle bort etter ${masculine(rule.lossAfter)} egenmeldte fravær på tolv måneder, og vurderes på nytt innen ${months(rule.reviewMonths)}`,
          ],
    ),
    childIllness: words('Barns eller barnepassers sykdom', (rule) =>
      rule === null
        ? 'ingen kjent regel'
        : [
            `${rule.days} virkedager på tolv måneder, ${rule.daysForMany} ved omsorg for flere enn ${masculine(rule.manyChildren)} barn`,
            `${rule.perChronicallyIll} til for hvert kronisk sykt barn; ${masculine(rule.soleCarerFactor)} ganger så mange for den som er alene om omsorgen`,
            `til og med året barnet fyller ${rule.childAge} år, ${rule.chronicallyIllAge} for et kronisk sykt barn`,
            `egenmelding de første ${days(rule.selfCertifiedDays).replace(' dager', ' kalenderdagene')}`,
          ],
    ),
    seniorHoliday: words('Mer ferie for eldre', (rule) =>
      rule === null ? 'ingen kjent regel' : `${masculine(rule.extraDays)} virkedager mer fra ${rule.fromAge}-årsdagen`,
    ),
  },
};
