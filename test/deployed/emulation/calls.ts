/** What a function asked of AWS: the action and resource that its role has to allow. */
export interface Call {
  /** Logical id of the function. */
  caller: string;
  /** "dynamodb:GetItem". */
  action: string;
  /** ARNs that the action touches; each has to be allowed. */
  resources: readonly string[];
  /** Values that conditions may ask for. */
  context: Readonly<Record<string, string>>;
  /** Read or write units of the table, indexes included. */
  units?: number;
}

export type RecordCall = (call: Omit<Call, "caller">) => void;
