// Times that the server could only give in UTC, because it does not know the visitor, in the zone of the browser.

const TIME = { hour: "numeric", minute: "2-digit", timeZoneName: "short" };

for (const element of document.querySelectorAll("time[data-own-zone]")) {
  const instant = new Date(element.dateTime);
  if (Number.isNaN(instant.getTime())) continue;
  const isToday = instant.toDateString() === new Date().toDateString();
  const day = isToday ? {} : { day: "numeric", month: "long" };
  element.textContent = instant.toLocaleString(document.documentElement.lang, { ...day, ...TIME });
}
