// Expand the entries of calendars with ical.js (Thunderbird, Nextcloud): when somebody is not free, in seconds.
//
// Zones are those of the file; floating times and days are local in the zone that the job brings.
"use strict";

const fs = require("node:fs");
const imported = require("ical.js");
const ICAL = imported.default ?? imported;
const MOST = 20000;

function seconds(moment, local) {
  const known = moment.zone !== ICAL.Timezone.localTimezone && !moment.isDate;
  const placed = moment.clone();
  if (!known) placed.zone = local;
  return placed.toUnixTime();
}

function isFree(component) {
  const value = (name) => String(component.getFirstPropertyValue(name) ?? "").toUpperCase();
  return value("transp") === "TRANSPARENT" || value("status") === "CANCELLED";
}

function spansOf(calendar, job, local) {
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.remove(zone.getFirstPropertyValue("tzid"));
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const found = [];
  const add = (component, start, end) => {
    if (!isFree(component)) found.push([seconds(start, local), seconds(end, local)]);
  };
  const events = calendar.getAllSubcomponents("vevent");
  for (const component of events) {
    const event = new ICAL.Event(component);
    if (event.isRecurrenceException()) {
      add(component, event.startDate, event.endDate);
    } else if (event.isRecurring()) {
      for (const other of events) {
        const change = new ICAL.Event(other);
        if (change.isRecurrenceException() && change.uid === event.uid) event.relateException(change);
      }
      const iterator = event.iterator();
      for (let i = 0, next = iterator.next(); next && i < MOST; i++, next = iterator.next()) {
        if (seconds(next, local) > job.until) break;
        const each = event.getOccurrenceDetails(next);
        if (!each.item.isRecurrenceException()) add(component, each.startDate, each.endDate);
        else if (each.item.modifiesFuture()) add(each.item.component, each.startDate, each.endDate);
      }
    } else {
      add(component, event.startDate, event.endDate);
    }
  }
  return found;
}

function read(path, job, local) {
  try {
    const parsed = ICAL.parse(fs.readFileSync(path, "utf-8"));
    const calendars = typeof parsed[0] === "string" ? [parsed] : parsed;
    return calendars.flatMap((each) => spansOf(new ICAL.Component(each), job, local));
  } catch (error) {
    return String(error.message ?? error).slice(0, 100);
  }
}

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
const local = new ICAL.Timezone(new ICAL.Component(ICAL.parse(job.zone)));
const found = {};
for (const path of job.files) {
  ICAL.TimezoneService.reset();
  found[path] = read(path, job, local);
}
fs.writeSync(1, JSON.stringify(found));
