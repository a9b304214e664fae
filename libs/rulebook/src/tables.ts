import * as absence from './epochs/absence.ts';
import * as caseHandling from './epochs/case-handling.ts';
import * as child from './epochs/child-supplement.ts';
import * as content from './epochs/content.ts';
import * as duration from './epochs/duration.ts';
import * as entry from './epochs/entry.ts';
import * as interruption from './epochs/interruption.ts';
import * as leave from './epochs/leave.ts';
import * as residence from './epochs/residence.ts';
import type { Rows } from './epochs/rows.ts';
import { startDeadline } from './epochs/start.ts';
import * as stipend from './epochs/stipend.ts';
import type { Rule } from './law.ts';

/** Every rule of the law but the rates, in its place: a rule is added with its table and a line here. */
export const TABLES = {
  entry: {
    minimumAge: entry.minimumAge,
    upperAge: entry.upperAge,
    reducedCapacity: entry.reducedCapacity,
    subsidiary: entry.subsidiary,
    limitedBenefit: entry.limitedBenefit,
    excludingBenefits: stipend.excludingBenefits,
    assessmentRequired: entry.assessmentRequired,
    needClass: entry.needClass,
    helpNecessary: entry.helpNecessary,
    rejectionGrounds: entry.rejectionGrounds,
    programmesPerPerson: entry.programmesPerPerson,
    conditionsThroughout: entry.conditionsThroughout,
  },
  residence: {
    municipalities: residence.municipalities,
    municipalityOfStay: residence.municipalityOfStay,
    residence: residence.residence,
    asylumSeekersLeftOut: residence.asylumSeekersLeftOut,
    settledRefugeesTied: residence.settledRefugeesTied,
    ownRuleForEea: residence.ownRuleForEea,
  },
  start: { deadline: startDeadline },
  content: {
    core: content.core,
    workDirectedByHalfway: content.workDirectedByHalfway,
    jobSearch: content.jobSearch,
    fullTimeHours: content.fullTimeHours,
    mostPaidWorkShare: content.mostPaidWorkShare,
    apprenticeship: content.apprenticeship,
    supportAndHealth: content.supportAndHealth,
    evaluationDatesRequired: content.evaluationDatesRequired,
    individualPlan: content.individualPlan,
    activityPlan: content.activityPlan,
    certificate: content.certificate,
  },
  duration: {
    perDecisionYears: duration.perDecisionYears,
    ordinaryYears: duration.ordinaryYears,
    absoluteYears: duration.absoluteYears,
    monthsBeyondOrdinary: duration.monthsBeyondOrdinary,
    specialReasons: duration.specialReasons,
    decisionAtPeriodEnd: duration.decisionAtPeriodEnd,
    notCounted: duration.notCounted,
    covidExtension: duration.covidExtension,
  },
  interruption: {
    maximumYears: interruption.interruptionYears,
    warningDays: interruption.interruptionWarningDays,
    resumption: interruption.resumption,
  },
  termination: {
    groundsInParticipant: interruption.groundsInParticipant,
    mustTerminate: interruption.mustTerminate,
    protectedAbsence: interruption.protectedAbsence,
  },
  leave: {
    rights: leave.leaveRights,
    withoutStipend: leave.leaveWithoutStipend,
  },
  absence: {
    catalogue: absence.absenceCatalogue,
    selfCertificate: absence.selfCertificate,
    childIllness: absence.childIllness,
    seniorHoliday: absence.seniorHoliday,
  },
  stipend: {
    reducedBy: stipend.reducedBy,
    notReducedBy: stipend.notReducedBy,
    workReducesByHours: stipend.workReducesByHours,
    absenceReducesByHours: stipend.absenceReducesByHours,
    noneWhileInterrupted: stipend.noneWhileInterrupted,
    measureAllowance: stipend.measureAllowance,
    refundFromBackPay: stipend.refundFromBackPay,
    paidInArrears: stipend.paidInArrears,
    juneWithoutWithholding: stipend.juneWithoutWithholding,
    setOff: stipend.setOff,
    repayment: stipend.repayment,
    claimLimitYears: stipend.claimLimitYears,
    stateGrant: stipend.stateGrant,
  },
  childSupplement: {
    underAge: child.childUnderAge,
    bothParents: child.bothParents,
    fosterChildYears: child.fosterChildYears,
    abroadLimit: child.abroadLimit,
    childsOwnIncome: child.childsOwnIncome,
    maintenanceToAgency: child.maintenanceToAgency,
  },
  caseHandling: {
    interimReplyMonths: caseHandling.interimReplyMonths,
    appealWeeks: caseHandling.appealWeeks,
    latestAppealYears: caseHandling.latestAppealYears,
    appealTimeExtendedOnlyBeforeExpiry: caseHandling.appealTimeExtendedOnlyBeforeExpiry,
    detrimentNoticeMonths: caseHandling.detrimentNoticeMonths,
    costsClaimWeeks: caseHandling.costsClaimWeeks,
    secondAlertWeeks: caseHandling.secondAlertWeeks,
    openingWeeks: caseHandling.openingWeeks,
    appealBody: caseHandling.appealBody,
  },
} as const;

type Tables = typeof TABLES;

/** One group of rules, each table replaced by the row of it that counts. */
type RulesOf<Group> = { readonly [Name in keyof Group]: Group[Name] extends Rows<infer Value> ? Rule<Value> : never };

/** The rules of a law: all of it but the two days and the rates. */
export type Rules = { readonly [Group in keyof Tables]: RulesOf<Tables[Group]> };

/** Replaces every table by the row that `rule` takes from it. */
export const assemble = (rule: (rows: Rows<unknown>) => Rule<unknown>): Rules =>
  mapValues(TABLES, (group) => mapValues<Rows<unknown>, Rule<unknown>>(group, rule)) as Rules;

const mapValues = <From, To>(from: Readonly<Record<string, From>>, map: (value: From) => To): Readonly<Record<string, To>> =>
  Object.freeze(Object.fromEntries(Object.entries(from).map(([key, value]) => [key, map(value)])));

/** Every table, for whoever asks about all rows. */
export const allTables = (): readonly Rows<unknown>[] => Object.values(TABLES).flatMap((group) => Object.values<Rows<unknown>>(group));
