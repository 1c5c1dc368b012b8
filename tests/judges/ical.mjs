// Reads calendars with ical.js, as browsers' mail clients do, and tells what it found.
// In: paths as arguments. Out: one JSON object on standard output, path to UIDs or to an error.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return [event.uid, event.startDate.toString().slice(0, 19), event.summary];
  });
}

const found = {};
for (const path of process.argv.slice(2)) {
  try {
    found[path] = read(path);
  } catch (error) {
    found[path] = String(error);
  }
}
process.stdout.write(JSON.stringify(found));
