/** What every page is made of: a sentence with its sources, and an answer with its question. */

/** A sentence with its source ids; none means it prints as "Our judgement". */
export interface Statement {
  text: string;
  sourceIds: readonly string[];
}

export interface QuotedAnswer {
  questionId: string;
  question: string;
  answer: string;
}
