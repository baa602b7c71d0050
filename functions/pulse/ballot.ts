/** One person's answers as bytes: the same length whatever was answered. */
import {
  type PulseAnswer,
  type PulseAnswers,
  type PulseQuestionId,
  pulseQuestionIds,
} from "#shared/pulse/questions.ts";

const codes: readonly PulseAnswer[] = [0, 1, 2, 3, "na", "skip"];

/** Returns the answers, a byte each, in the order of the questions. */
export function encodeBallot(answers: PulseAnswers): Uint8Array {
  return Uint8Array.from(pulseQuestionIds, (id) => codes.indexOf(answers[id]));
}

/** Returns the answers of a ballot. @throws RangeError for bytes that are none */
export function decodeBallot(bytes: Uint8Array): PulseAnswers {
  const answer = (id: PulseQuestionId): PulseAnswer => {
    const code = codes[bytes[pulseQuestionIds.indexOf(id)] ?? codes.length];
    if (code === undefined || bytes.length !== pulseQuestionIds.length)
      throw new RangeError("These bytes are no ballot.");
    return code;
  };
  return {
    OC1: answer("OC1"),
    OC2: answer("OC2"),
    SK1: answer("SK1"),
    SK2: answer("SK2"),
    RC1: answer("RC1"),
    TS2: answer("TS2"),
    EL2: answer("EL2"),
  };
}
