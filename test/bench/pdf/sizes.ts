/** How much is measured. */
export interface Sizes {
  /** Rounds over all reports, after those that only warm up. */
  rounds: number;
  warmUps: number;
  /** New processes of each kind. */
  coldRuns: number;
  /** Reports after which memory is read. */
  counts: readonly number[];
}

export const full: Sizes = { rounds: 12, warmUps: 5, coldRuns: 11, counts: [100, 500, 1000] };
export const quick: Sizes = { rounds: 4, warmUps: 3, coldRuns: 5, counts: [20, 60, 100] };
