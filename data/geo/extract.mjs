// Takes the world boundaries out of the npm package plotly.js, for maps that ask nothing of the internet.
//
//   node data/geo/extract.mjs                     asks npm for the package, then writes static/geo/world_50m.json
//   node data/geo/extract.mjs path/to/package     the same from a package already unpacked
//
// Then: python -m data.geo.make  (points, areas, neighbours from the same file)
//
// Only world_50m is kept: every map asks for resolution 50, and plotly.js asks for the one file named by scope and resolution.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const VERSION = "4.1.1";
const FILES = ["world_50m"];
const TARGET = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "static", "geo");

function download(folder) {
  const options = { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] };
  const archive = execFileSync("npm", ["pack", "--silent", `plotly.js@${VERSION}`], options).trim();
  execFileSync("tar", ["-xzf", archive, "package/package.json", "package/dist/plotly-geo-assets.js"], options);
  return join(folder, "package");
}

// The file is a script for browsers: it gets a context of its own, with no way to files or network.
function assets(packageFolder) {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  if (version !== VERSION) throw new Error(`plotly.js ${VERSION} was expected, this is ${version}`);
  const sandbox = {};
  sandbox.window = sandbox;
  sandbox.self = sandbox;
  vm.createContext(sandbox);
  vm.runInContext(readFileSync(join(packageFolder, "dist", "plotly-geo-assets.js"), "utf8"), sandbox);
  const found = (sandbox.PlotlyGeoAssets ?? sandbox.moduleName)?.topojson;
  if (!found) throw new Error("no topojson in dist/plotly-geo-assets.js");
  return found;
}

const temporary = mkdtempSync(join(tmpdir(), "boundaries-"));
try {
  const topojson = assets(process.argv[2] ?? download(temporary));
  mkdirSync(TARGET, { recursive: true });
  for (const name of FILES) {
    const text = JSON.stringify(topojson[name]);
    writeFileSync(join(TARGET, `${name}.json`), text);
    const digest = createHash("sha256").update(text).digest("hex");
    console.log(`static/geo/${name}.json  ${Buffer.byteLength(text)} bytes  sha256 ${digest}`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
