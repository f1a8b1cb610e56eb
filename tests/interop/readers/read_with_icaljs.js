// Read calendars with ical.js (Thunderbird, Nextcloud), write them again and answer them.
//
// For times it uses the VTIMEZONE of the file, which is registered as the zone of its name, as Thunderbird does with
// zones that it does not know; of several files the last one is in force.
"use strict";

const fs = require("node:fs");
const imported = require("ical.js");
const ICAL = imported.default ?? imported;

function calendarOf(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const component of calendar.getAllSubcomponents("vtimezone")) {
    const zone = new ICAL.Timezone(component);
    ICAL.TimezoneService.remove(zone.tzid);
    ICAL.TimezoneService.register(zone);
  }
  return calendar;
}

function facts(calendar) {
  const component = calendar.getFirstSubcomponent("vevent");
  const event = new ICAL.Event(component);
  const organiser = component.getFirstProperty("organizer");
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue("status"),
    start: event.startDate.toUnixTime(),
    end: event.endDate.toUnixTime(),
    stamp: component.getFirstPropertyValue("dtstamp").toUnixTime(),
    summary: event.summary,
    location: event.location,
    description: event.description,
    comment: component.getAllProperties("comment").map((each) => each.getFirstValue()).join("\n"),
    organiser: [organiser.getFirstValue(), organiser.getParameter("cn")],
    attendees: event.attendees.map((each) => [
      each.getFirstValue(),
      each.getParameter("cn"),
      each.getParameter("partstat") ?? "",
    ]),
  };
}

// The REPLY: the request with who answers, what and when.
function answer(text, partstat, stamp) {
  const reply = calendarOf(text);
  reply.updatePropertyWithValue("method", "REPLY");
  const event = reply.getFirstSubcomponent("vevent");
  event.updatePropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(stamp));
  const attendee = event.getFirstProperty("attendee");
  attendee.removeParameter("rsvp");
  attendee.setParameter("partstat", partstat);
  return reply.toString();
}

// The COUNTER: the same times of the next day, on the clock of the place.
function counter(text, stamp) {
  const proposal = calendarOf(text);
  proposal.updatePropertyWithValue("method", "COUNTER");
  const component = proposal.getFirstSubcomponent("vevent");
  component.updatePropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(stamp));
  const event = new ICAL.Event(component);
  for (const name of ["startDate", "endDate"]) {
    const moment = event[name].clone();
    moment.adjust(1, 0, 0, 0);
    event[name] = moment;
  }
  return proposal.toString();
}

function read(path, job) {
  const text = fs.readFileSync(path, "utf-8");
  const calendar = calendarOf(text);
  const answers = {};
  if (job.answered.includes(path)) {
    for (const [partstat, stamp] of Object.entries(job.answers)) {
      answers[partstat] = answer(text, partstat, dashed(stamp));
    }
    answers.COUNTER = counter(text, dashed(job.counter));
  }
  return { facts: facts(calendar), written: calendar.toString(), answers };
}

// 20270102T090000Z as ical.js takes it.
function dashed(stamp) {
  return stamp.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
}

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
const found = Object.fromEntries(job.files.map((path) => [path, read(path, job)]));
fs.writeSync(1, JSON.stringify(found));
