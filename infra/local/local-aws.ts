/** The stand-ins ask for credentials and check none; real ones never leave the machine from here. */
export const localAws = {
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
};

export const localTableName = "funnel";
