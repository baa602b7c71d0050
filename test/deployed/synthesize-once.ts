import { synthesizeAssembly } from "./emulation/assembly.ts";

/** One synthesis for every test of the run. */
export default async function setup(): Promise<void> {
  await synthesizeAssembly();
}
