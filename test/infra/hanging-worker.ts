/** A worker process that writes down that it has begun, and is then over one mail forever. */
import { appendFileSync } from "node:fs";

appendFileSync(process.env.BEGUN_FILE ?? "", "begun\n");
for (;;);
