// Checks a page for accessibility with axe-core in jsdom; prints the violations as JSON. What needs a layout, such as
// contrast, jsdom cannot tell: tests compute that from the page's colours.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, path] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { JSDOM } = require("jsdom");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const { window } = new JSDOM(readFileSync(path, "utf8"), { runScripts: "outside-only", pretendToBeVisual: true });
window.eval(axe);
const results = await window.axe.run(window.document, { rules: { "color-contrast": { enabled: false } } });
const violations = results.violations.map(({ id, help, nodes }) => ({ id, help, html: nodes[0].html }));
console.log(JSON.stringify({ passed: results.passes.length, violations }));
window.close();
