// Read calendars with node-ical (home automation, bots). It cannot write any.
//
// For times it uses the zone of its own list that the TZID names. It looks at the VTIMEZONE of the file only for a name
// that Outlook gives to zones without one.
"use strict";

const fs = require("node:fs");
const ical = require("node-ical");

// A property with parameters is an object, one without a plain text.
function value(property) {
  return property?.val ?? property ?? "";
}

function listed(property) {
  return property === undefined ? [] : [property].flat();
}

function read(path) {
  const found = ical.sync.parseICS(fs.readFileSync(path, "utf-8"));
  const [event] = Object.values(found).filter((each) => each.type === "VEVENT");
  return {
    facts: {
      method: event.method,
      uid: event.uid,
      sequence: Number(event.sequence),
      status: event.status,
      start: event.start.getTime() / 1000,
      end: event.end.getTime() / 1000,
      stamp: event.dtstamp.getTime() / 1000,
      summary: value(event.summary),
      location: value(event.location),
      description: value(event.description),
      comment: listed(event.comment).map(value).join("\n"),
      organiser: [event.organizer.val, event.organizer.params.CN],
      attendees: listed(event.attendee).map((each) => [each.val, each.params.CN, each.params.PARTSTAT ?? ""]),
    },
  };
}

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
fs.writeSync(1, JSON.stringify(Object.fromEntries(job.files.map((path) => [path, read(path)]))));
