/** Which cases there are, and where. What a case holds is always read from the log. */
export interface CaseIndex {
  /** Every municipality number that a case was opened under, of whatever time. */
  municipalities(): Promise<readonly string[]>;
  count(municipalities: readonly string[]): Promise<number>;
  /** Ids of their cases after one, ascending. */
  page(municipalities: readonly string[], after: string | undefined, limit: number): Promise<readonly string[]>;
}

/** An index of cases that are known already, for specs and small logs. */
export function indexOf(cases: readonly { readonly caseId: string; readonly municipality: string }[]): CaseIndex {
  const of = (municipalities: readonly string[]): readonly string[] =>
    cases
      .filter(({ municipality }) => municipalities.includes(municipality))
      .map(({ caseId }) => caseId)
      .sort();
  return {
    municipalities: async () => [...new Set(cases.map(({ municipality }) => municipality))],
    count: async (municipalities) => of(municipalities).length,
    page: async (municipalities, after = '', limit) =>
      of(municipalities)
        .filter((caseId) => caseId > after)
        .slice(0, limit),
  };
}
