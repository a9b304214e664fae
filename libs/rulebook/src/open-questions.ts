/** What the sources leave uncertain, and what the system does meanwhile. */
export interface OpenQuestion {
  readonly question: string;
  readonly meanwhile: string;
}

const open = (question: string, meanwhile: string): OpenQuestion => Object.freeze({ question, meanwhile });

export const OPEN_QUESTIONS: readonly OpenQuestion[] = [
  open(
    'The wording of STL §§ 30, 32, 34 and 36–38 from 2010 to 2018, and of KVPF §§ 2 and 3 as first made',
    'Not read in full; the texts of 2007 and 2019 were. Rows of that time are graded likely where they rest on those.',
  ),
  open(
    "What Nav's circular to the act says of approved leave, illness and duration, part months, the 25th birthday, hours and end dates after a pause",
    'Not readable. Decided points 2, 4, 8, 12, 13, 26 and 30 are inferences.',
  ),
  open('The child rate from 2007 to 2011', '27 kroner, the rate of rehabiliteringspenger.'),
  open('When an electronic decision has arrived under the administration act of 1967', 'Disputed. Decided point 15.'),
  open('When the administration act of 2025 (LOV-2025-06-20-81) enters into force', 'Not set on 2 July 2026: no row of it is in the law.'),
  open('Rounding, and the model of the month', 'Left to municipal practice. Decided points 1 and 30.'),
  open('Whether time in another municipality or an earlier programme counts', 'No rule found. The caseworker sets it: decided point 24.'),
  open(
    'Which documents the form for forwarding an appeal of 2019 lists',
    'Only its title was readable. The file is made from what FVL §§ 17, 25 and 32–34 ask.',
  ),
  open(
    'Whether a deduction under STL § 36 takes the child supplement too',
    'A policy of the municipality, yes unless it says otherwise: decided point 8.',
  ),
  open('Whether tax is withheld in December', 'Nothing found: as in any other month.'),
  open('Both parents, and stays abroad, before 1 July 2020', 'Nothing found for or against: the rows are empty, and nobody is refused.'),
];
