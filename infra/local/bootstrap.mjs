/**
 * The first thing every command runs. It needs nothing but Node 20 and npm: it installs what is missing,
 * then hands over to the Node that comes with the packages, the same version as on Lambda.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = path.join(root, "node_modules");
const wantedList = path.join(root, "package-lock.json");
/** What npm itself writes down after each installation. */
const installedList = path.join(modules, ".package-lock.json");
const oldestNode = 20;
const parent = process.ppid;

/** One process, not a runner around one: signals and exit codes are those of the program itself. */
const typescript = (file) => ["node", "--import", "tsx", file];

/** Programs of each command, in order; the first that fails ends it. Further arguments go to the last one. */
const commands = {
  start: [typescript("infra/local/start.ts")],
  dev: [["tsx", "watch", "--clear-screen=false", "infra/local/dev.ts"]],
  demo: [typescript("infra/local/demo.ts")],
  "mail:preview": [typescript("infra/local/mail-preview.ts")],
  samples: [typescript("infra/local/samples.ts"), typescript("test/pictures/run.ts")],
  records: [typescript("infra/local/records.ts")],
  build: [typescript("infra/local/build.ts")],
  test: [typescript("infra/local/build.ts"), ["vitest", "run"]],
  "test:deployed": [
    typescript("infra/local/build.ts"),
    ["vitest", "run", "--config", "test/deployed/vitest.config.ts"],
  ],
  cost: [typescript("infra/local/build.ts"), typescript("test/deployed/cost/run.ts")],
  picture: [typescript("infra/local/build.ts"), typescript("infra/picture/run.ts")],
  doctor: [typescript("infra/doctor/run.ts")],
  rotate: [typescript("infra/operate/rotate.ts")],
  redrive: [typescript("infra/operate/redrive.ts")],
  restore: [typescript("infra/operate/restore.ts")],
  bench: [typescript("infra/local/build.ts"), typescript("test/bench/run.ts")],
  attack: [typescript("test/attack/run.ts")],
  faults: [typescript("test/faults/run.ts")],
  screenshots: [typescript("infra/local/build.ts"), typescript("test/screenshots/run.ts")],
  check: [
    ["tsc", "--noEmit"],
    ["astro", "check", "--root", "site", "--minimumFailingSeverity", "warning"],
    ["biome", "check", "--error-on-warnings"],
    ["vitest", "run", "test/boundaries.test.ts"],
  ],
};

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const packagesIn = (list) => JSON.parse(readFileSync(list, "utf8")).packages;

/** True when every package of the lockfile is there in its version; those for other machines may be missing. */
function isInstalled() {
  if (!existsSync(installedList)) return false;
  const installed = packagesIn(installedList);
  return Object.entries(packagesIn(wantedList)).every(
    ([place, wanted]) => place === "" || wanted.optional || installed[place]?.version === wanted.version,
  );
}

function install() {
  process.stderr.write("Installing packages (about a minute, once)…\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0)
    stop(
      "npm ci failed; its message is above. Check the network and the free disk space, then run this again.",
    );
}

/** Runs one program with the packages' own Node first on the PATH; returns its exit code. */
function run([program, ...args], environment) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: "inherit",
      env: environment,
      shell: process.platform === "win32",
    });
    const forward = (signal) => child.kill(signal);
    process.on("SIGINT", forward).on("SIGTERM", forward);
    // npm passes a signal to the shell between us and ends; the shell keeps it to itself.
    const orphaned = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(orphaned);
      child.kill("SIGTERM");
    }, 500);
    child.on("error", (error) => stop(`${program} could not be started: ${error.message}`));
    child.on("exit", (code, signal) => {
      clearInterval(orphaned);
      process.off("SIGINT", forward).off("SIGTERM", forward);
      resolve(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1));
    });
  });
}

const [name, ...rest] = process.argv.slice(2);
const programs = commands[name];
if (!programs) stop(`Say one of: ${Object.keys(commands).join(", ")}.`);
if (Number(process.versions.node.split(".")[0]) < oldestNode)
  stop(`Node ${oldestNode} or newer is needed; this is ${process.versions.node}.`);
if (!isInstalled()) install();

const environment = {
  ...process.env,
  PATH: [path.join(modules, ".bin"), process.env.PATH].join(path.delimiter),
  ASTRO_TELEMETRY_DISABLED: "1",
};
for (const [index, program] of programs.entries()) {
  const code = await run(index === programs.length - 1 ? [...program, ...rest] : program, environment);
  if (code !== 0) process.exit(code);
}
